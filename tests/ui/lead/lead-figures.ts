import {
  ENOUGH_CASES,
  type EditCausesAnswer,
  type Figure,
  type FiguresAnswer,
  type FiguresBy,
  type LeadFigures,
  type VersionChange
} from "../../../src/protocol/review.ts"
import { shareWithInterval } from "../../../src/relay/review/figures/share-interval.ts"
import { shareSequence } from "../../../src/relay/review/figures/confidence-sequence.ts"

export interface Counts {
  unchanged: number
  light: number
  heavy: number
  rejected?: number
  ignored?: number
  none?: number
  unknown?: number
}

/** A figure as the relay counts it, from how many there were of each result. */
export function figureOf(
  { unchanged, light, heavy, rejected = 0, ignored = 0, none = 0, unknown = 0 }: Counts,
  more: Partial<Figure> = {}
): Figure {
  const used = unchanged + light + heavy
  const eligible = used + rejected + ignored + none
  const of = (n: number) => shareWithInterval(n, eligible)
  const ofUsed = (n: number) => shareWithInterval(n, used)
  const spread = [unchanged + Math.ceil(light / 2), Math.floor(light / 2), 0, 0, heavy, 0, 0, 0, 0, 0]
  const enough = used >= ENOUGH_CASES
  return {
    eligible,
    unasked: 0,
    unknown,
    drafted: of(eligible - none),
    used: of(used),
    rejected: of(rejected),
    ignored: of(ignored),
    none: of(none),
    unchanged: ofUsed(unchanged),
    light: ofUsed(light),
    heavy: ofUsed(heavy),
    accepted: ofUsed(unchanged + light),
    reasons: {},
    editDistance: { median: enough ? 0.04 : null, spread },
    firstText: { p50: enough ? 2100 : null, p95: enough ? 6400 : null, of: eligible - none },
    ...more
  }
}

const sum = (all: Counts[]): Required<Counts> =>
  all.reduce<Required<Counts>>(
    (whole, one) => ({
      unchanged: whole.unchanged + one.unchanged,
      light: whole.light + one.light,
      heavy: whole.heavy + one.heavy,
      rejected: whole.rejected + (one.rejected ?? 0),
      ignored: whole.ignored + (one.ignored ?? 0),
      none: whole.none + (one.none ?? 0),
      unknown: whole.unknown + (one.unknown ?? 0)
    }),
    { unchanged: 0, light: 0, heavy: 0, rejected: 0, ignored: 0, none: 0, unknown: 0 }
  )

const unknownShare = { n: 0, of: 0, share: null, low: null, high: null }
/** Of leads who haven't reviewed anything. */
export const noLeadFigures: LeadFigures = {
  ...{ reviewed: 0, random: 0, cases: 0 },
  verdicts: { send: unknownShare, "small-edit": unknownShare, "dont-send": unknownShare },
  reasons: {}
}

/** A group as the relay answers it, among `of` groups. */
export function groupOf(key: string | null, counts: Counts, of: number): FiguresAnswer["groups"][number] {
  const figure = figureOf(counts)
  const { accepted } = figure
  const sequence = accepted.of < ENOUGH_CASES ? null : shareSequence(accepted, 0.05 / of)
  return { key, figure, sequence, partial: false, versions: [] }
}

export function answerOf(by: FiguresBy, groups: [string | null, Counts][], more: Partial<Figure> = {}): FiguresAnswer {
  return {
    change: null,
    leads: noLeadFigures,
    versionNames: {},
    clustering: { agentCount: 12, agents: true, effect: 1.62 },
    from: "2026-09-01",
    to: "2026-11-20",
    by,
    whole: figureOf(sum(groups.map(([, counts]) => counts)), more),
    groups: groups.map(([key, counts]) => groupOf(key, counts, groups.length)),
    choices: {
      helpdesks: ["zendesk", "rt"],
      languages: ["en", "de"],
      models: ["mistral-small", "offline"],
      pipelines: ["7c1e55aa01", "9a40f00d02"]
    }
  }
}

