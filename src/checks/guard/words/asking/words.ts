import { de } from "./de.ts"
import { en } from "./en.ts"
import { es } from "./es.ts"
import { fr } from "./fr.ts"
import { ja } from "./ja.ts"
import { pt } from "./pt.ts"

/**
 * How one language asks for something without naming it, and how it says that nothing is asked for. All are sources of
 * regular expressions; capitals don't count.
 */
export interface AskingWords {
  /** A number or a word that may be anything, and the customer's own device: a code where both stand together. */
  vague: string[]
  device: string[]
  /** A text message that is on its way: what it says is a code. */
  coming: string[]
  /** The customer hands something to us: the verb together with "me", "to us", "here", "in your reply". */
  hand: string[]
  /** We need it, lack it, wait for it, or it is enough for us. */
  need: string[]
  /** A condition that we have it: "as soon as I have". */
  once: string[]
  /** We are the ones who type it in; or nothing but "please" behind what is wanted. */
  use: string[]
  /** A question for what something says. */
  question: string[]
  /** What we do with it, in the first person: "so that I can", "then I'll". */
  reason: string[]
  /** A pronoun that stands for what was named before. */
  point: string[]
  /** What is asked for honestly: an order's number, whether it worked, the last four digits. */
  plain: string[]
  /** Right behind the words of asking: only whether, when or how is asked. */
  whether: string[]
  /** The same right there, with no comma: "if", "when". */
  under: string[]
  /** The customer lets a device or a sign-in through: a prompt, a code to scan. */
  approve: string[]
  /** We get into the customer's account. */
  enter: string[]
  /** Only the customer types it in, nobody is told, or it has expired and we send another. */
  own: string[]
}

const LATIN: readonly AskingWords[] = [en, de, fr, es, pt]

/** The words of all languages as one expression. Japanese has no ends of words. */
export function askingWords(pick: (words: AskingWords) => string[], flags = "giu"): RegExp {
  const latin = LATIN.flatMap(pick)
  return new RegExp([`(?<![\\p{L}\\p{N}])(?:${latin.join("|")})(?![\\p{L}\\p{N}])`, ...pick(ja)].join("|"), flags)
}
