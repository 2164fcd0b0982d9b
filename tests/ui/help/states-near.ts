import type { PanelState } from "../../../src/protocol/panel.ts"
import { base, claimsOf, draft } from "./states-parts.ts"

const LETTER = `Hello Maya,

The carrier answers within five working days. If it is lost, you get it all back. The driver left it at the green door.

Kind regards
Tom`

/** A letter of which one sentence is proven, one only near a page, and one near the ticket. */
export const nearStates = {
  "near-words": (): PanelState =>
    base({
      draft: draft({
        text: LETTER,
        questions: [],
        claims: claimsOf(LETTER, [
          ["The carrier answers within five working days.", { state: "supported", sources: [2] }],
          ["If it is lost, you get it all back.", { state: "near", sources: [3] }],
          ["The driver left it at the green door.", { state: "near", sources: [0] }]
        ])
      })
    })
}
