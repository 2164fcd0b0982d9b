import { useCallback, useRef, useState } from "react"
import type { Notice } from "../../../protocol/notice.ts"

/**
 * What the bar may say besides the draft's own state: a notice of the message file, or why something can't be done now.
 */
export type PanelNotice = { code: string; data?: Record<string, string | number>; message?: string } | { why: string }

/** A `weak` notice is only shown as long as the background worker has none of its own. */
export type ShowNotice = (spoken: PanelNotice, weak?: boolean) => void

/**
 * The panel's own notices and the background worker's, of which the newer is shown. A notice that only reports success
 * disappears at the agent's next action.
 */
export function useNotice(
  ticketKey: string,
  pushed: Notice | undefined
): { notice: PanelNotice | undefined; speak: ShowNotice; quiet: () => void } {
  const id = pushed ? JSON.stringify(pushed) : ""
  const latest = useRef({ id, pushed, ticketKey })
  latest.current = { id, pushed, ticketKey }
  const [own, setOwn] = useState<{ spoken: PanelNotice; weak: boolean; against: string; ticketKey: string }>()
  const [read, setRead] = useState("")

  const speak = useCallback<ShowNotice>(
    (spoken, weak = false) => setOwn({ spoken, weak, against: latest.current.id, ticketKey: latest.current.ticketKey }),
    []
  )
  const quiet = useCallback(() => {
    setOwn(undefined)
    const { pushed: theirs, id: theirId } = latest.current
    if (theirs && passing.has(theirs.code)) setRead(theirId)
  }, [])

  const theirs = pushed && id !== read ? pushed : undefined
  const mine = own?.ticketKey === ticketKey ? own : undefined
  const newer = theirs !== undefined && id !== mine?.against
  const same = theirs !== undefined && mine !== undefined && "code" in mine.spoken && mine.spoken.code === theirs.code
  return { notice: mine && !newer && !same && !(mine.weak && theirs) ? mine.spoken : theirs, speak, quiet }
}

const passing = new Set([
  "inserted",
  "inserted-unchecked",
  "message-sent",
  "newer-note",
  "erased",
  "blank-open",
  "already-inserted",
  "rejected",
  "unrejected"
])
