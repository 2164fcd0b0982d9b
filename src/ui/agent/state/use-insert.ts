import { useRef } from "react"
import type { PanelDraft } from "../../../protocol/panel.ts"
import { t } from "../../messages/t.ts"
import { focusOn } from "../../kit/focus-on.ts"
import { isHolding, openBlanksText, type OpenPoint } from "./open-points.ts"
import type { DraftTextState } from "./use-draft-text.ts"
import type { DisabledReasons } from "./disabled-reasons.ts"
import type { PanelLink } from "./panel-link.ts"
import type { ShowNotice } from "./use-notice.ts"
import { nextMessage, pointsIn, type ChatMessages } from "./use-chat-messages.ts"

export interface InsertContext {
  ticketKey: string
  draft: PanelDraft | undefined
  link: PanelLink
  draftText: DraftTextState
  openPoints: OpenPoint[]
  disabledReasons: DisabledReasons
  /** Where the letter is sent in several messages. */
  messages: ChatMessages | undefined
  showNotice: ShowNotice
  quiet: () => void
  /** Shows the draft in its reading view, where blanks and marks can be focused. */
  toLetter: () => void
}

/** "below": once more, though it is already there. "caret": over the selection. "whole": not only the next message. */
export type InsertWhere = "below" | "caret" | "whole"

/**
 * Insert: the draft, or its next message where it is sent in several. The first press goes to an open blank and says
 * so; the second inserts it. It counts as the second press as long as the same blanks are open. If Insert waits for
 * something, a press goes to it.
 */
export function useInsert(given: InsertContext): (where?: InsertWhere) => void {
  const told = useRef("")
  const isWhole = useRef(false)
  const latest = useRef(given)
  latest.current = given
  return (where) => {
    const { ticketKey, draft, link, draftText, disabledReasons, messages, showNotice, quiet, toLetter } = latest.current
    // "Below" is the answer to the Insert that was refused.
    if (where !== "below") isWhole.current = where === "whole"
    const message = messages && !isWhole.current ? nextMessage(messages) : undefined
    const openPoints = pointsIn(latest.current.openPoints, message)
    if (disabledReasons.insert || !draft) {
      showNotice({ why: disabledReasons.insert ?? "" })
      const holding = openPoints.find(isHolding)
      if (!holding) return
      toLetter()
      return requestAnimationFrame(() => focusOn(holding.id))
    }
    const open = openPoints.flatMap((look) => (look.kind === "blank" ? [look] : []))
    const signature = [draft.id, message?.n, ...open.map(({ blank }) => blank.name)].join("\n")
    if (open.length > 0 && told.current !== signature) {
      told.current = signature
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
        key: ticketKey,
        draftId: draft.id,
        text: draftText.letter.text,
        ...(message ? { message: message.n - 1 } : {}),
        ...(open.length > 0 ? { anyway: true } : {}),
        ...(where === "below" ? { below: true } : where === "caret" ? { at: "caret" } : {})
      })
      if (!answer.ok) return showNotice(answer)
      draftText.settleFills()
      // The background worker may know more, for example that a newer note is there.
      showNotice({ code: "inserted" }, true)
    }
    void put()
  }
}
