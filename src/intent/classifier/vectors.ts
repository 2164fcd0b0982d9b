import type { Counting, Features } from "./features.ts"
import { DIMENSIONS } from "../word-vectors/word-vector-table.ts"

/** A text as numbers: the columns of its features, and how much each says. Its length is 1. */
export interface SparseVector {
  columns: Int32Array
  values: Float32Array
}

/** The columns of features, and how rare each is among the examples. The columns of meanings are behind them. */
export interface Vocabulary {
  columns: ReadonlyMap<string, number>
  rarity: Float32Array
}

/** A text's features by their numbers: by kind, each feature once, and how often it occurs. */
export type CountedFeatures = readonly { features: Int32Array; counts: Int32Array }[]

/** What is read of a text before it is known which features count. */
export interface ReadText {
  features: CountedFeatures
  /** Where its words point together, of length 1; see `word-vectors/text-vector.ts`. */
  meaning: Float32Array | undefined
}

/** Counts features. One that has no number is left out. */
export function countFeatures(features: Features, numberOf: (feature: string) => number | undefined): CountedFeatures {
  return features.map((kind) => {
    const counts = new Map<number, number>()
    for (const feature of kind) {
      const number = numberOf(feature)
      if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1)
    }
    return { features: Int32Array.from(counts.keys()), counts: Int32Array.from(counts.values()) }
  })
}

/** The columns of numbered features, -1 for those left out, and how rare the feature of each column is. */
export interface Columns {
  of: Int32Array
  rarity: Float32Array
}

/**
 * Returns the columns for examples.
 * @param features how many are numbered
 */
export function columnsFor(
  examples: readonly CountedFeatures[],
  features: number,
  { leastExamples }: Counting
): Columns {
  const counts = new Int32Array(features)
  for (const kinds of examples)
    for (const kind of kinds) for (const feature of kind.features) counts[feature] = (counts[feature] ?? 0) + 1
  const of = new Int32Array(features).fill(-1)
  const rarity: number[] = []
  counts.forEach((count, feature) => {
    if (count < leastExamples) return
    of[feature] = rarity.length
    rarity.push(1 + Math.log((examples.length + 1) / (count + 1)))
  })
  return { of, rarity: Float32Array.from(rarity) }
}

/** Returns how many columns vectors have. @param rarity of their features */
export const widthOf = (rarity: Float32Array): number => rarity.length + DIMENSIONS

/**
 * Returns a text's vector: tf-idf with the logarithm of the count, each kind of length 1 times its weight, and behind
 * them the text's meaning times its own.
 * @param columns without it, features are numbered by their columns
 */
export function vectorOf(
  { features: kinds, meaning }: ReadText,
  rarity: Float32Array,
  counting: Counting,
  columns?: Int32Array
): SparseVector {
  const indexes: number[] = []
  const values: number[] = []
  kinds.forEach(({ features, counts }, kind) => {
    const from = values.length
    let squares = 0
    for (let at = 0; at < features.length; at++) {
      const feature = features[at] ?? 0
      const column = columns ? (columns[feature] ?? -1) : feature
      if (column < 0) continue
      const value = (1 + Math.log(counts[at] ?? 1)) * (rarity[column] ?? 0)
      squares += value * value
      indexes.push(column)
      values.push(value)
    }
    scale(values, from, (counting.kinds[kind] ?? 1) / Math.sqrt(squares || 1))
  })
  meaning?.forEach((value, at) => {
    indexes.push(rarity.length + at)
    values.push(value * counting.meaning)
  })
  const squares = values.reduce((sum, value) => sum + value * value, 0)
  scale(values, 0, 1 / Math.sqrt(squares || 1))
  return { columns: Int32Array.from(indexes), values: Float32Array.from(values) }
}

/** Multiplies the values from a place on. */
function scale(values: number[], from: number, by: number): void {
  for (let at = from; at < values.length; at++) values[at] = (values[at] ?? 0) * by
}
