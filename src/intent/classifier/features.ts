import { stem } from "../../text/words/stem.ts"
import { plainWords } from "../../text/words/words.ts"

/** Returns marks for expressions that mean the same, such as one for "refund" and "money back". */
export type Meanings = (text: string, language: string | null) => readonly string[]

/**
 * What a text holds, by kind: its words with their stems, pairs of stems that stand near each other, parts of its words,
 * its meanings, pairs of these, and parts that go across words. A kind lists a feature as often as it occurs.
 */
export type Features = readonly (readonly string[])[]

/** Returns the features of a text, without parts across words if those count nothing. @param language ISO 639-1, or null */
export function featuresOf(
  text: string,
  language: string | null,
  meanings: Meanings,
  { kinds }: Pick<Counting, "kinds">
): Features {
  const words = wordsIn(text)
  const stems = words.map((word) => stem(word, language))
  const meant = meanings(text, language)
  return [
    [...words.map(wordFeature), ...stems.map(stemFeature)],
    pairsOf(stems),
    words.flatMap(partsOf),
    meant,
    meaningPairsOf(meant),
    kinds[ACROSS] === 0 ? [] : partsAcross(words)
  ]
}
const ACROSS = 5

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

/** Pairs of different meanings that are near each other, in no order: "card" and "declined" in whatever words. */
function meaningPairsOf(meant: readonly string[]): string[] {
  const each = [...new Set(meant)]
  return each.flatMap((one, at) =>
    each.slice(at + 1, at + WINDOW).map((other) => (one < other ? `m${one} ${other}` : `m${other} ${one}`))
  )
}

/** Three to five letters in a row. They join what stems don't: "charged" and "overcharge", and words with a slip. */
function partsOf(word: string): string[] {
  return partsIn(`_${word.slice(0, MAX_WORD)}_`, "c", 5)
}
const MAX_WORD = 40

/** Three to six letters in a row, the gaps between words among them, as in "to_my_". They tell phrases. */
const partsAcross = (words: readonly string[]) => partsIn(`_${words.join("_")}_`, "x", 6)

function partsIn(letters: string, mark: string, longest: number): string[] {
  const parts: string[] = []
  for (let length = 3; length <= longest; length++)
    for (let at = 0; at + length <= letters.length; at++) parts.push(mark + letters.slice(at, at + length))
  return parts
}

/** How much each kind of feature counts, the meaning of words beside them, and naive Bayes beside the margins. */
export interface Counting {
  /** For each kind of feature, in the order of `Features`. */
  kinds: readonly number[]
  /** A feature that fewer examples have is left out. */
  leastExamples: number
  /** How much a text's meaning counts beside its features. */
  meaning: number
  /** How much a log-ratio counts beside a weight of the margins. */
  logRatios: number
}

/**
 * Returns how features count. With thousands of texts, phrases have been seen often enough to say more than their words,
 * and a feature that only one example has is left out: it tells little, and there are most of these. With fewer texts
 * phrases mislead, and a relay has fewer. Chosen on Banking77 and checked on CLINC150 and HINT3
 * (docs/decisions/0092-naive-bayes-for-intents.md).
 * @param texts how many different ones are learnt from
 */
export const countingFor = (texts: number): Counting => (texts > MANY ? OF_MANY : OF_FEW)

const MANY = 3000
const OF_FEW: Counting = { kinds: [1, 1, 1, 0.6, 0.4, 0], leastExamples: 1, meaning: 1, logRatios: 0.005 }
const OF_MANY: Counting = { kinds: [1, 1.6, 0.6, 0.6, 0.3, 1], leastExamples: 2, meaning: 1, logRatios: 0.015 }
