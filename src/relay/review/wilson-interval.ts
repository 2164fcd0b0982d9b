import { ENOUGH_CASES, type Share } from "../../protocol/review.ts"

/** The 97.5 % point of the normal distribution. */
const Z = 1.959963984540054

/**
 * Returns the share of `n` in `of` with its 95 % score interval, which stays inside 0 to 1 and is right for few cases
 * too.
 * @see E. B. Wilson, Probable inference, the law of succession, and statistical inference, J. Am. Stat. Assoc. 22
 * (1927), 209 to 212.
 */
export function shareWithInterval(n: number, of: number): Share {
  if (of < ENOUGH_CASES) return { n, of, low: null, high: null }
  const share = n / of
  const room = 1 + Z ** 2 / of
  const middle = (share + Z ** 2 / (2 * of)) / room
  const half = (Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2))) / room
  return { n, of, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
