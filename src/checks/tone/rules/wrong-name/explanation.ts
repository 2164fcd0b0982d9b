import type { ToneExplanation } from "../../basis/explanation.ts"

export const wrongNameExplanation: ToneExplanation = {
  rule: "wrong-name",
  why: "The customer is called {name}.",
  whyUnknown: "The customer goes by another name."
}
