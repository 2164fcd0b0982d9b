import { LISTS } from "../../../lexicon/groups/tone.ts"
import { optionalEntriesOf } from "../../../lexicon/lexicon.ts"
import { LANGUAGES } from "../../../text/languages.ts"

/**
 * What is said in one language: the lists of `lexicon/<language>/tone/`. Each is the source of a regular expression that
 * begins at a word.
 */
export interface Phrases {
  /** The customer's fault, carelessness, a word doubted, a thing rubbed in. */
  blame: string
  /** A refusal or dismissal without a kind word. `rude`: cold whatever stands beside it. */
  cold: { curt: string; rude: string }
  /** One apology; one that is too much by itself; words that look like one and are none. */
  apology: { plain: string; heavy: string; none: string }
  /** Words of the back office. */
  jargon: readonly string[]
  /** Ordinary words that are shouted alone. */
  shouted: string
  /** How a letter begins: with these, the name after them. */
  greeting: string
  /** Thanks, or another kind first word, in the place of a greeting. */
  opening: string
  /** Put at the beginning where a greeting is missing. Names nobody. */
  hello: string
  /** Courtesy, a reason or a way on, beside a refusal. */
  kind: string
  /** Commits to what only the company can: beside money, refunds and dates, which the check for promises knows. */
  guarantee: string
  /** The agent's own next step, what is done already, hopes and what is not promised: no promise. */
  step: string
  /** Notes to oneself. */
  note: string
  /** What a placeholder in brackets speaks of. */
  gap: string
  /** Turns what is said around: a word of its own; a beginning or end of one, which in another language may be none. */
  negation: { word: string; within: string }
  /** A time that is no date of `facts`: "tomorrow", "soon", "next week". */
  when: string
  /** How many, how often, in words that are no figure of `facts`: "twice", "half". */
  amount: string
}

/** For a list that a language does not have: matches nothing. */
const NOTHING = "(?!)"

function readPhrases(language: string): Phrases {
  const lines = (list: string) => optionalEntriesOf(LISTS, language, list) ?? [NOTHING]
  const any = (list: string) => lines(list).join("|")
  return {
    blame: any("blame"),
    cold: { curt: any("cold-curt"), rude: any("cold-rude") },
    apology: { plain: any("apology-plain"), heavy: any("apology-heavy"), none: any("apology-none") },
    jargon: lines("jargon"),
    shouted: any("shouted"),
    greeting: any("greeting"),
    opening: any("opening"),
    hello: any("hello"),
    kind: any("kind"),
    guarantee: any("guarantee"),
    step: any("step"),
    note: any("note"),
    gap: any("gap"),
    negation: { word: any("negation-word"), within: any("negation-within") },
    when: any("when"),
    amount: any("amount")
  }
}

const ENGLISH = readPhrases("en")
const PHRASES: ReadonlyMap<string, Phrases> = new Map(
  LANGUAGES.map((language) => [language, language === "en" ? ENGLISH : readPhrases(language)])
)

/** Of the reply's own language; English where that is none of ours. */
export function phrasesOf(language: string | null): Phrases {
  return PHRASES.get(language ?? "en") ?? ENGLISH
}

/** All places in a text; where letters part words, only whole beginnings. */
export function findPhrase(source: string, text: string, flags = "giu"): RegExpExecArray[] {
  return [...text.matchAll(compiled(source, flags))]
}

/** The whole text is this, from its first letter to its last. */
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
