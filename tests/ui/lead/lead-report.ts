import type { ReportDone, ReportFinding, ReportRunning } from "../../../src/protocol/knowledge-report.ts"

const page = (id: string, title: string, words: string, address = `https://help.acme.example/${id}`) => ({
  id,
  title,
  address,
  words
})

export const findings: ReportFinding[] = [
  {
    id: "c1",
    kind: "contradiction",
    firstSeen: "2026-11-03T10:00:00Z",
    says: "“Returns” says 30 days, “Refunds of goods” says 14 days.",
    fix: "Find out which holds, and put the other right (“Refunds of goods” was changed last, on 2026-09-01).",
    documents: [
      page("returns", "Returns", "Goods can be sent back within 30 days of delivery."),
      page("refunds", "Refunds of goods", "Goods can be sent back within 14 days of delivery.")
    ]
  },
  {
    id: "d1",
    kind: "dead-link",
    firstSeen: "2026-11-18T10:00:00Z",
    says: "No page that was imported has the address old/gone.md",
    fix: "Lead to where that page is now, or take the link away.",
    documents: [page("links", "Where things are", "the old page", "guides/links.md")]
  },
  {
    id: "n1",
    kind: "no-page",
    firstSeen: "2026-11-19T10:00:00Z",
    says: "12 tickets of the last weeks had no page to be answered from. Their words: bluetooth, pair, phone.",
    fix: "Read some of them, and write the page that answers them.",
    documents: [],
    tickets: [
      { site: "https://lumen.zendesk.com", helpdesk: "zendesk", ticketId: "1204" },
      { site: "https://lumen.zendesk.com", helpdesk: "zendesk", ticketId: "1188" }
    ]
  },
  {
    id: "x1",
    kind: "too-long-winded",
    says: "This page needs 400 words for one step.",
    fix: "Say it in ten.",
    documents: [page("long", "Turning it on", "Turning it on")]
  }
]

const counts = {
  duplicate: 0,
  contradiction: 1,
  stale: 0,
  "personal-data": 0,
  "missing-language": 0,
  "never-quoted": 0,
  "dead-link": 1,
  "no-page": 1,
  "too-long-winded": 1
}
const days = [14, 12, 13, 9, 8, 8, 5, 4]

/** A report of a team that has worked on its pages for some weeks. */
export const report: ReportDone = {
  at: "2026-11-20T10:00:00Z",
  documents: 1_234,
  findings,
  counts,
  settled: 1,
  coverage: { weeks: 6, tickets: 410, searched: 410, answered: 295 },
  settledFindings: [
    {
      id: "s1",
      kind: "duplicate",
      says: "2 pages say nearly the same: a, b.",
      fix: "Keep one.",
      documents: [page("a", "Signals", "Signals")],
      settled: { at: "2026-11-19T09:00:00Z", by: "Bert", note: "One is for [PERSON]." }
    }
  ],
  trend: days.map((open, at) => ({
    at: `2026-11-${String(6 + 2 * at).padStart(2, "0")}T10:00:00Z`,
    counts: { ...counts, contradiction: 1, "never-quoted": open - 4, tickets: 400 + at, answered: 250 + 5 * at }
  }))
}

/** Many of one kind, more than the relay tells. */
export const long: ReportDone = {
  ...report,
  findings: Array.from({ length: 25 }, (_, n) => ({
    id: `c${n}`,
    kind: "contradiction",
    says: `Finding ${n}.`,
    fix: "Mend it.",
    documents: []
  })),
  counts: { contradiction: 8_001 }
}
export const empty: ReportDone = {
  ...report,
  findings: [],
  counts: {},
  settled: 0,
  settledFindings: [],
  documents: 12,
  coverage: { weeks: 6, tickets: 0, searched: 0, answered: 0 },
  trend: []
}
export const running: ReportRunning = { running: { run: "6f9619ff-8b86-4011-b42d-00c04fc964ff", documents: 1_234 } }
