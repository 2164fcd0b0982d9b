import { studentQuantile, Z } from "./special-functions.ts"

/** How many replies have a property: `n` of `of`. */
export interface Counts {
  n: number
  of: number
}

/** The counts of one agent's replies, or of one ticket's. */
export interface Cluster extends Counts {
  /** How many agents or tickets have these counts. */
  times?: number
}

/** How alike replies of one agent and of one ticket are, measured for one share. */
export interface Clustering {
  /** The correlation of two replies of one agent, from 0 to 1. It is 0 if there are too few agents to measure it. */
  agents: number
  /** How many agents it was measured on. */
  agentCount: number
  /** What a ticket adds to the design effect. */
  tickets: number
}

/** With fewer agents, their differences can't be told from chance, and an interval holds for these agents only. */
export const LEAST_AGENTS = 5

/** Measures how alike the replies of an agent are, and those of a ticket beyond that. */
export function measureClustering(agents: readonly Cluster[], tickets: readonly Cluster[]): Clustering {
  const working = agents.filter(({ of }) => of > 0)
  const ofAgents = working.length < LEAST_AGENTS ? 0 : intraclassCorrelation(working)
  const ofTickets = Math.max(0, intraclassCorrelation(tickets) - ofAgents)
  return {
    agents: ofAgents,
    agentCount: working.length,
    tickets: ofTickets * Math.max(0, meanClusterSize(tickets) - 1)
  }
}

/**
 * Returns the correlation of two cases of one cluster, by the analysis of variance. A negative estimate counts as 0.
 * @see M. S. Ridout, C. G. B. Demétrio and D. Firth, Estimating intraclass correlation for binary data, Biometrics 55
 * (1999), 137 to 148
 */
export function intraclassCorrelation(clusters: readonly Cluster[]): number {
  const all = clusters.filter(({ of }) => of > 0)
  const total = (value: (one: Cluster) => number) => sumOver(all, value)
  const [count, of] = [total(() => 1), total((one) => one.of)]
  if (count < 2 || of <= count) return 0
  const share = total(({ n }) => n) / of
  const between = total((one) => one.of * (one.n / one.of - share) ** 2) / (count - 1)
  const within = total((one) => (one.n * (one.of - one.n)) / one.of) / (of - count)
  const size = (of - total((one) => one.of ** 2) / of) / (count - 1)
  const variance = between + (size - 1) * within
  return variance <= 0 ? 0 : Math.min(1, Math.max(0, (between - within) / variance))
}

/** Returns the size of the cluster that a case is in, on average over the cases. */
export function meanClusterSize(clusters: readonly Cluster[]): number {
  const of = sumOver(clusters, (one) => one.of)
  return of === 0 ? 1 : sumOver(clusters, (one) => one.of ** 2) / of
}

interface DesignEffect {
  /** How many times larger the variance of a share is than with independent cases. */
  effect: number
  /** As how many independent cases these count. Few agents are taken into account by Student's distribution. */
  independent: number
}

/**
 * Returns the design effect of a share of the replies of these agents.
 * @see L. Kish, Weighting in deft², The Survey Statistician 17 (1987), 26 to 30; F. E. Satterthwaite, An approximate
 * distribution of estimates of variance components, Biometrics Bulletin 2 (1946), 110 to 114
 */
export function designEffect(agents: readonly Cluster[], clustering: Clustering): DesignEffect {
  const of = sumOver(agents, (one) => one.of)
  const fromAgents = clustering.agents * (meanClusterSize(agents) - 1)
  const effect = 1 + fromAgents + clustering.tickets
  if (fromAgents <= 0) return { effect, independent: of / effect }
  const freedom = (clustering.agentCount - 1) * (effect / fromAgents) ** 2
  return { effect, independent: (of / effect) * (Z / studentQuantile(freedom)) ** 2 }
}

/** Returns the counts of several clusters together. */
export const totalOf = (clusters: readonly Cluster[]): Counts => ({
  n: sumOver(clusters, (one) => one.n),
  of: sumOver(clusters, (one) => one.of)
})

const sumOver = (clusters: readonly Cluster[], value: (one: Cluster) => number): number =>
  clusters.reduce((total, one) => total + (one.times ?? 1) * value(one), 0)
