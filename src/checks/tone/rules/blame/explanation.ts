import type { ToneExplanation } from "../../basis/explanation.ts"

export const blameExplanation: ToneExplanation = {
  rule: "blame",
  why: "Reads as if it were the customer’s fault."
}
