import type { ToneExplanation } from "../../basis/explanation.ts"

export const promiseExplanation: ToneExplanation = {
  rule: "promise",
  why: "A promise that neither the thread nor a source makes."
}
