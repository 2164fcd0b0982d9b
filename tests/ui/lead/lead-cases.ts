import type { Claim, Source } from "../../../src/ticket/draft.ts"
import { diffReplies } from "../../../src/text/reply-diff.ts"
import type { CaseAnswer, CaseLine } from "../../../src/protocol/review.ts"
import type { Outcome } from "../../../src/protocol/outcome.ts"

/** Cases as the relay tells them: the mock's, in the wire's shapes. */
const DRAFT =
  "Hello [PERSON_1],\n\nI’m sorry your parcel hasn’t reached you. The carrier marked it as delivered on 16 November at 14:12. The next step is a search, which the carrier answers within five working days. A pick-up shop often has it.\n\nIf it isn’t found, you choose: a new parcel or the full price back. For the trouble I’m adding a €10 credit to your account.\n\nKind regards,\n[PERSON_2]"
const SENT =
  "Hello [PERSON_1],\n\nI’m sorry your parcel hasn’t reached you. The carrier marked it as delivered on 16 November at 14:12. I opened a search today, number [NUMBER_2]; the carrier answers within five working days.\n\nIf it isn’t found, you choose: a new parcel or the full price back. I’ll write to you by 27 November, found or not.\n\nKind regards,\n[PERSON_2]"
const about = { visibility: "public" as const, locale: "en", score: 1, headings: [] }
export const SOURCES: Source[] = [
  { ...about, n: 1, id: "a1", title: "Tracking", kind: "product", passage: "Delivered 16 Nov 2026, 14:12" },
  {
    ...about,
    n: 2,
    id: "a2",
    title: "Shown as delivered, but missing",
    kind: "article",
    changed: "2026-09-03",
    passage: "The carrier answers within five working days."
  },
  {
    ...about,
    n: 3,
    id: "a3",
    title: "Refunds and replacements",
    kind: "policy",
    headings: ["Section 4"],
    visibility: "internal",
    passage: "If the parcel isn’t found, the customer chooses a replacement or the full price back."
  }
]
const MARKS: [string, Omit<Claim, "start" | "end">][] = [
  ["The carrier marked it as delivered on 16 November at 14:12.", { state: "supported", sources: [1] }],
  [
    "The next step is a search, which the carrier answers within five working days.",
    { state: "supported", sources: [2] }
  ],
  ["A pick-up shop often has it.", { state: "no-source", sources: [], reason: "words" }],
  ["If it isn’t found, you choose: a new parcel or the full price back.", { state: "supported", sources: [3] }],
  [
    "For the trouble I’m adding a €10 credit to your account.",
    { state: "needs-approval", sources: [], reason: "promise-money" }
  ]
]
const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, "0")}`

function line(n: number, change: Partial<CaseLine> = {}): CaseLine {
  return {
    caseId: id(n),
    site: "https://lumen.zendesk.com",
    helpdesk: "zendesk",
    ticketId: String(4000 + n),
    subject: `Case ${n}`,
    result: "unchanged",
    editDistance: 0,
    language: "en",
    at: `2026-11-${20 - n}T10:02:00Z`,
    reasons: [],
    marks: { noSource: 0, needsApproval: 0, contradicts: 0 },
    reviewed: false,
    newer: false,
    signals: [],
    counted: true,
    ...change
  }
}

export function whole(told: CaseLine, change: Partial<Outcome> = {}): CaseAnswer {
  const outcome: Outcome = {
    outcomeId: told.caseId,
    revision: 1,
    draftId: id(900),
    site: told.site,
    helpdesk: told.helpdesk,
    ticketId: told.ticketId,
    messageId: "m4",
    kind: "inserted",
    draft: DRAFT,
    sent: SENT,
    editDistance: told.editDistance,
    filledBlanks: 0,
    language: told.language,
    model: "mistral-small",
    pipelineVersion: "7c1e55aa01",
    ...(told.reasons.length > 0 ? { reasons: told.reasons } : {}),
    times: {
      opened: "2026-11-19T10:00:00Z",
      firstText: "2026-11-19T10:00:02Z",
      ready: "2026-11-19T10:00:06Z",
      used: "2026-11-19T10:00:44Z",
      sent: "2026-11-19T10:02:54Z"
    },
    ...change
  }
  const { draft, sent } = outcome
  return {
    line: told,
    outcome,
    sources: outcome.draftId ? SOURCES : [],
    claims:
      draft === DRAFT
        ? MARKS.map(([text, claim]) => ({
            ...claim,
            start: DRAFT.indexOf(text),
            end: DRAFT.indexOf(text) + text.length
          }))
        : [],
    diff: draft === "" || sent === null ? [] : diffReplies(draft, sent, outcome.language),
    ...(outcome.draftId
      ? {
          ticket: {
            site: told.site,
            helpdesk: told.helpdesk,
            ticketId: told.ticketId,
            version: "m3",
            subject: told.subject ?? "",
            requester: "[PERSON_1]",
            agent: "[PERSON_2]",
            tags: [],
            messages: [
              {
                id: "m1",
                role: "customer" as const,
                author: "[PERSON_1]",
                at: "2026-11-17T20:05:00Z",
                text: "My order [ORDER_1] says delivered but I have nothing here."
              },
              {
                id: "m2",
                role: "agent" as const,
                author: "[PERSON_2]",
                at: "2026-11-18T09:12:00Z",
                text: "Could you ask your neighbours?"
              },
              {
                id: "m3",
                role: "customer" as const,
                author: "[PERSON_1]",
                at: "2026-11-19T18:40:00Z",
                text: "I asked [PERSON_3] and [PERSON_4], and looked in the hall. Please call me.",
                attachments: ["hall.jpg"]
              }
            ]
          }
        }
      : {}),
    review: {
      version: 0,
      done: false,
      verdict: null,
      reasons: [],
      note: "",
      by: null,
      at: null,
      scorecard: null,
      scores: {},
      total: null,
      comment: ""
    },
    sentClaims: [],
    revisions: [],
    assigned: null,
    disputes: []
  }
}

/** Newest first: one of each result. */
export function sampleCases(): CaseAnswer[] {
  const doubts = { noSource: 1, needsApproval: 1, contradicts: 0 }
  return [
    whole(
      line(1, {
        subject: "Parcel marked delivered, nothing here",
        result: "heavy",
        editDistance: 0.46,
        marks: doubts,
        reasons: ["unsafe-promise"]
      }),
      { note: "We give no credit for this." }
    ),
    whole(line(2, { subject: "Charged twice for one order", marks: { ...doubts, noSource: 0 } }), {
      sent: DRAFT,
      editDistance: 0
    }),
    whole(
      line(3, { subject: "Rücksendung: wann kommt mein Geld?", result: "light", editDistance: 0.12, language: "de" })
    ),
    whole(
      line(4, {
        subject: "I want to speak to a manager",
        result: "ignored",
        editDistance: null,
        marks: { noSource: 2, needsApproval: 0, contradicts: 1 }
      }),
      { kind: "ignored" }
    ),
    whole(line(5, { subject: null, result: "none", editDistance: null }), {
      kind: "none",
      draft: "",
      draftId: undefined,
      model: "",
      pipelineVersion: "",
      editDistance: null,
      times: {}
    }),
    whole(
      line(6, {
        subject: "Where is my invoice",
        result: "rejected",
        editDistance: null,
        reasons: ["tone", "too-long"]
      }),
      { kind: "rejected", sent: null }
    ),
    whole(line(7, { subject: "Warranty for lamp L40", result: "unknown", editDistance: null }), {
      kind: "copied",
      sent: null,
      editDistance: null
    })
  ]
}

/**
 * The first sample case, reviewed, with a newer revision that came after the review and an earlier one that stood
 * before.
 */
export function reviewedAndNewer(): CaseAnswer {
  const [first] = sampleCases()
  if (!first) throw new Error("no case")
  const outcome = { ...first.outcome, revision: 2, sent: `${DRAFT}\n\nNothing else was changed.`, editDistance: 0.08 }
  const revision = {
    id: id(0xabcd),
    later: true,
    at: "2026-11-20T12:00:00Z",
    result: "light" as const,
    outcome,
    diff: diffReplies(outcome.draft, outcome.sent, outcome.language)
  }
  return {
    ...first,
    line: { ...first.line, newer: true },
    revisions: [revision],
    review: {
      ...{ version: 1, done: true, verdict: "dont-send", reasons: ["wrong-fact"], note: "Heavy." },
      by: "Anna",
      at: "2026-11-20T11:00:00Z",
      ...{ scorecard: null, scores: {}, total: null, comment: "" }
    }
  }
}

/** What agents decided about one tone rule. */
export const TONE = { rule: "over-apology", fineHere: 12, agents: 4, hiddenBy: 2 }
