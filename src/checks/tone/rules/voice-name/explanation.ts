import type { ToneExplanation } from "../../basis/explanation.ts"

export const voiceNameExplanation: ToneExplanation = {
  rule: "voice-name",
  why: "The voice greets {naming, select, first {by the first name} full {by the full name} other {without a name}}."
}
