import { type RelayEvent } from "../../../src/protocol/relay.ts"
import type { RulesAnswer } from "../../../src/protocol/routes/masking-rules.ts"

export const LEAD = { id: "p2", name: "Anna", role: "lead" as const, groups: [] }
export const ADMIN = { id: "p3", name: "Ada", role: "admin" as const, groups: [] }
export const PERSON = { id: "p1", name: "Tom", role: "agent" as const, groups: [] }
export const NO_TEAM_RULES: RulesAnswer = {
  version: 0,
  mode: "strict",
  keep: [],
  names: [],
  agentsMayAdd: false,
  words: [],
  proposed: [],
  by: null,
  at: null
}
export const GREETING = "Hello [PERSON_1],"
export const SENTENCES = ["Parcels arrive within 3 days.", "Tell us [[your order number]] and we look it up."]
export const SOURCE = {
  n: 1,
  id: "s1",
  title: "Delivery",
  kind: "article" as const,
  headings: ["Times"],
  passage: "Parcels arrive within 3 days.",
  visibility: "public" as const,
  score: 1
}
export const SUMMARY: RelayEvent[] = [
  { type: "summary-line", line: { kind: "wants", text: "[PERSON_1] asks when the parcel comes.", messageId: "m1" } },
  {
    type: "summary-end",
    lines: [{ kind: "wants", text: "[PERSON_1] asks when the parcel comes.", messageId: "m1" }],
    about: {
      intent: { name: "delivery", because: ["parcel"] },
      urgent: { because: "soon, says [PERSON_1]" },
      choices: ["delivery", "refund"]
    },
    model: "offline",
    pipelineVersion: "p1",
    language: "en"
  }
]

/** A draft in small pieces, as a model writes, with a check after each sentence. */
export function goodDraft(draftId: string, sentences = SENTENCES): RelayEvent[] {
  const events: RelayEvent[] = [{ type: "sources", sources: [SOURCE] }]
  const claims: Extract<RelayEvent, { type: "check" }>["claim"][] = []
  let text = ""
  for (const [index, part] of [GREETING, ...sentences].entries()) {
    const lead = index === 0 ? "" : "\n\n"
    const start = text.length + lead.length
    for (const piece of `${lead}${part}`.match(/[\s\S]{1,4}/g) ?? []) events.push({ type: "draft-delta", text: piece })
    text += lead + part
    const claim = {
      start,
      end: text.length,
      state: index === 0 ? ("courtesy" as const) : index === 1 ? ("supported" as const) : ("no-source" as const),
      sources: index === 1 ? [1] : []
    }
    claims.push(claim)
    events.push({ type: "check", claim })
  }
  events.push({
    type: "draft-end",
    draftId,
    text,
    claims,
    questions: [{ blank: "your order number" }],
    model: "offline",
    pipelineVersion: "p1",
    language: "en",
    ms: { first: 5, total: 20 }
  })
  return events
}

/** What a test decides about one draft. `cut` ends the socket, `hold` leaves it open. */
export interface Script {
  events: RelayEvent[]
  then?: "cut" | "hold"
  /** Events after this many wait until `release` is called. */
  pauseAfter?: number
}
