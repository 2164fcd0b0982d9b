import { useRef } from "react"
import type { PanelDraft } from "../../../protocol/panel.ts"
import { focusOn } from "./focus.ts"
import { isHolding, openBlanksText, type OpenPoint } from "./open-points.ts"
import type { DraftTextState } from "./use-draft-text.ts"
import type { DisabledReasons } from "./disabled-reasons.ts"
import type { PanelLink } from "./panel-link.ts"
import type { ShowNotice } from "./use-notice.ts"

interface InsertContext {
  ticketKey: string
  draft: PanelDraft | undefined
  link: PanelLink
  draftText: DraftTextState
  openPoints: OpenPoint[]
  disabledReasons: DisabledReasons
  showNotice: ShowNotice
  quiet: () => void
  /** Shows the draft in its reading view, where blanks and marks can be focused. */
  toLetter: () => void
}

/**
 * Insert. The first press goes to an open blank and says so; the second inserts the draft. It counts as the second press
 * as long as the same blanks are open. If Insert waits for something, a press goes to it.
 */
export function useInsert(given: InsertContext): (where?: "below" | "caret") => void {
  const told = useRef("")
  const latest = useRef(given)
  latest.current = given
  return (where) => {
    const { ticketKey, draft, link, draftText, openPoints, disabledReasons, showNotice, quiet, toLetter } =
      latest.current
    if (disabledReasons.insert || !draft) {
      showNotice({ why: disabledReasons.insert ?? "" })
      const holding = openPoints.find(isHolding)
      if (!holding) return
      toLetter()
      return requestAnimationFrame(() => focusOn(holding.id))
    }
    const open = openPoints.flatMap((look) => (look.kind === "blank" ? [look] : []))
    const signature = [draft.id, ...open.map(({ blank }) => blank.name)].join("\n")
    if (open.length > 0 && told.current !== signature) {
      told.current = signature
      toLetter()
      showNotice({ code: "blank-open", data: { count: open.length, blanks: openBlanksText(openPoints) } })
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
