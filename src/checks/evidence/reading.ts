import { facts, type Fact } from "../../text/facts.ts"
import { plainWords, contentWords } from "../../text/words/words.ts"
import { holds, patternsFor } from "./patterns.ts"
import { LISTS } from "replywright/lexicon/checks"
import { entriesOf } from "../../lexicon/lexicon.ts"
import { LANGUAGES } from "../../text/languages.ts"
import { once } from "../../text/memo/text-memory.ts"

/** A piece of text as the comparisons need it. */
export interface Reading {
  text: string
  /** The stems of its content words, in order and without its figures. */
  stems: readonly string[]
  words: ReadonlySet<string>
  /** Figures, dates, links and codes, but no names and ordinals. */
  facts: readonly Fact[]
}

/** A sentence of a draft or a source. */
export interface SentenceReading extends Reading {
  /** Runs of four letters, across the spaces between words: each different one once, as a hash of 32 bits. */
  grams: Uint32Array
  /** Returns whether it states a case or a condition. It is read on the first call, because few are asked. */
  isConditional: () => boolean
}

export function readText(text: string, language: string | null): Reading {
  const said = facts(text, language)
  const stems = subjectStems(text, said, language)
  return {
    text,
    stems,
    words: new Set(stems),
    facts: figuresAmong(said)
  }
}

/** Returns the facts without names and ordinals, which aren't compared one by one. */
export const figuresAmong = (said: readonly Fact[]): Fact[] =>
  said.filter(({ kind }) => kind !== "name" && kind !== "ordinal")

export function readSentence(text: string, language: string | null): SentenceReading {
  return { ...readText(text, language), grams: gramsOf(text), isConditional: conditionalOnce(text, language) }
}

/** Returns a function that says whether a sentence states a case, a condition or an exception. */
export const conditionalOnce = (text: string, language: string | null): (() => boolean) =>
  once(() => isConditional(text, language))

function isConditional(text: string, language: string | null): boolean {
  const patterns = patternsFor(language)
  if (!patterns) return false
  return [patterns.conditions, patterns.cases, patterns.exceptions].some((pattern) => holds(text, pattern))
}

/** Returns the hashes of a sentence's runs of four letters. Two runs with one hash count as the same. */
export function gramsOf(text: string): Uint32Array {
  const plain = ` ${plainWords(text.slice(0, LONGEST).toLowerCase()).join(" ")} `
  const grams = new Set<number>()
  for (let at = 0; at + GRAM <= plain.length; at++) grams.add(hashAt(plain, at))
  return Uint32Array.from(grams)
}

/** Returns FNV-1a (Fowler, Noll and Vo) of the run's UTF-16 units. */
function hashAt(text: string, at: number): number {
  let hash = 0x811c9dc5
  for (let next = at; next < at + GRAM; next++) hash = Math.imul(hash ^ text.charCodeAt(next), 0x01000193)
  return hash >>> 0
}

const GRAM = 4
const LONGEST = 2000

/** Returns the stems of a text's words without its figures and their units, which are facts and compared as such. */
export function subjectStems(text: string, said: readonly Fact[], language: string | null): string[] {
  return contentWords(withoutFacts(text, said), language)
}

/** Returns a text with its facts blanked out, except names. */
export function withoutFacts(text: string, said: readonly Fact[]): string {
  let rest = text
  for (const { kind, start, end } of said)
    if (kind !== "name") rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end)
  return rest
}

/**
 * Returns a function that says whether a sentence of a lookup's lines, "label: value", is a remark that somebody typed
 * instead of a plain fact such as a status, a date or an amount: by its label, because it speaks of the customer or
 * gives an order, or because it is long or has more than one sentence. The system may be in any language.
 */
export function remarksIn(lines: string): (sentence: string) => boolean {
  const whole = new Set(lines.split("\n").map((line) => line.trim()))
  return (sentence) => {
    const line = sentence.trim()
    return (
      !whole.has(line) ||
      plainWords(valueOf(line).replace(/\p{N}+/gu, " ")).length > MAX_WORDS ||
      remarks().some((mark) => mark.test(line))
    )
  }
}

/** The words of the longest value that counts as a plain fact, without figures: "handed over to the carrier in June". */
const MAX_WORDS = 7

const valueOf = (line: string): string => line.slice(line.indexOf(":") + 1)

const remarks = once(() =>
  LANGUAGES.map((language) => new RegExp(entriesOf(LISTS, language, "remarks").join("|"), "iu"))
)
