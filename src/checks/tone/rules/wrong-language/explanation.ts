import type { ToneExplanation } from "../../basis/explanation.ts"

export const wrongLanguageExplanation: ToneExplanation = {
  rule: "wrong-language",
  why: "The customer writes in {language}."
}
