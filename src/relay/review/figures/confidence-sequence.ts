import type { Counts } from "./clustering.ts"
import { logBeta } from "./special-functions.ts"

/**
 * Confidence sequences: intervals that hold at every look at once, however often somebody looks and whenever they stop.
 * @see S. R. Howard, A. Ramdas, J. McAuliffe and J. Sekhon, Time-uniform, nonparametric, nonasymptotic confidence
 * sequences, Ann. Stat. 49 (2021), 1055 to 1080; H. Robbins, Statistical methods related to the law of the iterated
 * logarithm, Ann. Math. Stat. 41 (1970), 1397 to 1409
 */

/** Returns the parameter with which the normal mixture is narrowest when the variance has grown to `variance`. */
export function mixtureWidth(variance: number, alpha: number): number {
  const rarity = 2 * Math.log(1 / alpha)
  return variance / (rarity + Math.log(1 + rarity))
}

/** Returns what a sum with this variance exceeds, up or down, with a probability of at most `alpha` over all time. */
export function normalMixtureBound(variance: number, width: number, alpha: number): number {
  return Math.sqrt((variance + width) * Math.log((variance + width) / (width * alpha ** 2)))
}

/**
 * Returns the logarithm of Robbins' beta-binomial mixture for a share of `p`: how much better a mixture of other shares
 * explains the counts. If the share is `p`, it exceeds log(1 / alpha) with a probability of at most `alpha` over all
 * time.
 */
export function logBetaBinomialMixture({ n, of }: Counts, p: number, width: number): number {
  const q = 1 - p
  const prior = Math.max(width - p * q, 1e-3 * p * q)
  const [a, b] = [prior / q, prior / p]
  const [hits, misses] = [n, of - n]
  return logBeta(a + hits, b + misses) - logBeta(a, b) - hits * Math.log(p) - misses * Math.log(q)
}

/**
 * Returns the confidence sequence of a share at this look: all shares that the mixture doesn't rule out.
 * @param alpha the probability with which any look misses the true share, at most
 */
export function shareSequence({ n, of }: Counts, alpha: number): { low: number; high: number } {
  if (of <= 0) return { low: 0, high: 1 }
  const width = mixtureWidth(TUNED_FOR / 4, alpha)
  const isRuledOut = (p: number) => logBetaBinomialMixture({ n, of }, p, width) >= Math.log(1 / alpha)
  const share = n / of
  return { low: edge(0, share, isRuledOut), high: edge(1, share, isRuledOut) }
}

/** The sequence is narrowest when this many cases have come. It holds at any number. */
const TUNED_FOR = 500

/** Finds where the shares that are ruled out end, between an outermost share and one that isn't ruled out. */
function edge(outer: number, inner: number, isRuledOut: (p: number) => boolean): number {
  let [out, kept] = [outer === 0 ? TINY : 1 - TINY, Math.min(1 - TINY, Math.max(TINY, inner))]
  if (!isRuledOut(out)) return outer
  for (let step = 0; step < 50; step++) {
    const middle = (out + kept) / 2
    if (isRuledOut(middle)) out = middle
    else kept = middle
  }
  return out
}

const TINY = 1e-9
