import { stem } from "../../text/words/stem.ts"
import { plainWords } from "../../text/words/words.ts"

/** Returns marks for expressions that mean the same, such as one for "refund" and "money back". */
export type Meanings = (text: string, language: string | null) => readonly string[]

/**
 * What a text holds, by kind: its words with their stems, pairs of stems that stand near each other, parts of its words,
 * and its meanings. A kind lists a feature as often as it occurs.
 */
export type Features = readonly (readonly string[])[]

/** How much each kind of feature counts. Together they were chosen on Banking77 and HINT3, and matter little. */
export const KIND_WEIGHTS: readonly number[] = [1, 1, 1, 0.6]

/** Returns the features of a text. @param language ISO 639-1, or null */
export function featuresOf(text: string, language: string | null, meanings: Meanings): Features {
  const words = wordsIn(text)
  const stems = words.map((word) => stem(word, language))
  return [
    [...words.map(wordFeature), ...stems.map(stemFeature)],
    pairsOf(stems),
    words.flatMap(partsOf),
    meanings(text, language)
  ]
}

/** Returns the features of kinds "words" and "parts" that one word has, to tell which word decided. */
export const featuresOfWord = (word: string, language: string | null): string[] => [
  wordFeature(word),
  stemFeature(stem(word, language)),
  ...partsOf(word)
]

/**
 * Returns the words of a text in lower case. All figures are one word, "isn't" is two, and placeholders and gaps are
 * left out, because who wrote says nothing about what for.
 */
export function wordsIn(text: string): string[] {
  return plainWords(
    text
      .normalize("NFKC")
      .replace(/\[[^\]\n]{1,40}\]/g, " ")
      .toLowerCase()
      .replace(/[’‘]/g, "'")
      .replace(/n't\b/g, " not")
      .replace(/'(?:s|m|re|ve|d|ll)\b/g, " ")
      .replace(/(?<=\p{L})-(?=\p{L})/gu, " ")
      .replace(/[?？]/g, ` ${QUESTION} `)
      .replace(/[$€£¥]/g, ` ${MONEY} `)
      .replace(/\p{N}+/gu, "0")
  )
}

/** These stand for signs that tell something and aren't words. */
const QUESTION = "qqquestion"
const MONEY = "qqmoney"
/** Returns whether it is a word that a reader sees in the text. */
export const isWritten = (word: string): boolean => word !== QUESTION && word !== MONEY && word !== "0"

const wordFeature = (word: string) => `w${word}`
const stemFeature = (word: string) => `s${word}`

/** Neighbours in their order, the first pair also as the beginning, and pairs with up to five words between in none. */
function pairsOf(stems: readonly string[]): string[] {
  const pairs = stems.length > 0 ? [`^${stems[0]} ${stems[1] ?? ""}`] : []
  stems.forEach((one, at) => {
    for (let behind = at + 1; behind < Math.min(stems.length, at + WINDOW); behind++) {
      const other = stems[behind] ?? ""
      if (behind === at + 1) pairs.push(`b${one} ${other}`)
      else pairs.push(one < other ? `k${one} ${other}` : `k${other} ${one}`)
    }
  })
  return pairs
}
const WINDOW = 7

/** Three to five letters in a row. They join what stems don't: "charged" and "overcharge", and words with a slip. */
function partsOf(word: string): string[] {
  const framed = `_${word.slice(0, LONGEST_WORD)}_`
  const parts: string[] = []
  for (let length = 3; length <= 5; length++)
    for (let at = 0; at + length <= framed.length; at++) parts.push(`c${framed.slice(at, at + length)}`)
  return parts
}
const LONGEST_WORD = 40
