import { languageWritten } from "../../text/language.ts"
import { LANGUAGES } from "../../text/languages.ts"
import { sentences } from "../../text/sentences.ts"
import type { Reply, ToneContext, ToneFinding } from "./basis/finding.ts"
import { safeFix } from "./fix.ts"
import { toneRules } from "./rules/index.ts"
import { languageOfThread } from "../../text/language-of-thread.ts"

const inOrder = [...toneRules].sort((a, b) => a.order - b.order)

/**
 * What may be wrong with the tone of a reply in the editor (without quote and signature of the helpdesk), in order of
 * place. The text is clear and stays in the browser. A reply of 2,000 characters takes a few milliseconds; only the
 * first 20,000 characters are checked.
 */
export function checkTone(text: string, about: ToneContext): ToneFinding[] {
  const checked = text.slice(0, LONGEST)
  const written =
    languageWritten(checked, [...LANGUAGES, ...(about.language === null ? [] : [about.language])]).language ??
    about.language
  const reply: Reply = {
    ...about,
    text: checked,
    ...(checked !== text && { signed: checked }),
    written,
    sentences: sentences(checked, written)
  }
  const safe = (one: ToneFinding): ToneFinding =>
    one.fix && !("refused" in one.fix) ? { ...one, fix: safeFix(reply, one.fix) } : one
  return inOrder
    .flatMap((rule) => (rule.isVoice ? rule.find(reply) : rule.find(reply).map(safe)))
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || a.end - b.end)
}

/** In UTF-16 units. */
const LONGEST = 20_000

/**
 * A reply to be checked in another part of the extension. Language detection, which the check needs, is larger than all
 * the rest of the check.
 */
export interface ToneJob extends Omit<ToneContext, "language"> {
  kind: "tone"
  text: string
  subject: string
  /** The helpdesk's locale for the thread. */
  locale: string | undefined
}

export function runToneJob({ text, subject, locale, ...about }: ToneJob): ToneFinding[] {
  return checkTone(text, { ...about, language: languageOfThread({ subject, locale, messages: about.thread }) })
}
