import type { ReportAnswer } from "../../../src/protocol/knowledge-report.ts"
import type { CommandAnswer } from "../../../src/protocol/panel.ts"
import type { SolvedTicketsAnswer } from "../../../src/protocol/knowledge.ts"
import { DEFAULT_SCORECARD } from "../../../src/protocol/scorecard.ts"
import type { FiguresAnswer } from "../../../src/protocol/review.ts"
import type { PageAnswer } from "../../../src/protocol/routes/calls/page-call.ts"
import { said } from "../help/page-values.ts"
import type { DisputeFigures } from "../../../src/protocol/routes/case-work.ts"
import { CHOICES } from "./lead-samples.ts"
import { reviewedAndNewer, sampleCases } from "./lead-cases.ts"
import { answerOf, CAUSES, INTENTS, PRODUCTS, twelveWeeks } from "./lead-figures.ts"
import { empty, report } from "./lead-report.ts"
import { memoryLine } from "./memory-line.ts"

/** What a page for leads gets, by the names of its calls. */
export type LeadAnswers = Record<string, CommandAnswer | PageAnswer>
export const person = { id: "p2", name: "Anna", role: "lead" as const, groups: [] }
const signedIn = { address: "http://127.0.0.1:8787", person }
export const cases = sampleCases()
export const queueAnswers = (at: number): LeadAnswers => ({
  ...said("page-status", signedIn),
  ...said("GET /v1/review/cases/:id", cases[at] ?? lost()),
  ...said("GET /v1/review/scorecards", { scorecards: [DEFAULT_SCORECARD] }),
  ...said("GET /v1/review/choices", CHOICES),
  ...said("GET /v1/review/queue", {
    cases: cases.map(({ line }, index) => ({ ...line, reviewed: index === 2 })),
    next: "more",
    counts: { open: 13, done: 7 }
  })
})
export const figureAnswers = (value: FiguresAnswer): LeadAnswers => ({
  ...said("page-status", signedIn),
  ...said("GET /v1/review/figures", value),
  ...said("GET /v1/review/causes", CAUSES),
  ...said("GET /v1/review/disputes", DISPUTES),
  ...said("GET /v1/review/tone", { rules: [{ rule: "jargon", fineHere: 12, agents: 4, hiddenBy: 2 }] }),
  ...said("GET /v1/review/recommendations", { products: PRODUCTS }),
  ...said("GET /v1/intents", INTENTS)
})
const DISPUTES: DisputeFigures = {
  open: 3,
  criteria: [
    { criterion: "tone", name: "", accepted: { n: 19, of: 41, low: 0.32, high: 0.61 } },
    { criterion: "complete", name: "", accepted: { n: 6, of: 33, low: 0.09, high: 0.34 } },
    { criterion: "correct", name: "", accepted: { n: 2, of: 4, low: null, high: null } }
  ]
}
export const knowledgeAnswers = (value: ReportAnswer): LeadAnswers => ({
  ...said("page-status", signedIn),
  ...said("GET /v1/knowledge/report", value),
  ...said("GET /v1/memories", {
    memories: [
      memoryLine(1),
      memoryLine(2, {
        kind: "fact",
        word: "",
        text: "Lamps of series H have no spare shades.",
        state: "approved",
        used: true
      })
    ],
    more: 0
  }),
  ...said("GET /v1/knowledge/past-tickets", SOLVED)
})
const SOLVED: SolvedTicketsAnswer = {
  tickets: [
    {
      id: "solved/1",
      title: "Where is my parcel?",
      question: "It was never delivered, [a name].",
      reply: "We search for it.",
      pages: [
        { id: "lost", title: "Lost parcels", url: "https://help.acme.example/lost", score: 0.9 },
        { id: "late", title: "Late parcels", score: 0.5, linked: "margin" }
      ],
      sure: false
    }
  ],
  next: "solved/1",
  all: 2,
  linked: 1
}
export const lost = (): never => {
  throw new Error("no such case")
}

const down: PageAnswer = { ok: false, code: "relay-unreachable" }
const one = { unchanged: 1, light: 0, heavy: 0 }

/** The review after a newer revision came, with what stood before, of a report that is in no figure. */
export function revisedAnswers(): LeadAnswers {
  const newer = reviewedAndNewer()
  const revisions = [{ ...(newer.revisions[0] ?? lost()), id: "earlier", later: false }, ...newer.revisions]
  return {
    ...queueAnswers(0),
    ...said("GET /v1/review/cases/:id", { ...newer, line: { ...newer.line, counted: false }, revisions })
  }
}

export const noCases = (): LeadAnswers => ({
  ...queueAnswers(0),
  ...said("GET /v1/review/queue", { cases: [], next: null, counts: { open: 0, done: 0 } })
})

export const notSignedIn = (): LeadAnswers =>
  said("page-status", { address: "", panel: { ...person, name: "Tom", role: "agent" } })

export const figureStates = {
  "twelve weeks": twelveWeeks(new URLSearchParams()),
  "by language": twelveWeeks(new URLSearchParams({ by: "language" })),
  "no reply": answerOf("week", []),
  "one reply": answerOf("week", [["2026-W47", one]])
}

/** What each of the pages for leads gets in each of its states. */
export const leadStates: Record<"review" | "figures" | "knowledge", Record<string, () => LeadAnswers>> = {
  review: {
    ...Object.fromEntries(cases.map(({ line }, at) => [line.result, () => queueAnswers(at)])),
    "a newer revision": revisedAnswers,
    "no case": noCases,
    "not signed in": notSignedIn
  },
  figures: Object.fromEntries(Object.entries(figureStates).map(([name, value]) => [name, () => figureAnswers(value)])),
  knowledge: {
    findings: () => knowledgeAnswers(report),
    "nothing to fix": () => knowledgeAnswers(empty),
    "relay away": () => ({ ...knowledgeAnswers(report), "GET /v1/knowledge/report": down })
  }
}
