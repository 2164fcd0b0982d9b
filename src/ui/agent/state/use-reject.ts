import { useEffect, useRef, useState } from "react"
import { flushSync } from "react-dom"
import type { Reason } from "../../../ticket/review-reasons.ts"
import { toggleReason } from "../../kit/reasons.tsx"
import { focusOn } from "../../kit/focus-on.ts"
import type { PanelLink } from "./panel-link.ts"
import type { ShowNotice } from "./use-notice.ts"
import type { TicketOnScreen } from "./use-ticket-on-screen.ts"

/**
 * "Not useful" of the draft shown. It is noted with the first press; reasons and note can be given while it is open.
 */
export interface RejectState {
  open: boolean
  reasons: Reason[]
  note: string
  start(): void
  toggle(reason: Reason): void
  write(note: string): void
  /** Sends a note that was typed. */
  flush(): void
  close(): void
  /** Withdraws it. */
  undo(): void
}

export function useReject(ticketOnScreen: TicketOnScreen): RejectState {
  const { ticket, draft, link, showNotice, setView, setDrawer } = ticketOnScreen
  const about = { draftId: draft?.id ?? "", key: ticket.key }
  const off = ticketOnScreen.disabledReasons.reject
  const { open, keep, send, flush } = useOpenRejection(about, link, showNotice)
  const pushed: GivenRejection = {
    ...about,
    reasons: draft?.rejected?.reasons ?? [],
    note: draft?.rejected?.note ?? "",
    typed: false
  }
  return {
    open: open.current !== undefined && off === undefined,
    reasons: (open.current ?? pushed).reasons,
    note: (open.current ?? pushed).note,
    flush,
    start() {
      if (off !== undefined) return showNotice({ why: off })
      flushSync(() => {
        setView("seat")
        setDrawer({ tab: "more" })
      })
      const rejection = open.current ?? pushed
      keep(rejection)
      requestAnimationFrame(() => {
        focusOn("reason-wrong-fact")
        // All reasons are scrolled into view, with the draft above them.
        document.getElementById("reject-why")?.scrollIntoView?.({ block: "nearest" })
      })
      // It is noted at once, because a reason isn't required.
      if (!draft?.rejected)
        void send(rejection).then((done) => (done ? showNotice({ code: "rejected" }, true) : keep(undefined)))
    },
    toggle(reason) {
      const rejection = open.current
      if (!rejection) return
      const next = { ...rejection, reasons: toggleReason(rejection.reasons, reason), typed: false }
      keep(next)
      void send(next).then((done) => {
        if (!done && open.current === next) keep(rejection)
      })
    },
    write(note) {
      if (open.current) keep({ ...open.current, note, typed: true })
    },
    close() {
      flush()
      keep(undefined)
      focusOn("reject")
    },
    undo() {
      keep(undefined)
      focusOn("reject")
      void link
        .send({ kind: "panel-unreject", ...about })
        .then((answer) => showNotice(answer.ok ? { code: "unrejected" } : answer))
    }
  }
}

/**
 * The rejection of this draft that is open for reasons and a note. A note that was typed is sent when the panel closes.
 */
function useOpenRejection({ draftId, key }: { draftId: string; key: string }, link: PanelLink, showNotice: ShowNotice) {
  const [own, setOwn] = useState<GivenRejection>()
  const open = useRef<GivenRejection>(undefined)
  open.current = own?.draftId === draftId && own.key === key ? own : undefined
  const keep = (next: GivenRejection | undefined) => {
    open.current = next
    setOwn(next)
  }
  const send = async ({ typed: _, ...rejection }: GivenRejection): Promise<boolean> => {
    const answer = await link.send({ kind: "panel-reject", ...rejection })
    if (!answer.ok) showNotice(answer)
    return answer.ok
  }
  const flush = () => {
    const rejection = open.current
    if (!rejection?.typed) return
    keep({ ...rejection, typed: false })
    void send(rejection)
  }
  const leave = useRef(flush)
  leave.current = flush
  useEffect(() => {
    const gone = () => leave.current()
    window.addEventListener("pagehide", gone)
    return () => window.removeEventListener("pagehide", gone)
  }, [])
  return { open, keep, send, flush }
}

/** `typed`: words of the note that have not been sent yet. */
interface GivenRejection {
  key: string
  draftId: string
  reasons: Reason[]
  note: string
  typed: boolean
}
