import { totalOf, type Cluster } from "./clustering.ts"
import { mixtureWidth, normalMixtureBound } from "./confidence-sequence.ts"

/** What one agent accepted of drafts of two versions. */
export interface AgentPair {
  before: Cluster
  after: Cluster
}

/** The difference of two shares, in shares of 1, with its confidence sequence. */
export interface Change {
  difference: number
  low: number
  high: number
}

/**
 * Compares what the same agents accepted of drafts of two versions, so that agents who accept more than others don't
 * look like a better version. The interval holds at every look, because the comparison is looked at every week.
 * @param effect the design effect of replies of one ticket
 * @returns undefined if no agent has drafts of both
 * @see N. Mantel and W. Haenszel, Statistical aspects of the analysis of data from retrospective studies of disease, J.
 * Natl. Cancer Inst. 22 (1959), 719 to 748, for the weights; C. Jennison and B. W. Turnbull, Group-sequential analysis
 * incorporating covariate information, J. Am. Stat. Assoc. 92 (1997), 1330 to 1341, for why such differences behave as
 * a sum whose variance is their information; I. Waudby-Smith et al., Time-uniform central limit theory and asymptotic
 * confidence sequences, Ann. Stat. 52 (2024), 2613 to 2640
 */
export function changeBetween(pairs: readonly AgentPair[], effect = 1, alpha = 0.05): Change | undefined {
  const both = pairs.filter(({ before, after }) => before.of > 0 && after.of > 0)
  const { n, of } = totalOf(both.flatMap(({ before, after }) => [before, after]))
  const overall = of === 0 ? 0 : n / of
  let [weights, differences, spread] = [0, 0, 0]
  for (const { before, after } of both) {
    const weight = (before.of * after.of) / (before.of + after.of)
    // An agent with a few replies, all alike, isn't taken for one who never differs.
    const share = (before.n + after.n + overall) / (before.of + after.of + 1)
    weights += weight
    differences += weight * (after.n / after.of - before.n / before.of)
    spread += weight * share * (1 - share)
  }
  if (weights === 0 || spread === 0) return undefined
  const difference = differences / weights
  const variance = (effect * spread) / weights ** 2
  const half = variance * normalMixtureBound(1 / variance, mixtureWidth(TUNED_FOR, alpha), alpha)
  return { difference, low: Math.max(-1, difference - half), high: Math.min(1, difference + half) }
}

/** The sequence is narrowest at the information of some 1,000 drafts of each version. It holds at any. */
const TUNED_FOR = 2_000
