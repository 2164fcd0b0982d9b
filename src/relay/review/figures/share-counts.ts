import { measureClustering, type Cluster, type Clustering } from "./clustering.ts"
import type { CaseCounts, TicketCounts } from "./count-cases.ts"

const COUNTED = [
  "cases",
  "written",
  "eligible",
  "unasked",
  "none",
  "rejected",
  "ignored",
  "unchanged",
  "light",
  "heavy",
  "unknown"
] as const

/** The counts of several rows together. */
export type CountSum = Record<(typeof COUNTED)[number], number>

export function sumOf(rows: readonly CaseCounts[]): CountSum {
  const sum: CountSum = {
    cases: 0,
    written: 0,
    eligible: 0,
    unasked: 0,
    none: 0,
    rejected: 0,
    ignored: 0,
    unchanged: 0,
    light: 0,
    heavy: 0,
    unknown: 0
  }
  for (const row of rows) for (const name of COUNTED) sum[name] += row[name]
  return sum
}

type Results = Pick<CaseCounts, "none" | "rejected" | "ignored" | "unchanged" | "light" | "heavy">

const usedOf = ({ unchanged, light, heavy }: Results) => unchanged + light + heavy
const askedOf = (counts: Results) => usedOf(counts) + counts.rejected + counts.ignored + counts.none

/** The counts of each share: `n` of the replies for which a draft was requested, or of the used drafts. */
export const SHARES = {
  drafted: (counts: Results): Cluster => ({ n: askedOf(counts) - counts.none, of: askedOf(counts) }),
  used: (counts: Results): Cluster => ({ n: usedOf(counts), of: askedOf(counts) }),
  rejected: (counts: Results): Cluster => ({ n: counts.rejected, of: askedOf(counts) }),
  ignored: (counts: Results): Cluster => ({ n: counts.ignored, of: askedOf(counts) }),
  none: (counts: Results): Cluster => ({ n: counts.none, of: askedOf(counts) }),
  unchanged: (counts: Results): Cluster => ({ n: counts.unchanged, of: usedOf(counts) }),
  light: (counts: Results): Cluster => ({ n: counts.light, of: usedOf(counts) }),
  heavy: (counts: Results): Cluster => ({ n: counts.heavy, of: usedOf(counts) }),
  accepted: (counts: Results): Cluster => ({ n: counts.unchanged + counts.light, of: usedOf(counts) })
}

export type ShareName = keyof typeof SHARES
export type ShareClusterings = Record<ShareName, Clustering>

/** Returns each agent's counts of a share. */
export const byAgent = (rows: readonly CaseCounts[], share: ShareName): Cluster[] => [
  ...agentCounts(rows, share).values()
]

/** Returns the counts of a share by agent. */
export function agentCounts(rows: readonly CaseCounts[], share: ShareName): Map<string, Cluster> {
  const agents = new Map<string, Cluster>()
  for (const row of rows) {
    const { n, of } = SHARES[share](row)
    const agent = agents.get(row.person) ?? { n: 0, of: 0 }
    agents.set(row.person, { n: agent.n + n, of: agent.of + of })
  }
  return agents
}

/** Measures for each share how alike replies of one agent and of one ticket are. */
export function clusteringsOf(rows: readonly CaseCounts[], tickets: readonly TicketCounts[]): ShareClusterings {
  const measure = (share: ShareName) =>
    measureClustering(
      byAgent(rows, share),
      tickets.map(({ times, ...counts }) => ({ ...SHARES[share](counts), times }))
    )
  return {
    drafted: measure("drafted"),
    used: measure("used"),
    rejected: measure("rejected"),
    ignored: measure("ignored"),
    none: measure("none"),
    unchanged: measure("unchanged"),
    light: measure("light"),
    heavy: measure("heavy"),
    accepted: measure("accepted")
  }
}
