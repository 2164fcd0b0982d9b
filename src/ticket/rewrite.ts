import type { Span } from "./evidence-pair.ts"

/** What may be done to a text of the agent without changing what it says. */
export const REWRITES = ["shorter", "longer", "friendlier", "formal", "simpler", "steps", "spelling"] as const
export type Rewrite = (typeof REWRITES)[number]
/**
 * What rules alone can do, without a model. "Friendlier" takes out capitals and exclamation marks that shout, and
 * nothing else, and "simpler" cuts long sentences in two. Spelling takes a language with dictionaries, and steps take
 * instructions.
 */
export const OFFLINE_REWRITES: readonly Rewrite[] = ["shorter", "friendlier", "simpler", "steps", "spelling"]

/** The languages in which spelling is corrected without a model. */
export const SPELLING_LANGUAGES = ["en", "fr", "es", "pt"] as const
export type SpellingLanguage = (typeof SPELLING_LANGUAGES)[number]
export const isSpellingLanguage = (code: string | null): code is SpellingLanguage =>
  SPELLING_LANGUAGES.some((one) => one === code)

/** A translation into one of the product's languages. Only a model can do it. */
export const TRANSLATIONS = ["to-en", "to-de", "to-fr", "to-es", "to-pt", "to-ja"] as const
export type Translation = (typeof TRANSLATIONS)[number]

export const isTranslation = (change: string): change is Translation => TRANSLATIONS.some((one) => one === change)

/** Returns the language (ISO 639-1) that a translation is into, or undefined for every other change. */
export const languageInto = (change: string): string | undefined =>
  isTranslation(change) ? change.slice(3) : undefined

/** A difference between a text and its rewrite that may change what is said. A side that has nothing is missing. */
export interface FactChange {
  kind: FactChangeKind
  /** Where it stands in the text before, in UTF-16 units. */
  before?: Span
  /** Where it stands in the rewrite. */
  after?: Span
}

export const FACT_CHANGE_KINDS = [
  "figure",
  "limit",
  "order",
  "name",
  "link",
  "placeholder",
  "blank",
  "negation",
  "condition",
  "certainty",
  "actor",
  "scope",
  "price",
  "statement",
  "wording",
  "judged"
] as const
export type FactChangeKind = (typeof FACT_CHANGE_KINDS)[number]
