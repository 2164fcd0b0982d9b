import { LISTS } from "replywright/lexicon/tone"
import { optionalEntriesOf, wordsOf } from "../../../lexicon/lexicon.ts"
import { LANGUAGES } from "../../../text/languages.ts"

/**
 * Phrases of one language that several rules or the vocabulary read, from the lists in `lexicon/<language>/tone/`. Each
 * is the source of a regular expression that begins at a word. A list that only one rule reads is no part of this: the
 * rule asks for it by its name, with `listPattern` or `listLines`.
 */
export interface Phrases {
  /** One apology of ordinary weight. */
  apology: string
  /** Ordinary words that are shouted even when they stand alone. */
  shouted: string
  /** The words that a reply begins with; the customer's name follows them. */
  greeting: string
  /** Thanks or another kind first word that stands in place of a greeting. */
  opening: string
  /** Courtesy, a reason or a next step that goes with a refusal. */
  kind: string
  /** A word that negates, and a beginning or end of a word that does; the latter may be none in another language. */
  negation: { word: string; within: string }
  /** A time that `facts` does not read as a date: "tomorrow", "soon", "next week". */
  when: string
  /** How many or how often, in words that `facts` does not read as a number: "twice", "half". */
  amount: string
}

/** The phrases of the reply's own language; English where that is none of ours. */
export function phrasesOf(language: string | null): Phrases {
  const own = ownLanguage(language)
  const known = PHRASES.get(own) ?? readPhrases(own)
  PHRASES.set(own, known)
  return known
}
const PHRASES = new Map<string, Phrases>()

function readPhrases(language: string): Phrases {
  const any = (list: string) => listPattern(language, list)
  return {
    apology: any("apology-plain"),
    shouted: any("shouted"),
    greeting: any("greeting"),
    opening: any("opening"),
    kind: any("kind"),
    negation: { word: any("negation-word"), within: any("negation-within") },
    when: any("when"),
    amount: any("amount")
  }
}

/**
 * The list `lexicon/<language>/tone/<list>.txt` as the source of one regular expression, in the reply's own language or
 * in English where that is none of ours. It matches nothing where the language has no such list.
 */
export function listPattern(language: string | null, list: string): string {
  const key = `${ownLanguage(language)}/${list}`
  const known = patterns.get(key) ?? listLines(language, list).join("|")
  patterns.set(key, known)
  return known
}
const patterns = new Map<string, string>()

/** As `listPattern`, one regular expression for each line. */
export function listLines(language: string | null, list: string): readonly string[] {
  return optionalEntriesOf(LISTS, ownLanguage(language), list) ?? [NOTHING]
}

const ownLanguage = (language: string | null): string => LANGUAGES.find((own) => own === language) ?? "en"

/** This pattern matches nothing. */
const NOTHING = "(?!)"

/** All matches in a text. In a script that separates words, a match is made of whole words. */
export function findPhrase(source: string, text: string, flags = "giu"): RegExpExecArray[] {
  return [...text.matchAll(compiled(source, flags))]
}

/** The pattern matches the whole text, from its first letter to its last. */
export const isPhrase = (source: string, text: string): boolean =>
  findPhrase(source, text).some(({ 0: { length } }) => length === text.length)

export const hasPhrase = (source: string, text: string): boolean => findPhrase(source, text).length > 0

function compiled(source: string, flags: string): RegExp {
  const key = `${flags} ${source}`
  const known =
    cache.get(key) ??
    new RegExp(
      /[぀-ヿ一-鿿]/u.test(source) ? `(?:${source})` : `(?<![\\p{L}\\p{N}_])(?:${source})(?![\\p{L}\\p{N}_])`,
      flags
    )
  cache.set(key, known)
  return known
}
const cache = new Map<string, RegExp>()

// A rule and the vocabulary both use these words, so they stand here and not in the rule's folder.

/** Abbreviations that everybody knows: devices, measures, money, countries, offices, carriers. */
export const EVERYDAY = wordsOf(LISTS, "everyday-abbreviations")

/** A second apology with one of these repeats the first. */
export const AGAIN =
  /(?<!\p{L})(?:again|once more|sincer\p{L}*|deep\p{L}*|nochmals?|noch einmal|erneut|encore|à nouveau|de nuevo|nuevamente|otra vez|novamente|mais uma vez|de novo)(?!\p{L})|改めて|重ねて|再度|誠に/iu

/** The stems, in small letters, of the words that apologies are made of. */
export const APOLOGETIC =
  /^(?:sorr|apolog|inconv|troubl|unannehm|entschuld|umst|désagr|excus|molest|disculp|incómod|transtorn|desculp|incomod)/
