import { useRef } from "react"
import type { PanelDraft } from "../../../protocol/panel.ts"
import { focusOn } from "./focus.ts"
import { openBlanksText, type OpenPoint } from "./open-points.ts"
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
  /** Shows the draft in its reading view, where blanks and promises can be focused. */
  toLetter: () => void
}

/**
 * Insert. The first press goes to an open blank, or else to a promise that nobody approved, and says so; the second
 * inserts the draft. It counts as the second press as long as the same things are open.
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
      const foreign = openPoints.find(({ kind }) => kind === "foreign")
      if (!foreign) return
      toLetter()
      return requestAnimationFrame(() => focusOn(foreign.id))
    }
    const open = openPoints.flatMap((look) => (look.kind === "blank" ? [look] : []))
    const promises = openPoints.filter((look) => look.kind === "needs-approval")
    const stops: OpenPoint[] = open.length > 0 ? open : promises
    const signature = [draft.id, ...open.map(({ blank }) => blank.name), promises.length].join("\n")
    if (stops.length > 0 && told.current !== signature) {
      told.current = signature
      toLetter()
      showNotice({
        code: open.length > 0 ? "blank-open" : "promise-open",
        data: { count: stops.length, blanks: openBlanksText(openPoints) }
      })
      // This runs after the view has changed, if it does.
      requestAnimationFrame(() => focusOn(stops[0]?.id))
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
