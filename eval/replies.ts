import { analyseText, type AnalysedText } from "../src/search/replies/analyse-text.ts"
import { isOtherLanguage, languageOf } from "../src/text/language.ts"
import { LANGUAGES, languageOfLocale } from "../src/text/languages.ts"
import type { CorpusLine } from "./corpus.ts"

/**
 * Replies cut for ranking, by id. Where no locale is told, in the language of them all together, but for those that are
 * surely in another: a reply is often too short to tell.
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
