import { languageWritten } from "../../../text/language.ts"
import { isLanguage, LANGUAGES, languageOfLocale } from "../../../text/languages.ts"
import type { MissingFact, Source } from "../../../ticket/draft.ts"
import { chooseSentences, type SentenceChoice } from "./choose-sentences.ts"
import type { CustomerQuestion } from "./customer-question.ts"
import { quotableOf } from "./quotable.ts"
import { VOICES, type Voice } from "../voices/voice.ts"

/** What a page in another language than the customer's says on it. */
export interface OtherLanguageAnswer {
  /** Stands in the letter for the answer, in the customer's language. */
  question: MissingFact
  /** As of a {@link Choice}: names, products and figures are all that two languages share, so it is never high. */
  covered: number
}

/** The language that a source may be quoted in. */
export function languageOfSource({ locale, passage }: Source): string | null {
  return languageOfLocale(locale) ?? languageWritten(passage, LANGUAGES).language
}

/**
 * The page that answers, but in a language in which nothing may be quoted to this customer: told of, not translated.
 */
export function findInOtherLanguage(
  question: CustomerQuestion,
  sources: Source[],
  language: string,
  voice: Voice
): OtherLanguageAnswer | undefined {
  const foreign = sources.filter((source) => languageOfSource(source) !== language)
  const choices = foreign.map((source) => ({ source, ...chosenOf(question, source, language, voice) }))
  const best = choices.filter(({ sentences }) => sentences.length > 0).sort((a, b) => b.covered - a.covered)[0]
  if (!best) return undefined
  const name = languageNameIn(languageOfSource(best.source), language)
  const said = best.sentences.map(({ text }) => text).join(" ")
  return {
    covered: best.covered,
    question: {
      blank: blankOf(best.source.title, (title) => voice.otherLanguage(title, name)),
      why: said.length > LONGEST_WHY ? `${said.slice(0, LONGEST_WHY - 1)}…` : said
    }
  }
}

function chosenOf(question: CustomerQuestion, source: Source, language: string, voice: Voice): SentenceChoice {
  const own = languageOfSource(source)
  const readAs = isLanguage(own) ? VOICES[own] : voice
  // Its words are cut as the customer's are: only those that both write alike can meet.
  return chooseSentences(question, quotableOf([source], language, readAs), {
    most: 2,
    without: [],
    needed: readAs.needed
  })
}

const LONGEST_WHY = 400
/** A blank holds no brackets, and no more than 120 characters. */
const LONGEST_BLANK = 120

function blankOf(title: string, words: (title: string) => string): string {
  const plain = title.replace(/[[\]\n]+/g, " ").trim()
  const over = words(plain).length - LONGEST_BLANK
  return words(over > 0 ? `${plain.slice(0, plain.length - over - 1).trimEnd()}…` : plain)
}

/** "Englisch": the name of a language, in a language. */
export function languageNameIn(code: string | null, language: string): string {
  return (
    (code ? new Intl.DisplayNames([language], { type: "language", fallback: "none" }).of(code) : undefined) ??
    code ??
    "?"
  )
}
