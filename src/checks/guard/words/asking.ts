import { LISTS } from "replywright/lexicon/asking"
import { patternsOf } from "../../../lexicon/lexicon.ts"

/**
 * How one language asks for something without naming it, and how it says that nothing is asked for. They are the
 * lists of `lexicon/<language>/asking/`, sources of regular expressions; capitals don't count.
 */
export interface AskingWords {
  /** A number or a word that may be anything, and the customer's own device: a code where both stand together. */
  vague: readonly string[]
  device: readonly string[]
  /** A text message that is on its way: what it says is a code. */
  coming: readonly string[]
  /** The customer hands something to us: the verb together with "me", "to us", "here", "in your reply". */
  hand: readonly string[]
  /** We need it, lack it, wait for it, or it is enough for us. */
  need: readonly string[]
  /** A condition that we have it: "as soon as I have". */
  once: readonly string[]
  /** We are the ones who type it in; or nothing but "please" behind what is wanted. */
  use: readonly string[]
  /** A question for what something says. */
  question: readonly string[]
  /** What we do with it, in the first person: "so that I can", "then I'll". */
  reason: readonly string[]
  /** A pronoun that stands for what was named before. */
  point: readonly string[]
  /** What is asked for honestly: an order's number, whether it worked, the last four digits. */
  plain: readonly string[]
  /** Right behind the words of asking: only whether, when or how is asked. */
  whether: readonly string[]
  /** The same right there, with no comma: "if", "when". */
  under: readonly string[]
  /** The customer lets a device or a sign-in through: a prompt, a code to scan. */
  approve: readonly string[]
  /** We get into the customer's account. */
  enter: readonly string[]
  /** Only the customer types it in, nobody is told, or it has expired and we send another. */
  own: readonly string[]
}

function wordsIn(language: string): AskingWords {
  const list = (name: string) => patternsOf(LISTS, language, name)
  return {
    vague: list("vague"),
    device: list("device"),
    coming: list("coming"),
    hand: list("hand"),
    need: list("need"),
    once: list("once"),
    use: list("use"),
    question: list("question"),
    reason: list("reason"),
    point: list("point"),
    plain: list("plain"),
    whether: list("whether"),
    under: list("under"),
    approve: list("approve"),
    enter: list("enter"),
    own: list("own")
  }
}

const LATIN: readonly AskingWords[] = ["en", "de", "fr", "es", "pt"].map(wordsIn)
const JAPANESE = wordsIn("ja")

/** The words of all languages as one expression. Japanese has no ends of words. */
export function askingWords(pick: (words: AskingWords) => readonly string[], flags = "giu"): RegExp {
  const latin = LATIN.flatMap(pick)
  return new RegExp([`(?<![\\p{L}\\p{N}])(?:${latin.join("|")})(?![\\p{L}\\p{N}])`, ...pick(JAPANESE)].join("|"), flags)
}
