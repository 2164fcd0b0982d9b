/**
 * How likely the first of these results answers, were as many questions without an answer asked as with one. Where
 * something answers it stands out from what comes behind it; where nothing does, all are about as near. One signal,
 * because more of them, weighed by learning, told right from wrong no better on a set that they had not been learnt on.
 * @param scores of `rank`, best first
 * @returns 0 to 1, by a logistic regression over a third each of OR-ShARC's, Doc2Dial's and our own questions, with and
 * without their page
 */
export function chanceOfAnswer(scores: readonly number[]): number {
  const [first, ...others] = scores
  if (first === undefined) return 0
  const behind = others.slice(0, BEHIND)
  const over = first - behind.reduce((sum, score) => sum + score, 0) / Math.max(1, behind.length)
  return 1 / (1 + Math.exp(2.1 - 5.73 * over))
}

/** Results that the first is held against. */
const BEHIND = 9

/**
 * Below this nothing answers: four of five that are refused so have no page, and of those that have one it costs one in
 * thirty.
 */
export const LEAST_CHANCE = 0.22
