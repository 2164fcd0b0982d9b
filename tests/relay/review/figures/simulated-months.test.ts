import { expect, test } from "vitest"
import { chanceOf, type Chance } from "../../../../demo/month/chance.ts"
import { designEffect, measureClustering, type Cluster } from "../../../../src/relay/review/figures/clustering.ts"
import { shareSequence } from "../../../../src/relay/review/figures/confidence-sequence.ts"
import { shareWithInterval } from "../../../../src/relay/review/figures/share-interval.ts"
import { changeBetween } from "../../../../src/relay/review/figures/version-change.ts"

/** Months whose truth is known: twelve agents who differ, tickets with one to three replies, a version from day 16 on. */
const MONTHS = 200
const AGENTS = 12
const DAYS = 30
const ACCEPTED = 0.6

interface Month {
  /** By agent, and by ticket, of all days. */
  agents: Cluster[]
  tickets: Cluster[]
  /** Each agent's counts up to the end of each day, before and after the change. */
  days: { before: Cluster[]; after: Cluster[] }[]
}

/** @param spread how much agents differ; @param gain how much more is accepted from day 16 on */
function monthOf(chance: Chance, { spread, gain, aDay }: { spread: number; gain: number; aDay: number }): Month {
  const own = Array.from({ length: AGENTS }, () => {
    const normal = Array.from({ length: 12 }, () => chance.next()).reduce((sum, one) => sum + one, -6)
    return Math.min(0.95, Math.max(0.05, ACCEPTED + spread * normal))
  })
  const empty = () => Array.from({ length: AGENTS }, (): Cluster => ({ n: 0, of: 0 }))
  const [agents, tickets, days]: [Cluster[], Cluster[], Month["days"]] = [empty(), [], []]
  let [before, after] = [empty(), empty()]
  for (let day = 0; day < DAYS; day++) {
    const counts = structuredClone(day < DAYS / 2 ? before : after)
    for (const [agent, share] of own.entries()) {
      for (let left = aDay; left > 0; ) {
        const replies = Math.min(left, chance.weighed({ 1: 6, 2: 3, 3: 1 }) === "1" ? 1 : chance.whole(2, 3))
        const accepts = Math.min(1, share + (day < DAYS / 2 ? 0 : gain))
        // Three of ten replies share the luck of their ticket's first.
        const first = chance.of(accepts)
        const n = Array.from({ length: replies }, (_, at) =>
          at === 0 || chance.of(0.3) ? first : chance.of(accepts)
        ).filter(Boolean).length
        for (const cluster of [counts[agent], agents[agent]]) {
          if (!cluster) continue
          cluster.n += n
          cluster.of += replies
        }
        tickets.push({ n, of: replies })
        left -= replies
      }
    }
    if (day < DAYS / 2) before = counts
    else after = counts
    days.push({ before, after })
  }
  return { agents, tickets, days }
}

const shareOf = (clusters: readonly Cluster[]) => ({
  n: clusters.reduce((sum, { n }) => sum + n, 0),
  of: clusters.reduce((sum, { of }) => sum + of, 0)
})

/** In how many of the months something holds, as a share. */
function among(seed: number, how: Parameters<typeof monthOf>[1], holds: (month: Month) => boolean): number {
  const months = Array.from({ length: MONTHS }, (_, at) => monthOf(chanceOf(seed + at), how))
  return months.filter(holds).length / MONTHS
}

const covers = ({ low, high }: { low: number | null; high: number | null }, share = ACCEPTED) =>
  (low ?? 0) <= share && share <= (high ?? 1)

function independentOf({ agents, tickets }: Month) {
  const { effect, independent } = designEffect(agents, measureClustering(agents, tickets))
  return { effect, independent, ...shareOf(agents) }
}

test.each([
  ["who differ a lot", 0.12],
  ["who differ", 0.06],
  ["who are alike", 0]
])("the interval covers the truth in 92 to 98 % of months with agents %s", (_, spread) => {
  const covered = among(1_000, { spread, gain: 0, aDay: 9 }, (month) => {
    const { n, of, independent } = independentOf(month)
    return covers(shareWithInterval(n, of, independent))
  })
  console.log(`agents differ by ${spread}: the clustered interval covers ${covered}`)
  expect(covered).toBeGreaterThanOrEqual(0.92)
  expect(covered).toBeLessThanOrEqual(0.98)
})

test("taken for independent, replies of agents who differ give an interval that covers far too seldom", () => {
  const covered = among(1_000, { spread: 0.12, gain: 0, aDay: 9 }, ({ agents }) => {
    const { n, of } = shareOf(agents)
    return covers(shareWithInterval(n, of))
  })
  expect(covered).toBeLessThan(0.6)
})

test("looked at every day, the sequence covers the truth on all days of 95 % of months, and one look's interval doesn't", () => {
  const every = (month: Month, interval: (counts: Cluster) => { low: number | null; high: number | null }) => {
    const { effect } = designEffect([], measureClustering([], month.tickets))
    return month.days.every(({ before, after }) => {
      const { n, of } = shareOf([...before, ...after])
      return covers(interval({ n: n / effect, of: of / effect }))
    })
  }
  const how = { spread: 0, gain: 0, aDay: 5 }
  const sequences = among(5_000, how, (month) => every(month, (counts) => shareSequence(counts, 0.05)))
  const once = among(5_000, how, (month) => every(month, ({ n, of }) => shareWithInterval(n, of)))
  console.log(`daily looks: the sequence covers in ${sequences}, the interval of one look in ${once}`)
  expect(sequences).toBeGreaterThanOrEqual(0.95)
  expect(once).toBeLessThan(0.85)
})

/** Whether a change is claimed on any day. */
function isClaimed(month: Month): boolean {
  const { effect } = designEffect([], measureClustering([], month.tickets))
  return month.days.some(({ before, after }) => {
    const pairs = before.flatMap((one, at) => (after[at] ? [{ before: one, after: after[at] }] : []))
    const change = Math.min(shareOf(before).of, shareOf(after).of) < 30 ? undefined : changeBetween(pairs, effect)
    return change !== undefined && (change.low > 0 || change.high < 0)
  })
}

test("a change by 9 points is found in 80 % of months of 3,200 drafts, and one that isn't there is claimed in 5 % at most", () => {
  const found = among(9_000, { spread: 0.12, gain: 0.09, aDay: 9 }, isClaimed)
  const claimed = among(12_000, { spread: 0.12, gain: 0, aDay: 9 }, isClaimed)
  console.log(`a change of 9 points is found in ${found}, none claimed in ${claimed}`)
  expect(found).toBeGreaterThanOrEqual(0.8)
  expect(claimed).toBeLessThanOrEqual(0.05)
})
