import type { ToneExplanation } from "../../basis/explanation.ts"

export const voiceFormalityExplanation: ToneExplanation = {
  rule: "voice-formality",
  why: "The voice addresses customers with “{form}”."
}
