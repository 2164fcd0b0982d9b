import { isOtherLanguage, languageWritten } from "../../../../text/language.ts"
import { LANGUAGES } from "../../../../text/languages.ts"
import { finding, type Reply, type ToneFinding, type ToneRule } from "../../basis/finding.ts"
import { isQuotedSpan } from "../../basis/spans.ts"

/** Sentences or the whole reply are in another language than the customer's. Neighbouring sentences are one finding. */
export const wrongLanguage: ToneRule = { order: 30, find }

function find(reply: Reply): ToneFinding[] {
  const { language, text, sentences } = reply
  if (language === null) return []
  const whole = languageWritten(text, [...LANGUAGES, language])
  if (whole.language !== null && whole.language !== language && whole.sure) {
    const own = sentences.some(
      (sentence) =>
        languageWritten(sentence.text, [...LANGUAGES, language]).language === language && sentence.text.length > 40
    )
    if (!own) return [finding(reply, "wrong-language", 0, text.trimEnd().length, { data: { language } })]
  }
  const findings: ToneFinding[] = []
  for (const sentence of sentences) {
    if (!isOtherLanguage(sentence.text, language) || isQuotedSpan(reply, sentence)) continue
    const last = findings.at(-1)
    if (last && text.slice(last.end, sentence.start).trim() === "")
      findings[findings.length - 1] = finding(reply, "wrong-language", last.start, sentence.end, { data: { language } })
    else findings.push(finding(reply, "wrong-language", sentence.start, sentence.end, { data: { language } }))
  }
  return findings
}
