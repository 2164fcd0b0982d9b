import { de } from "./de.ts"
import { en } from "./en.ts"
import { es } from "./es.ts"
import { fr } from "./fr.ts"
import { ja } from "./ja.ts"
import { pt } from "./pt.ts"

/** What is said in one language. Each a source of a regular expression that begins at a word. */
export interface Phrases {
  /** The customer's fault, carelessness, a word doubted, a thing rubbed in. */
  blame: string
  /** A refusal or dismissal without a kind word. `rude`: cold whatever stands beside it. */
  cold: { curt: string; rude: string }
  /** One apology; one that is too much by itself; words that look like one and are none. */
  apology: { plain: string; heavy: string; none: string }
  /** Words of the back office. */
  jargon: string[]
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

const PHRASES: Record<string, Phrases> = { en, de, fr, es, pt, ja }

/** Of the reply's own language; English where that is none of ours. */
export function phrasesOf(language: string | null): Phrases {
  return PHRASES[language ?? "en"] ?? en
}

/** All places in a text; where letters part words, only whole beginnings. */
export function find(source: string, text: string, flags = "giu"): RegExpExecArray[] {
  return [...text.matchAll(compiled(source, flags))]
}

/** The whole text is this, from its first letter to its last. */
export const is = (source: string, text: string): boolean =>
  find(source, text).some(({ 0: { length } }) => length === text.length)

export const has = (source: string, text: string): boolean => find(source, text).length > 0

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