const before = { unchanged: 90, light: 60, heavy: 170, rejected: 40, ignored: 70, none: 90, unknown: 4 }
const after = { unchanged: 160, light: 90, heavy: 90, rejected: 30, ignored: 60, none: 80, unknown: 3 }
const weeks: [string, Counts][] = [36, 37, 38, 39, 40, 41, 42].map((n) => [`2026-W${n}`, before])
const laterWeeks: [string, Counts][] = [43, 44, 45, 46, 47].map((n) => [`2026-W${n}`, after])

const [OLD, NEW] = ["7c1e55aa01", "9a40f00d02"]

/** The newer version is accepted more often, by the same agents. */
export const better: VersionChange = {
  before: { pipeline: OLD, accepted: figureOf(sum(weeks.map(([, one]) => one))).accepted },
  after: { pipeline: NEW, accepted: figureOf(sum(laterWeeks.map(([, one]) => one))).accepted },
  ...{ difference: 0.27, low: 0.22, high: 0.31 }
}

export const leadFigures: LeadFigures = {
  ...{ reviewed: 90, random: 60, cases: 5200 },
  verdicts: {
    send: { n: 36, of: 60, share: 0.58, low: 0.45, high: 0.7 },
    "small-edit": { n: 15, of: 60, share: 0.25, low: 0.16, high: 0.37 },
    "dont-send": { n: 9, of: 60, share: 0.17, low: 0.1, high: 0.28 }
  },
  reasons: { source: { n: 5, of: 60, share: 0.09, low: 0.04, high: 0.18 } }
}

/** Twelve weeks, in the eighth of which one pipeline began to take the other's place. The last isn't over. */
export function twelveWeeks(query: URLSearchParams): FiguresAnswer {
  const by = query.get("by")
  if (by === "pipeline")
    return answerOf("pipeline", [
      [OLD, sum(weeks.map(([, one]) => one))],
      [NEW, sum(laterWeeks.map(([, one]) => one))]
    ])
  if (by === "language")
    return answerOf("language", [
      ["en", sum(weeks.map(([, one]) => one))],
      ["de", after],
      [null, { unchanged: 4, light: 2, heavy: 1 }]
    ])
  const answer = answerOf("week", [...weeks, ...laterWeeks], {
    unasked: 31,
    reasons: { tone: 120, "too-long": 60, "unsafe-promise": 44, other: 20 }
  })
  const [old, fresh] = [figureOf(before).accepted, figureOf(after).accepted]
  const groups = answer.groups.map((group, at) => ({
    ...group,
    partial: at === answer.groups.length - 1,
    versions: [
      ...(at < weeks.length + 1 ? [{ pipeline: OLD, accepted: old }] : []),
      ...(at >= weeks.length ? [{ pipeline: NEW, accepted: fresh }] : [])
    ]
  }))
  return { ...answer, groups, change: better, leads: leadFigures }
}

export const CAUSES: EditCausesAnswer = {
  drafts: 3940,
  articles: [
    { name: "a1", title: "Refunds: ways and times", heavy: shareWithInterval(240, 600) },
    { name: "a2", title: "Returns", heavy: shareWithInterval(110, 700) }
  ],
  topics: [{ name: "refund", title: null, heavy: shareWithInterval(250, 640) }]
}

export const PRODUCTS = [
  { id: "p1", title: "Cove kettle", offered: 12, followed: 5 },
  { id: "p2", title: "Halo lamp", offered: 1, followed: 0 }
]
export const INTENTS = {
  ...{ version: "1", examples: 1240, intents: ["refund", "return"], corrections: 4, newest: "2026-11-19T09:00:00Z" },
  corrected: [
    { told: "refund", said: "return", tickets: 3 },
    { told: null, said: null, tickets: 1 }
  ]
}
