import type { ToneExplanation } from "../basis/explanation.ts"
import { blameExplanation } from "./blame/explanation.ts"
import { blankExplanation } from "./blank/explanation.ts"
import { coldnessExplanation } from "./coldness/explanation.ts"
import { insultExplanation } from "./insult/explanation.ts"
import { jargonExplanation } from "./jargon/explanation.ts"
import { missingGreetingExplanation } from "./missing-greeting/explanation.ts"
import { overApologyExplanation } from "./over-apology/explanation.ts"
import { promiseExplanation } from "./promise/explanation.ts"
import { shoutingExplanation } from "./shouting/explanation.ts"
import { voiceEmojiExplanation } from "./voice-emoji/explanation.ts"
import { voiceForbiddenExplanation } from "./voice-forbidden/explanation.ts"
import { voiceFormalityExplanation } from "./voice-formality/explanation.ts"
import { voiceGreetingExplanation } from "./voice-greeting/explanation.ts"
import { voiceLengthExplanation } from "./voice-length/explanation.ts"
import { voiceNameExplanation } from "./voice-name/explanation.ts"
import { voicePreferredExplanation } from "./voice-preferred/explanation.ts"
import { voiceSignOffExplanation } from "./voice-sign-off/explanation.ts"
import { wrongLanguageExplanation } from "./wrong-language/explanation.ts"
import { wrongNameExplanation } from "./wrong-name/explanation.ts"

/**
 * How the tone card explains the findings of each rule. The panel loads these and not the rules.
 * Written by `npm run registries` from the files: don't edit.
 */
export const toneExplanations: readonly ToneExplanation[] = [
  blameExplanation,
  blankExplanation,
  coldnessExplanation,
  insultExplanation,
  jargonExplanation,
  missingGreetingExplanation,
  overApologyExplanation,
  promiseExplanation,
  shoutingExplanation,
  voiceEmojiExplanation,
  voiceForbiddenExplanation,
  voiceFormalityExplanation,
  voiceGreetingExplanation,
  voiceLengthExplanation,
  voiceNameExplanation,
  voicePreferredExplanation,
  voiceSignOffExplanation,
  wrongLanguageExplanation,
  wrongNameExplanation
]
