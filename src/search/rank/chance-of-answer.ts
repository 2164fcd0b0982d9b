/**
 * Returns the probability that the first of these results answers the query, assuming that questions with and without
 * an answer are equally frequent. A result that answers stands out from the ones below it; without an answer, all are
 * about equally near. It uses one signal. Several signals with trained weights separated right from wrong answers no
 * better on a set on which they hadn't been trained.
 * @param scores of `rank`: that of the best page that a customer may be told of, and then all others, best first
 * @returns 0 to 1, by a logistic regression over a third each of OR-ShARC's, Doc2Dial's and this project's own
 * questions, with and without their page
 */
export function chanceOfAnswer(scores: readonly number[]): number {
  const [first, ...others] = scores
  if (first === undefined) return 0
  const behind = others.slice(0, BEHIND)
  const over = first - behind.reduce((sum, score) => sum + score, 0) / Math.max(1, behind.length)
  return 1 / (1 + Math.exp(2.1 - 5.73 * over))
}

/** The first result is compared with the mean of this many others. */
const BEHIND = 9

/**
 * Below this value, there is no answer. Four of five questions that are refused for it have no page, and one in thirty
 * questions with a page is refused.
 */
export const LEAST_CHANCE = 0.22
