import type { ToneExplanation } from "../../basis/explanation.ts"

export const voiceForbiddenExplanation: ToneExplanation = {
  rule: "voice-forbidden",
  why: "The voice doesn't say this."
}
