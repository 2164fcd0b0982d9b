import { ENOUGH_CASES, type Estimate } from "../../../protocol/review.ts"
import { scoreInterval } from "../figures/share-interval.ts"

/** Of `cases` cases, `of` were drawn at random and reviewed, and `n` of these are counted. */
export interface Stratum {
  cases: number
  n: number
  of: number
}

/**
 * Estimates a share of all cases from samples of its strata, each by its size. The interval is Wilson's for as many
 * independent cases as would have this variance. A stratum in which all cases agree has a variance too: one case more
 * of either kind is assumed in each.
 * @see W. G. Cochran, Sampling Techniques, 3rd ed. (1977), sections 5.3 and 5.10 (strata, with the correction for finite
 * numbers); C. Franco et al., J. Surv. Stat. Methodol. 7 (2019), 334 to 364 (Wilson's interval for such samples)
 */
export function estimateByStrata(strata: readonly Stratum[]): Estimate {
  const counted = { n: sum(strata, ({ n }) => n), of: sum(strata, ({ of }) => of) }
  const populated = strata.filter(({ cases }) => cases > 0)
  const whole = sum(populated, ({ cases }) => cases)
  // A stratum of which a single case was reviewed says nothing of how much its cases differ.
  if (counted.of < ENOUGH_CASES || populated.some(({ of, cases }) => of < Math.min(2, cases)))
    return { ...counted, share: null, low: null, high: null }
  const share = sum(populated, ({ cases, n, of }) => (cases / whole) * (n / of))
  const variance = sum(populated, ({ cases, n, of }) => {
    const likely = (n + 1) / (of + 2)
    return (cases / whole) ** 2 * (1 - of / cases) * ((likely * (1 - likely)) / Math.max(1, of - 1))
  })
  const likely = sum(populated, ({ cases, n, of }) => (cases / whole) * ((n + 1) / (of + 2)))
  // Everything was reviewed, so nothing is estimated.
  if (variance <= 0) return { ...counted, share, low: share, high: share }
  return { ...counted, share, ...scoreInterval(share, (likely * (1 - likely)) / variance) }
}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
  items.reduce((total, item) => total + of(item), 0)
