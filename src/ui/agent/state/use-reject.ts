import { useEffect, useRef, useState } from "react"
import type { PanelDraft } from "../../../protocol/panel.ts"
import type { Reason } from "../../../ticket/review-reasons.ts"
import { toggleReason } from "../../kit/reasons.tsx"
import { focusOn } from "../../kit/focus-on.ts"
import type { PanelLink } from "./panel-link.ts"
import type { ShowNotice } from "./use-notice.ts"

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

export function useReject({
  ticketKey,
  draft,
  link,
  off,
  speak,
  toCards
}: {
  ticketKey: string
  draft: PanelDraft | undefined
  link: PanelLink
  off: string | undefined
  speak: ShowNotice
  toCards: () => void
}): RejectState {
  const [own, setOwn] = useState<GivenRejection>()
  const now = useRef<GivenRejection>(undefined)
  const about = { draftId: draft?.id ?? "", key: ticketKey }
  const pushed: GivenRejection = {
    ...about,
    reasons: draft?.rejected?.reasons ?? [],
    note: draft?.rejected?.note ?? "",
    typed: false
  }
  now.current = own?.draftId === draft?.id && own?.key === ticketKey ? own : undefined
  const keep = (next: GivenRejection | undefined) => {
    now.current = next
    setOwn(next)
  }
  const send = async (given: GivenRejection): Promise<boolean> => {
    const { key, draftId, reasons, note } = given
    const answer = await link.send({ kind: "panel-reject", key, draftId, reasons, note })
    if (!answer.ok) speak(answer)
    return answer.ok
  }
  const flush = () => {
    const given = now.current
    if (!given?.typed) return
    keep({ ...given, typed: false })
    void send(given)
  }
  const leave = useRef(flush)
  leave.current = flush
  useEffect(() => {
    const gone = () => leave.current()
    window.addEventListener("pagehide", gone)
    return () => window.removeEventListener("pagehide", gone)
  }, [])

  return {
    open: now.current !== undefined && off === undefined,
    reasons: (now.current ?? pushed).reasons,
    note: (now.current ?? pushed).note,
    flush,
    start() {
      if (off !== undefined) return speak({ why: off })
      toCards()
      const given = now.current ?? pushed
      keep(given)
      requestAnimationFrame(() => {
        focusOn("reason-wrong-fact")
        // All reasons are scrolled into view, with the draft above them.
        document.getElementById("reject-why")?.scrollIntoView?.({ block: "nearest" })
      })
      // It is noted at once, because a reason isn't required.
      if (!draft?.rejected)
        void send(given).then((done) => (done ? speak({ code: "rejected" }, true) : keep(undefined)))
    },
    toggle(reason) {
      const given = now.current
      if (!given) return
      const next = { ...given, reasons: toggleReason(given.reasons, reason), typed: false }
      keep(next)
      void send(next).then((done) => {
        if (!done && now.current === next) keep(given)
      })
    },
    write(note) {
      if (now.current) keep({ ...now.current, note, typed: true })
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
        .then((answer) => speak(answer.ok ? { code: "unrejected" } : answer))
    }
  }
}

/** `typed`: words of the note that have not been sent yet. */
interface GivenRejection {
  key: string
  draftId: string
  reasons: Reason[]
  note: string
  typed: boolean
}
