import type { PanelState } from "../../../src/protocol/panel.ts"
import type { ReplyCheck } from "../../../src/ticket/reply-check.ts"
import { base, claimsOf, draft } from "./states-parts.ts"

export const OWN_REPLY = {
  greeting: "Hello Maya,",
  delivered: "The carrier marked it as delivered on 16 November at 14:12.",
  search: "The search takes three weeks.",
  choice: "You get a new parcel and the full price back.",
  credit: "We add €10 to your account.",
  home: "Please look once more in the hall."
}
const TEXT = Object.values(OWN_REPLY).join(" ")

const SOURCES = (draft().sources ?? []).map((source) =>
  source.n === 3
    ? { ...source, passage: "If the parcel isn’t found, you choose a replacement or the full price back. Ask for it." }
    : source
)

const DONE: ReplyCheck = {
  state: "done",
  text: TEXT,
  startedAt: 0,
  threadAt: "2026-11-20T09:00:00Z",
  sources: SOURCES,
  claims: claimsOf(TEXT, [
    [OWN_REPLY.greeting, { state: "courtesy", sources: [] }],
    [
      OWN_REPLY.delivered,
      { state: "supported", sources: [1], verdict: { kind: "supported", evidence: [{ source: 1, text: "14:12" }] } }
    ],
    [OWN_REPLY.search, { state: "contradicts", sources: [2], reason: "duration", says: "five working days" }],
    [
      OWN_REPLY.choice,
      {
        state: "contradicts",
        sources: [3],
        reason: "verifier",
        verdict: {
          kind: "contradicted",
          why: "one of the two, not both",
          evidence: [{ source: 3, text: "If the parcel isn’t found, you choose a replacement or the full price back." }]
        }
      }
    ],
    [OWN_REPLY.credit, { state: "needs-approval", sources: [], reason: "promise-money", words: "€10" }],
    [OWN_REPLY.home, { state: "not-found", sources: [] }]
  ]),
  verification: {
    model: "verifier-a",
    state: "done",
    confirmed: 1,
    doubted: 1,
    unanswered: ["Can I get the money back to another card?"]
  }
}

/** A panel whose reply in the editor was checked. */
export const replyChecked = (more: Partial<NonNullable<NonNullable<PanelState["reply"]>["check"]>> = {}): PanelState =>
  base({ draft: draft({ inserted: true }), reply: { pauses: 1, check: { ...DONE, ...more } } })

const { verification: _none, ...BY_RULES } = DONE

/** The check of the agent's own reply, before it is sent. */
export const replyCheckStates = {
  "reply-checked": () => replyChecked(),
  "reply-checking": () => replyChecked({ state: "checking", claims: [], sources: [] }),
  "reply-changed": () => replyChecked({ isChanged: true, newer: "Maya Lindqvist" }),
  "reply-by-rules": () => base({ draft: draft({ inserted: true }), reply: { pauses: 1, check: BY_RULES } }),
  "reply-check-failed": () => replyChecked({ state: "failed", claims: [], sources: [] })
}
