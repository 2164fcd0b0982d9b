import type { ToneExplanation } from "../../basis/explanation.ts"

export const jargonExplanation: ToneExplanation = {
  rule: "jargon",
  why: "A word that only your team uses."
}
