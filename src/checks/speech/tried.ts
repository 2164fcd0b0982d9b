import { LISTS } from "replywright/lexicon/speech"
import { wordPattern } from "../../lexicon/lexicon.ts"
import { onceEach } from "../../text/memo/once.ts"

/**
 * Tells whether a customer's sentence says what the writer has done about it, or what came of that. It goes by the form
 * of the verb, because people try more things than a list of verbs can name: what they did ("I pinned it", "habe ich
 * gereinigt") without the verbs of the story before it ("I ordered"), what was done to the thing ("has been changed"),
 * and how it ended ("same error again").
 */
export function saysTried(text: string, language: string | null): boolean {
  if (language === null) return false
  const { attempts, failures, outcomes } = formsOf(language)
  if (outcomes?.test(text)) return true
  // A short sentence tells only how something ended. Japanese has no spaces.
  const isShort = language !== "ja" && text.trim().split(/\s+/).length < 4
  return !isShort && (attempts?.test(text) === true || failures?.test(text) === true)
}

const formsOf = onceEach((language: string) => ({
  /** The writer did something, or had it done. */
  attempts: wordPattern(LISTS, language, "attempts"),
  /** A site, a form or a telephone didn't do what the writer wanted. */
  failures: wordPattern(LISTS, language, "failures"),
  /** What came of it. */
  outcomes: wordPattern(LISTS, language, "outcomes")
}))
