import { languageWritten } from "../../text/language.ts"
import { LANGUAGES } from "../../text/languages.ts"
import { sentences } from "../../text/sentences.ts"
import type { Reply, ToneContext, ToneFinding, ToneRule } from "./basis/finding.ts"
import { safeFix } from "./fix.ts"
import { blame } from "./rules/blame.ts"
import { blank } from "./rules/blank.ts"
import { coldness } from "./rules/coldness.ts"
import { jargon } from "./rules/jargon.ts"
import { missingGreeting } from "./rules/missing-greeting.ts"
import { overApology } from "./rules/over-apology.ts"
import { promise } from "./rules/promise.ts"
import { shouting } from "./rules/shouting.ts"
import { wrongLanguage } from "./rules/wrong-language.ts"
import { wrongName } from "./rules/wrong-name.ts"

const RULES: ToneRule[] = [
  blank,
  wrongName,
  wrongLanguage,
  missingGreeting,
  promise,
  blame,
  coldness,
  shouting,
  overApology,
  jargon
]

/**
 * What may be wrong with the tone of a reply as it stands in the editor (without quote and signature of the helpdesk),
 * in order of place. In clear text, in the browser alone. A reply of 2,000 characters takes a few milliseconds; a
 * longer one than 20,000 is looked at up to there.
 */
export function checkTone(text: string, about: ToneContext): ToneFinding[] {
  const looked = text.slice(0, LONGEST)
  const written =
    languageWritten(looked, [...LANGUAGES, ...(about.language === null ? [] : [about.language])]).language ??
    about.language
  const reply: Reply = { ...about, text: looked, written, sentences: sentences(looked, written) }
  const found = RULES.flatMap((rule) => rule(reply)).filter(({ start, end }) => end > start)
  return found
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .map((one) => (one.fix && !("refused" in one.fix) ? { ...one, fix: safeFix(reply, one.fix) } : one))
}

/** Characters. */
const LONGEST = 20_000
