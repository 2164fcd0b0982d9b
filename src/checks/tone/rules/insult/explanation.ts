import type { ToneExplanation } from "../../basis/explanation.ts"

export const insultExplanation: ToneExplanation = {
  rule: "insult",
  why: "Insults the customer, or belittles what they wrote."
}
