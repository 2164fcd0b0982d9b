import type { ToneExplanation } from "../../basis/explanation.ts"

export const missingGreetingExplanation: ToneExplanation = {
  rule: "missing-greeting",
  why: "The first reply begins without a greeting.",
  fix: "Begin with “{text}”"
}
