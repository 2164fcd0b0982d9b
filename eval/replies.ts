import { analyseText, type AnalysedText } from "../src/search/replies/analyse-text.ts"
import { isOtherLanguage, languageOf } from "../src/text/language.ts"
import { LANGUAGES, languageOfLocale } from "../src/text/languages.ts"
import type { CorpusLine } from "./corpus.ts"

/**
 * Prepares replies for ranking, by id. If no locale is given, the language is that of all replies together, except for
 * replies that are certainly in another one, because a reply is often too short to show its language.
 */
export function cutReplies(lines: readonly CorpusLine[]): Map<string, AnalysedText> {
  const common = languageOf(lines.map(({ text }) => text).join("\n"), LANGUAGES).language
  const languageIn = (text: string) =>
    common === null || isOtherLanguage(text, common) ? languageOf(text, LANGUAGES).language : common
  return new Map(
    lines.map(({ id, text, locale }) => [
      String(id),
      analyseText(text, languageOfLocale(locale ?? undefined) ?? languageIn(text))
    ])
  )
}
