/**
 * The names of the tone rules, which are the folders in `src/checks/tone/rules`.
 * Written by `npm run registries` from the folders: don't edit.
 */
export const TONE_RULE_NAMES = [
  "blame",
  "blank",
  "coldness",
  "insult",
  "jargon",
  "missing-greeting",
  "over-apology",
  "promise",
  "shouting",
  "voice-emoji",
  "voice-forbidden",
  "voice-formality",
  "voice-greeting",
  "voice-length",
  "voice-name",
  "voice-preferred",
  "voice-sign-off",
  "wrong-language",
  "wrong-name"
] as const

export type ToneRuleName = (typeof TONE_RULE_NAMES)[number]
