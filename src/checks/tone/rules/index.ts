import type { ToneRule } from "../basis/finding.ts"
import { blame } from "./blame/rule.ts"
import { blank } from "./blank/rule.ts"
import { coldness } from "./coldness/rule.ts"
import { insult } from "./insult/rule.ts"
import { jargon } from "./jargon/rule.ts"
import { missingGreeting } from "./missing-greeting/rule.ts"
import { overApology } from "./over-apology/rule.ts"
import { promise } from "./promise/rule.ts"
import { shouting } from "./shouting/rule.ts"
import { voiceEmoji } from "./voice-emoji/rule.ts"
import { voiceForbidden } from "./voice-forbidden/rule.ts"
import { voiceFormality } from "./voice-formality/rule.ts"
import { voiceGreeting } from "./voice-greeting/rule.ts"
import { voiceLength } from "./voice-length/rule.ts"
import { voiceName } from "./voice-name/rule.ts"
import { voicePreferred } from "./voice-preferred/rule.ts"
import { voiceSignOff } from "./voice-sign-off/rule.ts"
import { wrongLanguage } from "./wrong-language/rule.ts"
import { wrongName } from "./wrong-name/rule.ts"

/**
 * Every tone rule: one for each folder here.
 * Written by `npm run registries` from the files: don't edit.
 */
export const toneRules: readonly ToneRule[] = [
  blame,
  blank,
  coldness,
  insult,
  jargon,
  missingGreeting,
  overApology,
  promise,
  shouting,
  voiceEmoji,
  voiceForbidden,
  voiceFormality,
  voiceGreeting,
  voiceLength,
  voiceName,
  voicePreferred,
  voiceSignOff,
  wrongLanguage,
  wrongName
]
