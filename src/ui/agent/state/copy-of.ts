import { plainBlanks } from "../../../ticket/draft.ts"
import { finishedLength } from "./disabled-reasons.ts"
import { holdingOf, isHolding } from "./open-points.ts"
import { nextMessage, pointsIn } from "./use-chat-messages.ts"
import type { InsertContext } from "./use-insert.ts"

/** Copy: the draft, as far as its sentences are finished, or its next message where it is sent in several. */
export function copyOf({
  ticketKey,
  draft,
  link,
  draftText,
  openPoints,
  disabledReasons,
  messages,
  showNotice,
  quiet
}: Omit<InsertContext, "toLetter">): (whole?: boolean) => void {
  return (whole = false) => {
    if (disabledReasons.copy || !draft) return showNotice({ why: disabledReasons.copy ?? "" })
    quiet()
    const letter = draftText.letter.text.slice(0, finishedLength(draft, draftText.letter.text)).trimEnd()
    const message = messages && !whole ? nextMessage(messages) : undefined
    const looks = pointsIn(openPoints, message)
    const text = plainBlanks(message?.text ?? letter)
    // The clipboard may only be written during the click, so the background worker hears of it afterwards.
    link
      .copy(text)
      .then(
        () => {
          showNotice(looks.some(isHolding) ? { code: "copied-open", data: holdingOf(looks) } : { code: "copied" })
          return link.send({
            kind: "panel-copied",
            key: ticketKey,
            draftId: draft.id,
            text,
            ...(message ? { letter } : {})
          })
        },
        () => showNotice({ code: "copy-failed" })
      )
      .catch(() => showNotice({ code: "no-answer" }))
  }
}
