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
