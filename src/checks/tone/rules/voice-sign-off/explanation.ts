import type { ToneExplanation } from "../../basis/explanation.ts"

export const voiceSignOffExplanation: ToneExplanation = {
  rule: "voice-sign-off",
  why: "The voice ends with “{signOff}”.",
  fix: "End with “{signOff}”"
}
