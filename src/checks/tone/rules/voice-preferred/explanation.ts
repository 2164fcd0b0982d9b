import type { ToneExplanation } from "../../basis/explanation.ts"

export const voicePreferredExplanation: ToneExplanation = {
  rule: "voice-preferred",
  why: "The voice has another word for it."
}
