import { languageWritten } from "../../../text/language.ts"
import { isLanguage, LANGUAGES, languageOfLocale } from "../../../text/languages.ts"
import type { MissingFact, Source } from "../../../ticket/draft.ts"
import { chooseSentences, type SentenceChoice } from "./choosing/choose-sentences.ts"
import type { CustomerQuestion } from "./reading/customer-question.ts"
import { quotableOf } from "./reading/quotable.ts"
import { VOICES, type Voice } from "../voices/voice.ts"

/** A page that answers in another language than the customer's. */
export interface OtherLanguageAnswer {
  /** The blank that takes the answer's place in the draft, in the customer's language. */
  question: MissingFact
  /**
   * The same share as in {@link SentenceChoice}. It is never high, because two languages share only names, products and
   * figures.
   */
  covered: number
}

/** Returns the language in which a source may be quoted. */
export function languageOfSource({ locale, passage }: Source): string | null {
  return languageOfLocale(locale) ?? languageWritten(passage, LANGUAGES).language
}

/**
 * Finds the page that answers in a language that can't be quoted to this customer. The draft mentions the page and
 * doesn't translate it.
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
      why: said.length > MAX_WHY ? `${said.slice(0, MAX_WHY - 1)}…` : said
    }
  }
}

function chosenOf(question: CustomerQuestion, source: Source, language: string, voice: Voice): SentenceChoice {
  const own = languageOfSource(source)
  const readAs = isLanguage(own) ? VOICES[own] : voice
  // The question was stemmed in the customer's language, so only words that both languages write alike can match.
  return chooseSentences(question, quotableOf([source], language, readAs), {
    budget: 45,
    short: true,
    without: [],
    needed: readAs.needed
  })
}

const MAX_WHY = 400
/** A blank contains no brackets and at most 120 characters. */
const MAX_BLANK = 120

function blankOf(title: string, words: (title: string) => string): string {
  const plain = title.replace(/[[\]\n]+/g, " ").trim()
  const over = words(plain).length - MAX_BLANK
  return words(over > 0 ? `${plain.slice(0, plain.length - over - 1).trimEnd()}…` : plain)
}

/** Returns the name of a language in another language, such as "Englisch" for English in German. */
export function languageNameIn(code: string | null, language: string): string {
  return (
    (code ? new Intl.DisplayNames([language], { type: "language", fallback: "none" }).of(code) : undefined) ??
    code ??
    "?"
  )
}
