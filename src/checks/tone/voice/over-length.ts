import { JAPANESE_LETTERS } from "../../../text/language/is-japanese.ts"
import type { Length } from "../../../ticket/team-voice.ts"

export interface OverLength {
  unit: "words" | "characters"
  count: number
  limit: number
  /** Where the first word or character too many stands. */
  at: number
}

/** Returns by how much a reply is too long, or undefined. */
export function overLength(text: string, { words: mostWords, characters }: Length): OverLength | undefined {
  const written = wordsIn(text)
  if (mostWords !== undefined && written.length > mostWords)
    return { unit: "words", count: written.length, limit: mostWords, at: written[mostWords]?.index ?? 0 }
  const length = text.trim().length
  if (characters !== undefined && length > characters)
    return { unit: "characters", count: length, limit: characters, at: text.search(/\S/) + characters }
  return undefined
}

/**
 * Finds the words of a reply. A word is what stands between blanks and has a letter or a digit; in Japanese, which has
 * no blanks, two characters are one.
 */
export const wordsIn = (text: string): RegExpExecArray[] =>
  [...text.matchAll(RUN)].filter(([run]) => /[\p{L}\p{N}]/u.test(run))

/** A run is taken whole and then looked at, because a pattern that looks for a letter in it takes each sign anew. */
const RUN = new RegExp(`[${JAPANESE_LETTERS}]{1,2}|[^\\s${JAPANESE_LETTERS}]+`, "gu")
