import { de } from "./de.ts"
import { en } from "./en.ts"
import { es } from "./es.ts"
import { fr } from "./fr.ts"
import { ja } from "./ja.ts"
import { pt } from "./pt.ts"

/**
 * Words of one language, as sources of regular expressions without capitals to keep apart. All languages are looked for
 * at once.
 */
export interface GuardWords {
  /** A model speaking of what it was told. */
  prompt: string[]
  /** What nobody may be asked for. */
  secret: string[]
  /** Asking to be told or sent something, with "us" or "here" in it. */
  ask: string[]
  /** The same, where only the thing asked for tells to whom: on a page of the customer's it is no request. */
  askWeak: string[]
  /** A place of the customer's own where a code is typed. */
  place: string[]
  not: string[]
  /** Whoever reads on is spoken of only under a condition: "let us know if ...". */
  condition: string[]
  /** Looking for something outside: a search engine, a shop for apps. */
  search: string[]
  /** What is done with what was found. */
  login: string[]
  /** Writing to somebody on a messenger. */
  contact: string[]
  /** Digits and numbers to 90, by word. */
  numbers: Record<string, number>
  /** "at" and "dot", read out. */
  at: string[]
  dot: string[]
}

const LANGUAGES: readonly GuardWords[] = [en, de, fr, es, pt, ja]

/** The words of all languages as one expression. Japanese has no ends of words. */
export function anyOf(pick: (words: GuardWords) => string[], flags = "giu"): RegExp {
  const latin = LANGUAGES.filter((words) => words !== ja).flatMap(pick)
  const dense = pick(ja)
  return new RegExp(
    [...(latin.length ? [`(?<![\\p{L}\\p{N}])(?:${latin.join("|")})(?![\\p{L}\\p{N}])`] : []), ...dense].join("|"),
    flags
  )
}

/** Every number word, by word. */
export const NUMBERS: ReadonlyMap<string, number> = new Map(LANGUAGES.flatMap(({ numbers }) => Object.entries(numbers)))
