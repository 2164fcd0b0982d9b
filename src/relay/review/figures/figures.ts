import type { Kysely } from "kysely"
import {
  ENOUGH_CASES,
  type CaseFilter,
  type Figure,
  type FiguresAnswer,
  type FiguresBy,
  type FiguresGroup,
  type FiguresQuery,
  type VersionChange
} from "../../../protocol/review.ts"
import type { Schema } from "../../../storage/schema.ts"
import { designEffect, LEAST_AGENTS, totalOf } from "./clustering.ts"
import { shareSequence } from "./confidence-sequence.ts"
import {
  countCases,
  readChoices,
  readDays,
  readTicketCounts,
  readValues,
  readVersionStarts,
  type CaseCounts,
  type GroupValues
} from "./count-cases.ts"
import { countedCases, type CountedCases } from "./counted-cases.ts"
import { readVersionNames } from "./draft-versions.ts"
import { readLeadFigures } from "./lead-figures.ts"
import {
  agentCounts,
  byAgent,
  clusteringsOf,
  SHARES,
  sumOf,
  type ShareClusterings,
  type ShareName
} from "./share-counts.ts"
import { clusteredShare } from "./share-interval.ts"
import { isPartialWeek } from "./weeks.ts"
import { changeBetween } from "./version-change.ts"

/**
 * Reads shares, edit distances and waiting times of the filtered cases, altogether and by group.
 * @param cases where the counts come from. Tests compare two sources.
 */
export async function readFigures(
  db: Kysely<Schema>,
  query: FiguresQuery,
  now: Date,
  cases: (filter: CaseFilter) => CountedCases = countedCases
): Promise<FiguresAnswer> {
  const { by: group, ...filter } = query
  const by = group ?? "week"
  // Three at a time: with more, one page would take the connections that drafts need.
  const [{ rows, leads, days }, values, { tickets, began, choices, starts, names }] = await Promise.all([
    readCounts(db, by, filter, cases(filter)),
    readValues(db, by, cases(filter)),
    readSurroundings(db)
  ])
  const clusterings = clusteringsOf(rows, tickets)
  const figure = (some: CaseCounts[], key: string | null | undefined) =>
    figureOf({ rows: some, clusterings, ...values(key) })
  const rowsByKey = Map.groupBy(rows, ({ key }) => key)
  const groups = [...rowsByKey].map(
    ([key, own]): FiguresGroup => ({
      key,
      figure: figure(own, key),
      sequence: sequenceOf(own, clusterings, rowsByKey.size),
      partial: by === "week" && key !== null && isPartialWeek(key, { began, from: query.from, to: query.to }, now),
      versions: by === "week" ? versionsOf(own, clusterings, starts) : []
    })
  )
  return {
    ...days,
    whole: figure(rows, undefined),
    by,
    groups: by === "week" ? groups.toSorted(byKey) : groups.toSorted(byCases),
    change: newestChange(rows, clusterings, starts),
    leads,
    clustering: {
      agentCount: clusterings.accepted.agentCount,
      agents: clusterings.accepted.agentCount >= LEAST_AGENTS,
      effect: designEffect(byAgent(rows, "accepted"), clusterings.accepted).effect
    },
    choices,
    versionNames: names
  }
}

const byKey = (a: FiguresGroup, b: FiguresGroup) => (a.key ?? "").localeCompare(b.key ?? "")
const byCases = (a: FiguresGroup, b: FiguresGroup) =>
  b.figure.eligible + b.figure.unknown - (a.figure.eligible + a.figure.unknown) || byKey(a, b)

interface Parts extends GroupValues {
  rows: CaseCounts[]
  clusterings: ShareClusterings
}

