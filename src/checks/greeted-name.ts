import { LISTS } from "replywright/lexicon/checks"
import { optionalEntriesOf } from "../lexicon/lexicon.ts"
import { onceEach } from "../text/memo/text-memory.ts"

/**
 * Returns the name in a greeting ("Maria Jones" of "Hello Maria Jones,"), or undefined for another sentence, for a
 * greeting of nobody by name, and for a placeholder, which is somebody of the ticket.
 */
export function greetedName(sentence: string, language: string | null): string | undefined {
  const patterns = patternsOf(language ?? "en")
  const rest = patterns?.greeting.exec(sentence.trim())?.[1]
  if (!patterns || rest === undefined || rest.includes("[")) return undefined
  const name = rest
    .split(/[\s,:!]+/)
    .filter((word) => word !== "" && !patterns.anyone.test(word.replace(/\.$/, "")))
    .join(" ")
  return /^\p{Lu}\p{L}|^\p{Script=Han}|^\p{Script=Katakana}/u.test(name) ? name : undefined
}

/** Says whether a sentence begins with a greeting, of somebody by name or not ("Buenos días.", "Hi Mia, thanks."). */
export const beginsWithGreeting = (sentence: string, language: string | null): boolean =>
  patternsOf(language ?? "en")?.opening.test(sentence.trim()) ?? false

interface Patterns {
  greeting: RegExp
  /** What a greeting begins with. */
  opening: RegExp
  anyone: RegExp
}

const patternsOf = onceEach(readPatterns)

function readPatterns(language: string): Patterns | undefined {
  const greetings = optionalEntriesOf(LISTS, language, "greeting")?.join("|")
  const anyone = optionalEntriesOf(LISTS, language, "greeted-anyone")?.join("|")
  if (!greetings || !anyone) return undefined
  return {
    // A name has at most five words. More is a sentence that begins like a greeting.
    greeting:
      language === "ja"
        ? new RegExp(`^([^、。\\s]{1,12})(?:${greetings})[、。]?$`, "u")
        : new RegExp(`^(?:${greetings})[ ,]+(\\S+(?: \\S+){0,4}?)[,!:.]?$`, "iu"),
    opening:
      language === "ja"
        ? new RegExp(`^[^、。\\s]{1,12}(?:${greetings})(?:[、。]|$)`, "u")
        : new RegExp(`^[¡¿]?(?:${greetings})(?!\\p{L})`, "iu"),
    anyone: new RegExp(`^(?:${anyone})$`, "iu")
  }
}
