import { LISTS } from "replywright/lexicon/checks"
import { entriesOf, optionalEntriesOf } from "../../lexicon/lexicon.ts"
import { isLanguage, type Language } from "../../text/languages.ts"

/** The small words of one language that decide what a sentence claims, as patterns that match everywhere in a text. */
export interface Patterns {
  negators: RegExp
  /** What looks like a negation and isn't one, such as "no later than". */
  limits: RegExp
  only: RegExp
  /** All, any, always. */
  all: RegExp
  /** Some, most, usually. */
  some: RegExp
  conditions: RegExp
  /** Without. */
  without: RegExp
  /** Unless, except, instead. */
  exceptions: RegExp
  /** Exclusions, exceptions: words of a heading that take what is below it out. */
  exclusions: RegExp
  /** If and when, which begin a case. */
  cases: RegExp
  /** Where the words end that a negator negates. */
  reachEnds: RegExp
  /** Where a clause ends or begins. */
  breaks: RegExp
  may: RegExp
  must: RegExp
  should: RegExp
  we: RegExp
  you: RegExp
  /** What the writer is doing, has done or will do. */
  acts: RegExp
  /** For example. */
  examples: RegExp
  /** By unit, the periods by which something recurs. */
  periods: readonly { unit: string; pattern: RegExp }[]
}

/** Returns the patterns of a language, or undefined if the product has no lists for it. */
export function patternsFor(language: string | null): Patterns | undefined {
  if (!isLanguage(language)) return undefined
  const known = read.get(language)
  if (known) return known
  const patterns = readPatterns(language)
  read.set(language, patterns)
  return patterns
}

const read = new Map<Language, Patterns>()

function readPatterns(language: Language): Patterns {
  const bounded = (list: string) => new RegExp(sourceOf(language, list), "giu")
  const marks = language === "ja" ? "[、。，,]" : "[,;:]"
  return {
    negators: bounded("negators"),
    limits: bounded("limits"),
    only: bounded("only"),
    all: bounded("all"),
    some: bounded("some"),
    conditions: bounded("conditions"),
    without: bounded("without"),
    exceptions: bounded("exceptions"),
    exclusions: bounded("exclusions"),
    cases: bounded("cases"),
    reachEnds: new RegExp(`[,;:.!?。、]|${sourceOf(language, "reach-ends")}`, "giu"),
    breaks: new RegExp(`${marks}|${sourceOf(language, "clause-breaks")}`, "giu"),
    may: bounded("modal-may"),
    must: bounded("modal-must"),
    should: bounded("modal-should"),
    we: bounded("we"),
    you: bounded("you"),
    acts: bounded("acts"),
    examples: bounded("examples"),
    periods: (optionalEntriesOf(LISTS, language, "periods") ?? []).map((entry) => {
      const [unit = "", source = ""] = entry.split("=")
      return { unit, pattern: new RegExp(wholeWords(language, source), "giu") }
    })
  }
}

const sourceOf = (language: Language, list: string): string =>
  wholeWords(language, entriesOf(LISTS, language, list).join("|"))

/**
 * Returns the source of a pattern for whole words. Japanese puts no spaces between them, so there it matches anywhere.
 */
export function wholeWords(language: Language, source: string): string {
  return language === "ja" ? `(?:${source})` : `(?<![\\p{L}])(?:${source})(?![\\p{L}])`
}

/** Says whether a pattern matches somewhere. The patterns are global, so `test` would remember where it stopped. */
export const holds = (text: string, pattern: RegExp): boolean => text.search(pattern) >= 0

/** Blanks out limits, at the same length, so that offsets stay. */
export const withoutLimits = (text: string, { limits }: Patterns): string =>
  text.replace(limits, (found) => "·".repeat(found.length))

/** Returns how often a sentence negates something. */
export const negations = (text: string, patterns: Patterns): number =>
  withoutLimits(text, patterns).match(patterns.negators)?.length ?? 0

/**
 * Returns whether a heading or a line above a list denies its items or takes them out ("Not covered", "Exceptions"), so
 * that an item alone would say the opposite.
 */
export function deniesItems(line: string, language: string | null): boolean {
  const patterns = patternsFor(language)
  return patterns !== undefined && (negations(line, patterns) > 0 || holds(line, patterns.exclusions))
}
