import { featuresOf, MOST_FEATURES } from "./features.ts"
import type { Reading } from "./reading.ts"

/** The weights of the word classifier. It gives each word a probability of being personal, and a guess of its kind. */
export interface Weights {
  /** The weights by place. `scale` turns them into log odds. */
  personal: Int8Array
  scale: number
  /** For each place (modulo the length) KINDS.length weights in a row. */
  kinds: Int8Array
}

export const KINDS = ["PERSON", "PLACE", "ORG", "ADDRESS"] as const
export type NameKind = (typeof KINDS)[number]

export interface Scores {
  /** The probability that the word is personal, from 0 to 1. */
  chance: Float32Array
  /** The sums for each of KINDS, in a row for each word. */
  kinds: Float32Array
}

/** Scores every word that isn't masked already, by logistic regression over hashed features. */
export function scoresOf(reading: Reading, { personal, scale, kinds }: Weights): Scores {
  const n = reading.tokens.length
  const scores = { chance: new Float32Array(n), kinds: new Float32Array(n * KINDS.length) }
  const places = new Int32Array(MOST_FEATURES)
  const kindMask = kinds.length / KINDS.length - 1
  for (let i = 0; i < n; i++) {
    if ((reading.taken[i] ?? 0) > 1) continue
    const count = featuresOf(reading, i, places)
    let sum = 0
    for (let k = 0; k < count; k++) sum += personal[places[k] ?? 0] ?? 0
    scores.chance[i] = 1 / (1 + Math.exp(-sum * scale))
    if ((scores.chance[i] ?? 0) < WORTH_A_KIND) continue
    for (let k = 0; k < count; k++) {
      const at = ((places[k] ?? 0) & kindMask) * KINDS.length
      for (let kind = 0; kind < KINDS.length; kind++)
        scores.kinds[i * KINDS.length + kind] = (scores.kinds[i * KINDS.length + kind] ?? 0) + (kinds[at + kind] ?? 0)
    }
  }
  return scores
}

const WORTH_A_KIND = 0.02
