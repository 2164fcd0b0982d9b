import type { ToneExplanation } from "../../basis/explanation.ts"

export const voiceLengthExplanation: ToneExplanation = {
  rule: "voice-length",
  why: "The reply has {count} {unit, select, words {words} other {characters}}, and the voice or the channel allows {most}.",
  fix: "Take out thanks and apologies"
}
