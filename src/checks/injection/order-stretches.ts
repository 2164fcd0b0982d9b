import { LISTS } from "replywright/lexicon/checks"
import { entriesOf } from "../../lexicon/lexicon.ts"
import { LANGUAGES, type Language } from "../../text/languages.ts"
import { once } from "../../text/memo/once.ts"

/** A part of a text, and the languages in which it may give an order. */
export interface Stretch {
  start: number
  end: number
  languages: ReadonlySet<Language>
}

/**
 * Returns the stretches of a text in which an order to a machine may stand: sentences with a word without which there
 * is none, each with the sentences that follow it in the same paragraph. None overlap. Of a long text only the first and
 * the last ones are returned, so that a text made of such words costs no more than a letter.
 */
export function suspectStretches(text: string): Stretch[] {
  const languagesOf = suspectLanguages()
  const stretches: (Stretch & { languages: Set<Language> })[] = []
  let following = 0
  let paragraphEnds = 0
  for (const { index: start, 0: piece } of text.matchAll(PIECE)) {
    const end = start + piece.length
    if (!/\S/.test(piece)) paragraphEnds = end
    const languages = languagesOf(piece)
    following = languages.length > 0 ? MAX_FOLLOWING : Math.max(0, paragraphEnds === end ? 0 : following - 1)
    if (following === 0) continue
    const last = stretches.at(-1)
    if (last?.end === start && last.end > paragraphEnds && end - last.start <= MAX_STRETCH) {
      last.end = end
      for (const language of languages) last.languages.add(language)
    } else stretches.push({ start, end, languages: new Set(languages) })
  }
  return stretches.length <= 2 * MAX_AT_AN_END
    ? stretches
    : [...stretches.slice(0, MAX_AT_AN_END), ...stretches.slice(-MAX_AT_AN_END)]
}

/** Matches a sentence, a line or a part of a long one, with the signs that end it. */
const PIECE = /[^.!?。！？\n]{1,400}(?:[.!?。！？]+["”»」』)]?|\n)?|[.!?。！？]{1,400}|\n/g
const MAX_FOLLOWING = 4
const MAX_STRETCH = 1000
const MAX_AT_AN_END = 4

/**
 * Returns a function that finds the languages of whose suspect words a piece has one. It looks at each different word
 * once.
 */
function suspectLanguages(): (piece: string) => Language[] {
  const answers = new Map<string, Language[]>()
  const languagesOf = (word: string) => {
    const answer = answers.get(word) ?? LANGUAGES.filter((language) => triggers()[language].test(word))
    answers.set(word, answer)
    return answer
  }
  return (piece) => (piece.toLowerCase().match(WORD) ?? []).flatMap(languagesOf)
}
const WORD = /[\p{L}\p{N}]{2,60}/gu

const triggers = once((): Readonly<Record<Language, RegExp>> => {
  const of = (language: Language) => new RegExp(entriesOf(LISTS, language, "order-triggers").join("|"), "u")
  return { en: of("en"), de: of("de"), fr: of("fr"), es: of("es"), pt: of("pt"), ja: of("ja") }
})
