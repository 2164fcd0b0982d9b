import { FEATURE } from "./feature-kinds.ts"
import { featuresOf, MOST_FEATURES, place } from "./features.ts"
import type { Reading } from "./reading.ts"
import type { Scores } from "./score.ts"
import { SHAPE } from "./tokens.ts"

/** The weights for words in no list. `scale` turns their sum into log odds. */
export interface UnlistedWeights {
  weights: Int8Array
  scale: number
}

/** The number of weights. */
export const UNLISTED_BUCKETS = 1 << 16
/** The most features of a word in no list, its letters included. */
export const MOST_UNLISTED_FEATURES = MOST_FEATURES + 100

/**
 * Scores words in no list anew, by their letters and the words beside them. The weights of all words take such a word
 * for a name, because in their training nearly every ordinary word was in a list. These were trained with ordinary words
 * and names hidden from the lists alike.
 */
export function scoreUnlisted(reading: Reading, scores: Scores, { weights, scale }: UnlistedWeights): void {
  const places = new Int32Array(MOST_UNLISTED_FEATURES)
  for (let i = 0; i < reading.tokens.length; i++) {
    if ((scores.chance[i] ?? 0) < WORTH_A_LOOK || (reading.taken[i] ?? 0) > 1 || reading.other[i]) continue
    if (!isUnlisted(reading, i)) continue
    const count = unlistedFeaturesOf(reading, i, places)
    let sum = 0
    for (let k = 0; k < count; k++) sum += weights[places[k] ?? 0] ?? 0
    const odds = Math.exp(SHARE * sum * scale)
    const chance = scores.chance[i] ?? 0
    scores.chance[i] = (chance * odds) / (chance * odds + 1 - chance)
  }
}

/** Says whether the word consists of letters, is no listed word of the text's language and no name, and belongs to no name of several words. */
export function isUnlisted({ tokens, known, phrase, address, language }: Reading, i: number): boolean {
  // "couv_mamie.jpg" is the name of a file, and of anybody.
  if (tokens[i]?.gap === "_" || tokens[i + 1]?.gap === "_") return false
  const [token, word] = [tokens[i], known[i]]
  if (!token || !word || word.ordinary & (language || word.ordinary)) return false
  if (word.small || word.classes || phrase[i] || address[i]) return false
  return token.written.length >= SHORTEST && OF_LETTERS.has(token.shape)
}

/** Fills `out` with the places of the weights of word i and returns their number. */
export function unlistedFeaturesOf(reading: Reading, i: number, out: Int32Array): number {
  let n = featuresOf(reading, i, out)
  const [token, known] = [reading.tokens[i], reading.known[i]]
  if (!token || !known) return n
  const { language } = reading
  out[n++] = place(FEATURE.partsByLanguage, (language * 4 + known.parts) * 32 + token.shape)
  out[n++] = place(FEATURE.lettersByLanguage, (language * 16 + known.letters) * 32 + token.shape)
  const word = `^${token.low.slice(0, LONGEST)}$`
  for (let size = 2; size <= 5; size++) {
    for (let at = 0; at + size <= word.length; at++) {
      let hash = size
      for (let k = at; k < at + size; k++) hash = Math.imul(hash ^ word.charCodeAt(k), 0x01000193)
      out[n++] = place(FEATURE.letterRow, hash)
      if (size === 3 || at + size === word.length)
        out[n++] = place(FEATURE.letterRowByLanguage, hash ^ (language << 24))
    }
  }
  for (let k = 0; k < n; k++) out[k] = (out[k] ?? 0) & (UNLISTED_BUCKETS - 1)
  return n
}

/** Below this, a word isn't masked anyway. */
const WORTH_A_LOOK = 0.02
/** How much these weights count beside those of all words. */
const SHARE = 0.5
const SHORTEST = 3
const LONGEST = 18
const OF_LETTERS: ReadonlySet<number> = new Set([
  SHAPE.lower,
  SHAPE.capital,
  SHAPE.capitals,
  SHAPE.shortCapitals,
  SHAPE.camel
])
