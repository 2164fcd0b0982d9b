import type { ToneExplanation } from "../../basis/explanation.ts"

export const voiceEmojiExplanation: ToneExplanation = {
  rule: "voice-emoji",
  why: "{most, select, 0 {The voice has no emoji.} other {More emoji than the voice allows ({most}).}}",
  fix: "Take it out"
}
