import type { ToneExplanation } from "../../basis/explanation.ts"

export const voiceGreetingExplanation: ToneExplanation = {
  rule: "voice-greeting",
  why: "The voice begins with “{greeting}”.",
  fix: "Begin with “{text}”"
}
