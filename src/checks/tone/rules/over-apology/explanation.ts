import type { ToneExplanation } from "../../basis/explanation.ts"

export const overApologyExplanation: ToneExplanation = {
  rule: "over-apology",
  why: "One apology is enough.",
  fix: "Leave it out"
}
