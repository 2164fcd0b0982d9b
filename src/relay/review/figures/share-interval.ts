import { ENOUGH_CASES, type Share } from "../../../protocol/review.ts"
import { designEffect, totalOf, type Cluster, type Clustering } from "./clustering.ts"
import { Z } from "./special-functions.ts"

/**
 * Returns the share of `n` in `of` with its 95 % score interval, which stays inside 0 to 1 and is right for few cases
 * too. Cases that resemble each other say as much as fewer independent ones, so the interval is that of `independent`
 * cases with the same share.
 * @see E. B. Wilson, Probable inference, the law of succession, and statistical inference, J. Am. Stat. Assoc. 22
 * (1927), 209 to 212; C. Franco et al., Comparative study of confidence intervals for proportions in complex sample
 * surveys, J. Surv. Stat. Methodol. 7 (2019), 334 to 364
 */
export function shareWithInterval(n: number, of: number, independent = of): Share {
  if (of < ENOUGH_CASES) return { n, of, low: null, high: null }
  return { n, of, ...scoreInterval(n / of, independent) }
}

/** Returns the share in the replies of these agents with its interval, widened by their design effect. */
export function clusteredShare(agents: readonly Cluster[], clustering: Clustering): Share {
  const { n, of } = totalOf(agents)
  return shareWithInterval(n, of, designEffect(agents, clustering).independent)
}

/** Returns Wilson's 95 % interval of a share of `of` independent cases. */
export function scoreInterval(share: number, of: number): { low: number; high: number } {
  const room = 1 + Z ** 2 / of
  const middle = (share + Z ** 2 / (2 * of)) / room
  const half = (Z * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2))) / room
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
