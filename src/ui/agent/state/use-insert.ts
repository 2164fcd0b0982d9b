import { useRef } from "react"
import type { PanelDraft } from "../../../protocol/panel.ts"
import { focusOn } from "./focus.ts"
import { blanksAsPut, type Look } from "./look.ts"
import type { LetterHold } from "./use-letter.ts"
import type { Offs } from "./offs.ts"
import type { PanelLink } from "./panel-link.ts"
import type { Speak } from "./use-notice.ts"

interface Given {
  ticketKey: string
  draft: PanelDraft | undefined
  link: PanelLink
  hold: LetterHold
  looks: Look[]
  offs: Offs
  speak: Speak
  quiet: () => void
  /** Shows the letter in its reading view, where blanks and promises can be gone to. */
  toLetter: () => void
}

/**
 * Insert: the first press goes to an open blank, else to a promise that nobody approved, and says so; the second puts
 * the draft in. It is the same second press as long as the same things are open.
 */
export function useInsert(given: Given): (where?: "below" | "caret") => void {
  const told = useRef("")
  const latest = useRef(given)
  latest.current = given
  return (where) => {
    const { ticketKey, draft, link, hold, looks, offs, speak, quiet, toLetter } = latest.current
    if (offs.insert || !draft) {
      speak({ why: offs.insert ?? "" })
      const foreign = looks.find(({ kind }) => kind === "foreign")
      if (!foreign) return
      toLetter()
      return requestAnimationFrame(() => focusOn(foreign.id))
    }
    const open = looks.flatMap((look) => (look.kind === "blank" ? [look] : []))
    const promises = looks.filter((look) => look.kind === "needs-approval")
    const stops: Look[] = open.length > 0 ? open : promises
    const signature = [draft.id, ...open.map(({ blank }) => blank.name), promises.length].join("\n")
    if (stops.length > 0 && told.current !== signature) {
      told.current = signature
      toLetter()
      speak({
        code: open.length > 0 ? "blank-open" : "promise-open",
        data: { count: stops.length, blanks: blanksAsPut(looks) }
      })
      // After the view has changed, where it does.
      requestAnimationFrame(() => focusOn(stops[0]?.id))
      return
    }
    quiet()
    const put = async () => {
      await hold.flush()
      // With its open blanks as they are: only what stands in the editor has them as plain words.
      const answer = await link.send({
        kind: "panel-insert",
        key: ticketKey,
        draftId: draft.id,
        text: hold.letter.text,
        ...(open.length > 0 ? { anyway: true } : {}),
        ...(where === "below" ? { below: true } : where === "caret" ? { at: "caret" } : {})
      })
      if (!answer.ok) return speak(answer)
      hold.settleFills()
      // The background may know more: that a newer note stands there.
      speak({ code: "inserted" }, true)
    }
    void put()
  }
}
