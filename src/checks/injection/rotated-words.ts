import { STOP_WORDS } from "../../text/words/stop-words.ts"
import { LANGUAGES } from "../../text/languages.ts"
import { once } from "../../text/memo/once.ts"

/** Returns a text with each Latin letter moved by half the alphabet (rot13), which is its own reverse. */
export const rotated = (text: string): string =>
  text.replace(/[a-z]/gi, (letter) => {
    const first = letter < "a" ? 65 : 97
    return String.fromCharCode(((letter.charCodeAt(0) - first + 13) % 26) + first)
  })

/**
 * Says whether a line has words by rot13: several in a row of which many are small words of a language, and none is one
 * as it is written.
 */
export function hasRotatedWords(line: string): boolean {
  const { small, rotatedSmall } = smallWords()
  let [words, hits] = [0, 0]
  for (const word of line.toLowerCase().match(WORD) ?? []) {
    if (small.has(word)) [words, hits] = [0, 0]
    else {
      words++
      if (rotatedSmall.has(word)) hits++
    }
    if (words >= MIN_RUN && hits >= words * SHARE) return true
  }
  return false
}

const WORD = /\p{L}+/gu
const MIN_RUN = 6
/** Of the words of a sentence, every third is a small one. */
const SHARE = 0.33

/** Small words of all languages, and how they look by rot13. Single letters are such words too, but tell nothing. */
const smallWords = once(() => {
  const small = new Set(
    LANGUAGES.flatMap((language) => [...(STOP_WORDS[language] ?? [])]).filter((word) => word.length > 1)
  )
  return { small, rotatedSmall: new Set([...small].map(rotated).filter((word) => !small.has(word))) }
})
