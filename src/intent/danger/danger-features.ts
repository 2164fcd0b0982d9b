import { hashOf } from "../../text/hash.ts"
import { featuresOf, wordsIn, type Counting, type Meanings } from "../classifier/features.ts"
import { countFeatures, type ReadText } from "../classifier/vectors.ts"
import { urgencySigns } from "../urgency.ts"
import { textVector } from "../word-vectors/text-vector.ts"

/** How the features of a danger count, chosen on `data/danger-2`, dev. */
export const DANGER_COUNTING: Counting = {
  kinds: [1, 1.5, 1, 0.6, 0.4, 0],
  leastExamples: 2,
  meaning: 1,
  logRatios: 0.015
}

/**
 * Returns what a text holds that may tell of a danger: words, pairs, parts of words and meanings, as intents are told,
 * and beside them the signs of the lists for danger and law as meanings of their own.
 * @param columnOf the column of a feature's hash, or undefined for one that doesn't count
 */
export function readDangerText(
  text: string,
  language: string | null,
  meanings: Meanings,
  columnOf: (hash: number) => number | undefined
): ReadText {
  const sign = signOf(text, language)
  const signs = sign ? [`!${sign}`] : []
  const features = featuresOf(text, language, (...of) => [...meanings(...of), ...signs], DANGER_COUNTING)
  return {
    features: countFeatures(features, (feature) => columnOf(hashOf(feature) >>> 0)),
    meaning: textVector(wordsIn(text), language)
  }
}

/** Returns whether the lists have words for danger or law in a text. */
export const hasSign = (text: string, language: string | null): boolean => signOf(text, language) !== undefined

function signOf(text: string, language: string | null): "danger" | "law" | undefined {
  const reason = urgencySigns(text, language).escalate?.reason
  return reason === "danger" || reason === "law" ? reason : undefined
}
