import type { ToneExplanation } from "../../basis/explanation.ts"

export const coldnessExplanation: ToneExplanation = {
  rule: "coldness",
  why: "Refuses without a kind word, a reason or a next step."
}
