import type { ToneExplanation } from "../../basis/explanation.ts"

export const blankExplanation: ToneExplanation = {
  rule: "blank",
  why: "Still to be filled in or taken out.",
  icon: "blank"
}
