import { useRef } from "react"
import { plainBlanks } from "../../../ticket/draft.ts"
import { focusOn } from "../../kit/focus-on.ts"
import { t } from "../../messages/t.ts"
import { finishedLength } from "./disabled-reasons.ts"
import { holdingOf, isHolding, openBlanksText } from "./open-points.ts"
import { nextMessage, pointsIn } from "./use-chat-messages.ts"
import type { TicketOnScreen } from "./use-ticket-on-screen.ts"
import type { ToDoState } from "./use-to-do.ts"

/** "below": once more, though it is already there. "caret": over the selection. "whole": not only the next message. */
export type InsertWhere = "below" | "caret" | "whole"

/**
 * Insert: the draft, or its next message where it is sent in several. The first press goes to an open blank and says
 * so; the second inserts it. It counts as the second press as long as the same blanks are open. If Insert waits for
 * something, a press goes to it.
 * @param toDo goes along as a count
 * @param toLetter shows the draft in its reading view, where blanks and marks can be focused
 */
export function useInsert(
  ticketOnScreen: TicketOnScreen,
  toDo: ToDoState,
  toLetter: () => void
): (where?: InsertWhere) => void {
  const warnedOf = useRef("")
  const isWhole = useRef(false)
  const latest = useRef({ ...ticketOnScreen, toDo })
  latest.current = { ...ticketOnScreen, toDo }
  return (where) => {
    const { ticket, draft, link, draftText, disabledReasons, messages, toDo, showNotice, quiet } = latest.current
    // A second press doesn't wait for the verifier any longer.
    if (draft?.insertWaits) return void link.send({ kind: "panel-insert-now", key: ticket.key })
    // "Below" is the answer to the Insert that was refused.
    if (where !== "below") isWhole.current = where === "whole"
    const message = messages && !isWhole.current ? nextMessage(messages) : undefined
    const openPoints = pointsIn(latest.current.openPoints, message)
    if (disabledReasons.insert || !draft) {
      showNotice({ why: disabledReasons.insert ?? "" })
      const holding = openPoints.find(isHolding)
      if (!holding) return
      toLetter()
      latest.current.setDrawer({ tab: "sources", part: "checks" })
      return requestAnimationFrame(() => focusOn(holding.id))
    }
    const open = openPoints.flatMap((look) => (look.kind === "blank" ? [look] : []))
    const signature = [draft.id, message?.n, ...open.map(({ blank }) => blank.name)].join("\n")
    if (open.length > 0 && warnedOf.current !== signature) {
      warnedOf.current = signature
      toLetter()
      const data = { count: open.length, blanks: openBlanksText(openPoints) }
      // Insert itself would put in only the next message.
      const isTogether = messages !== undefined && isWhole.current
      showNotice(isTogether ? { why: t("off.insert.blanks-together", data) } : { code: "blank-open", data })
      // This runs after the view has changed, if it does.
      requestAnimationFrame(() => focusOn(open[0]?.id))
      return
    }
    quiet()
    const put = async () => {
      await draftText.flush()
      // The draft is sent with its open blanks. Only the text in the editor has them as plain words.
      const answer = await link.send({
        kind: "panel-insert",
        key: ticket.key,
        draftId: draft.id,
        text: draftText.letter.text,
        ...(message ? { message: message.n - 1 } : {}),
        ...(open.length > 0 ? { anyway: true } : {}),
        ...(where === "below" ? { below: true } : where === "caret" ? { at: "caret" } : {}),
        ...toDoCount(toDo)
      })
      if (!answer.ok) return showNotice(answer)
      draftText.settleFills()
      // The background worker may know more, for example that a newer note is there.
      showNotice({ code: "inserted" }, true)
    }
    void put()
  }
}

/** What the outcome says of "Before you send": nothing where there was nothing to do. */
const toDoCount = ({ all, open }: ToDoState) =>
  all.length > 0 ? { toDo: { done: all.length - open.length, open: open.length } } : {}

/** Copy: the draft, as far as its sentences are finished, or its next message where it is sent in several. */
export function copyOf({
  toDo,
  ticket,
  draft,
  link,
  draftText,
  openPoints,
  disabledReasons,
  messages,
  showNotice,
  quiet
}: TicketOnScreen & { toDo: ToDoState }): (whole?: boolean) => void {
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
          const isUnchecked = draft.checking === true || draft.unverified === true
          if (looks.some(isHolding)) showNotice({ code: "copied-open", data: holdingOf(looks) })
          else showNotice({ code: isUnchecked ? "copied-unchecked" : "copied" })
          return link.send({
            kind: "panel-copied",
            key: ticket.key,
            draftId: draft.id,
            text,
            ...(message ? { letter } : {}),
            ...toDoCount(toDo)
          })
        },
        () => showNotice({ code: "copy-failed" })
      )
      .catch(() => showNotice({ code: "no-answer" }))
  }
}
