import { KIND_WEIGHTS, type Features } from "./features.ts"

/** A text as numbers: the columns of its features, and how much each says. Its length is 1. */
export interface SparseVector {
  columns: Int32Array
  values: Float32Array
}

/** Which column a feature has, and how rare it is among the examples. */
export interface Vocabulary {
  columns: ReadonlyMap<string, number>
  rarity: Float32Array
}

/**
 * Returns the vocabulary of examples. With many of them, a feature that only one has is left out: it tells little and
 * there are most of these.
 */
export function vocabularyOf(examples: readonly Features[]): Vocabulary {
  const counts = new Map<string, number>()
  for (const features of examples)
    for (const feature of new Set(features.flat())) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const least = examples.length > MANY ? 2 : 1
  const columns = new Map<string, number>()
  const rarity: number[] = []
  for (const [feature, count] of counts) {
    if (count < least) continue
    columns.set(feature, rarity.length)
    rarity.push(1 + Math.log((examples.length + 1) / (count + 1)))
  }
  return { columns, rarity: Float32Array.from(rarity) }
}
const MANY = 3000

/** Returns a text's vector: tf-idf with the logarithm of the count, each kind of length 1 times its weight. */
export function vectorOf(features: Features, { columns, rarity }: Vocabulary): SparseVector {
  const found: number[] = []
  const values: number[] = []
  features.forEach((kind, k) => {
    const counts = new Map<number, number>()
    for (const feature of kind) {
      const column = columns.get(feature)
      if (column !== undefined) counts.set(column, (counts.get(column) ?? 0) + 1)
    }
    const own = [...counts].map(([column, count]) => (1 + Math.log(count)) * (rarity[column] ?? 0))
    const scale = (KIND_WEIGHTS[k] ?? 1) / (lengthOf(own) || 1)
    found.push(...counts.keys())
    values.push(...own.map((value) => value * scale))
  })
  const length = lengthOf(values) || 1
  return { columns: Int32Array.from(found), values: Float32Array.from(values, (value) => value / length) }
}

const lengthOf = (values: readonly number[]) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0))
