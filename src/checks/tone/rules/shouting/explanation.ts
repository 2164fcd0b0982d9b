import type { ToneExplanation } from "../../basis/explanation.ts"

export const shoutingExplanation: ToneExplanation = {
  rule: "shouting",
  why: "Reads as shouting."
}
