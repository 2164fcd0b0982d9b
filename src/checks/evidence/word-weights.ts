import type { Reading } from "./reading.ts"

/** Says how much a stem weighs. A rare one weighs more. */
export type WordWeight = (stem: string) => number

export function wordWeights(readings: readonly Pick<Reading, "words">[]): WordWeight {
  const counts = new Map<string, number>()
  for (const { words } of readings) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return (word) => weightOf(counts.get(word) ?? 0, readings.length)
}

/** Returns the weight of all words of each reading together, and 0 for none. */
export function totalWeights(readings: readonly (Pick<Reading, "words"> | undefined)[]): Float64Array {
  const weight = wordWeights(readings.filter((reading) => reading !== undefined))
  return Float64Array.from(readings, (reading) => (reading ? totalWeight(reading.words, weight) : 0))
}

/** Returns the weight of a stem that so many of all sentences hold. */
export const weightOf = (count: number, all: number): number => Math.log(1 + all / (1 + count))

export function totalWeight(words: ReadonlySet<string>, weight: WordWeight): number {
  let total = 0
  for (const word of words) total += weight(word)
  return total
}

/** Returns the cosine of two sets of words, weighted, from 0 to 1. */
export function cosine(one: ReadonlySet<string>, other: ReadonlySet<string>, weight: WordWeight): number {
  const both = totalWeight(one, weight) * totalWeight(other, weight)
  return both > 0 ? sharedWeight(one, other, weight) / Math.sqrt(both) : 0
}

/** Returns the share of the weight of `words` that `other` holds too, from 0 to 1. */
export function shareHeld(words: ReadonlySet<string>, other: ReadonlySet<string>, weight: WordWeight): number {
  const all = totalWeight(words, weight)
  return all > 0 ? sharedWeight(words, other, weight) / all : 0
}

function sharedWeight(one: ReadonlySet<string>, other: ReadonlySet<string>, weight: WordWeight): number {
  let shared = 0
  for (const word of one) if (other.has(word)) shared += weight(word)
  return shared
}
