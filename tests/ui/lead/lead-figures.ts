import { ENOUGH_CASES, type Figure, type FiguresAnswer, type FiguresBy } from "../../../src/protocol/review.ts"
import { shareWithInterval } from "../../../src/relay/review/figures.ts"

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
    reviewed: {},
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

export function answerOf(by: FiguresBy, groups: [string | null, Counts][], more: Partial<Figure> = {}): FiguresAnswer {
  return {
    from: "2026-09-01",
    to: "2026-11-20",
    by,
    whole: figureOf(sum(groups.map(([, counts]) => counts)), more),
    groups: groups.map(([key, counts]) => ({ key, figure: figureOf(counts) })),
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

/** Twelve weeks, in the eighth of which one pipeline took the other's place. */
export function twelveWeeks(query: URLSearchParams): FiguresAnswer {
  const by = query.get("by")
  if (by === "pipeline")
    return answerOf("pipeline", [
      ["7c1e55aa01", sum(weeks.map(([, one]) => one))],
      ["9a40f00d02", sum(laterWeeks.map(([, one]) => one))]
    ])
  if (by === "language")
    return answerOf("language", [
      ["en", sum(weeks.map(([, one]) => one))],
      ["de", after],
      [null, { unchanged: 4, light: 2, heavy: 1 }]
    ])
  const pipeline = query.get("pipeline")
  const shown = pipeline === null ? [...weeks, ...laterWeeks] : pipeline.startsWith("7c1e") ? weeks : laterWeeks
  return answerOf("week", shown, {
    reasons: { tone: 120, "too-long": 60, "unsafe-promise": 44, other: 20 },
    reviewed: { tone: 12, source: 5 }
  })
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