function figureOf({ rows, clusterings, distribution, reasons }: Parts): Figure {
  const sum = sumOf(rows)
  const share = (name: ShareName) => clusteredShare(byAgent(rows, name), clusterings[name])
  const used = SHARES.accepted(sum).of
  const enough = (value: number | null, of: number) => (of < ENOUGH_CASES ? null : value)
  return {
    eligible: sum.eligible,
    unasked: sum.unasked,
    drafted: share("drafted"),
    used: share("used"),
    rejected: share("rejected"),
    ignored: share("ignored"),
    none: share("none"),
    unchanged: share("unchanged"),
    light: share("light"),
    heavy: share("heavy"),
    accepted: share("accepted"),
    unknown: sum.unknown,
    reasons,
    editDistance: { median: enough(distribution.median, used), spread: distribution.spread },
    firstText: {
      p50: enough(distribution.p50, distribution.timed),
      p95: enough(distribution.p95, distribution.timed),
      of: distribution.timed
    }
  }
}

/** The sequences of all groups hold together, so each gets its part of the 5 %. */
function sequenceOf(rows: CaseCounts[], { accepted }: ShareClusterings, groups: number): FiguresGroup["sequence"] {
  const agents = byAgent(rows, "accepted")
  const { n, of } = totalOf(agents)
  if (of < ENOUGH_CASES) return null
  const { independent } = designEffect(agents, accepted)
  return shareSequence({ n: (n / of) * independent, of: independent }, 0.05 / groups)
}

/** What was accepted of the drafts of each version, in the order in which they began. */
function versionsOf(
  rows: CaseCounts[],
  clusterings: ShareClusterings,
  starts: ReadonlyMap<string, number>
): FiguresGroup["versions"] {
  const start = (pipeline: string) => starts.get(pipeline) ?? Infinity
  return [...Map.groupBy(rows, ({ pipeline }) => pipeline)]
    .map(([pipeline, own]) => ({
      pipeline,
      accepted: clusteredShare(byAgent(own, "accepted"), clusterings.accepted)
    }))
    .filter(({ pipeline, accepted }) => pipeline !== "" && accepted.of > 0)
    .toSorted(
      ({ pipeline: a }, { pipeline: b }) =>
        (start(a) < start(b) ? -1 : start(a) > start(b) ? 1 : 0) || a.localeCompare(b)
    )
}

/** Compares the newest version that has enough used drafts with the one that began before it. */
function newestChange(
  rows: CaseCounts[],
  clusterings: ShareClusterings,
  starts: ReadonlyMap<string, number>
): VersionChange | null {
  const [before, after] = versionsOf(rows, clusterings, starts)
    .filter(({ accepted }) => accepted.of >= ENOUGH_CASES)
    .slice(-2)
  if (!before || !after) return null
  const clusters = (pipeline: string) =>
    agentCounts(
      rows.filter((row) => row.pipeline === pipeline),
      "accepted"
    )
  const [old, fresh] = [clusters(before.pipeline), clusters(after.pipeline)]
  const pairs = [...old].flatMap(([person, cluster]) => {
    const other = fresh.get(person)
    return other ? [{ before: cluster, after: other }] : []
  })
  const change = changeBetween(pairs, 1 + clusterings.accepted.tickets)
  return change ? { before, after, ...change } : null
}

/** Reads what depends on the filter, one after the other. */
async function readCounts(db: Kysely<Schema>, by: FiguresBy, filter: CaseFilter, cases: CountedCases) {
  const rows = await countCases(db, by, cases)
  const leads = await readLeadFigures(db, filter, sumOf(rows).written)
  return { rows, leads, days: await readDays(db, filter) }
}

/** Reads what is the same whatever is filtered, one after the other. */
async function readSurroundings(db: Kysely<Schema>) {
  const tickets = await readTicketCounts(db)
  const first = await db.selectFrom("outcomes").select("created_at").orderBy("created_at").limit(1).executeTakeFirst()
  const choices = await readChoices(db)
  const starts = await readVersionStarts(db, choices.pipelines)
  return { tickets, began: first?.created_at, choices, starts, names: await readVersionNames(db) }
}
