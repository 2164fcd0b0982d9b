import { BUCKETS } from "../../src/masking/names/features.ts"
import { KINDS } from "../../src/masking/names/score.ts"
import type { Random } from "./random.ts"
import type { Examples } from "./rows.ts"

/**
 * Fits a logistic regression over hashed features with AdaGrad (Duchi et al. 2011). In each step, half of a word's
 * features are dropped at random, and the weights are averaged over the later passes. The same examples and seed give
 * the same weights.
 */
export function fitPersonal(
  examples: Examples,
  random: Random,
  { rate = 0.08, passes = 8, drop = 0.5, buckets = BUCKETS } = {}
): Float32Array {
  const weights = new Float32Array(buckets)
  const squares = new Float32Array(buckets).fill(1e-3)
  const mean = new Float32Array(buckets)
  const order = Int32Array.from(examples.personal, (_, i) => i)
  const places = Int32Array.from(examples.places)
  const features = new Int32Array(256)
  let averaged = 0
  for (let pass = 0; pass < passes; pass++) {
    random.shuffle(order)
    for (const i of order) {
      const count = takeFeatures(examples, i, places, features, () => random.next() >= drop)
      let sum = 0
      for (let k = 0; k < count; k++) sum += weights[features[k] ?? 0] ?? 0
      const step = (1 / (1 + Math.exp(-sum / (1 - drop))) - (examples.personal[i] ?? 0)) * (examples.weights[i] ?? 1)
      if (Math.abs(step) < 1e-4) continue
      descend(weights, squares, features.subarray(0, count), step, rate)
    }
    if (pass < passes / 2) continue
    averaged++
    for (let k = 0; k < buckets; k++) mean[k] = (mean[k] ?? 0) + (weights[k] ?? 0)
  }
  return mean.map((sum) => sum / averaged)
}

/** Fills `features` with those of word i that are wanted, and returns their number. */
function takeFeatures(
  { starts }: Examples,
  i: number,
  places: Int32Array,
  features: Int32Array,
  isWanted: () => boolean
): number {
  let count = 0
  for (let k = starts[i] ?? 0; k < (starts[i + 1] ?? 0); k++) if (isWanted()) features[count++] = places[k] ?? 0
  return count
}

/** Moves the weights of these features. @param squares the sums of all squared steps of each feature */
function descend(weights: Float32Array, squares: Float32Array, features: Int32Array, step: number, rate: number): void {
  for (const at of features) {
    squares[at] = (squares[at] ?? 0) + step * step
    weights[at] = (weights[at] ?? 0) - (rate * step) / Math.sqrt(squares[at] ?? 1)
  }
}

/** The number of buckets of the smaller table, which tells what a name is. */
export const KIND_BUCKETS = 1 << 14

/**
 * Fits which of KINDS a personal word is, with an averaged perceptron (Collins 2002) over the same features in a
 * smaller table.
 */
export function fitKinds(examples: Examples, random: Random, passes = 4): Float32Array {
  const size = KIND_BUCKETS * KINDS.length
  const weights = new Float32Array(size)
  const sum = new Float32Array(size)
  const order = Int32Array.from(examples.kinds.flatMap((kind, i) => (kind >= 0 ? [i] : [])))
  for (let pass = 0; pass < passes; pass++) {
    random.shuffle(order)
    for (const i of order) {
      const from = examples.starts[i] ?? 0
      const to = examples.starts[i + 1] ?? 0
      const sums = KINDS.map((_, kind) => {
        let total = 0
        for (let k = from; k < to; k++)
          total += weights[((examples.places[k] ?? 0) & (KIND_BUCKETS - 1)) * KINDS.length + kind] ?? 0
        return total
      })
      const right = examples.kinds[i] ?? 0
      const best = sums.indexOf(Math.max(...sums))
      if (best === right) continue
      for (let k = from; k < to; k++) {
        const at = ((examples.places[k] ?? 0) & (KIND_BUCKETS - 1)) * KINDS.length
        weights[at + right] = (weights[at + right] ?? 0) + 1
        weights[at + best] = (weights[at + best] ?? 0) - 1
      }
    }
    for (let k = 0; k < size; k++) sum[k] = (sum[k] ?? 0) + (weights[k] ?? 0)
  }
  return sum
}

/** Rounds each weight to a byte. `scale` restores the sum. */
export function packed(weights: Float32Array): { bytes: Int8Array; scale: number } {
  let most = 0
  for (const weight of weights) most = Math.max(most, Math.abs(weight))
  const scale = most / 127 || 1
  return { bytes: Int8Array.from(weights, (weight) => Math.round(weight / scale)), scale }
}
