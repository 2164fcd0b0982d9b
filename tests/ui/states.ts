import type { TicketAbout } from "../../src/ticket/ticket-about.ts"
import type { PanelState, RefusedOutcome } from "../../src/protocol/panel.ts"
import type { PopupStatus } from "../../src/protocol/popup.ts"
import {
  ARABIC,
  FOREIGN,
  GERMAN,
  GERMAN_LINES,
  LETTER,
  OPENING,
  PLAIN,
  RETURNS,
  STALE,
  marks
} from "./help/states-words.ts"
import { answers } from "./help/states-answers.ts"
import { chatStates } from "./help/states-chat.ts"
import { nearStates } from "./help/states-near.ts"
import { replyCheckStates } from "./help/states-reply-check.ts"
import { verifyingStates } from "./help/states-verifying.ts"
import { lockedStates } from "./help/states-locked.ts"
import { pickingStates, taughtPage } from "./help/states-picking.ts"
import { base, claimsOf, draft, PERSON, RELAY } from "./help/states-parts.ts"
import { ticket } from "./help/states-inspector.ts"

export { base, claimsOf, draft }

/** One `PanelState` for each state of the panel, on an invented ticket: for looking at, for tests and for axe. */
export const states = {
  ...answers,
  ...pickingStates,
  ...chatStates,
  ...nearStates,
  ...verifyingStates,
  ...replyCheckStates,
  ready: () => base({ draft: draft() }),
  /** The agent has kept the promise as own words, so that Insert waits for nothing. */
  decided: () => base({ draft: draft({ kept: [LETTER.indexOf("For the trouble")] }) }),
  /** A vendor has redesigned its page. */
  unfit: () => base({ draft: draft(), notice: { code: "page-unfit", data: { part: "reply editor" } } }),
  streaming: () =>
    base({
      draft: draft({
        state: "writing",
        text: `${OPENING}The search number`,
        claims: claimsOf(OPENING, marks.slice(0, 2)),
        questions: [],
        ms: undefined
      })
    }),
  asking: () =>
    base({
      ticket: ticket({ ticketId: "48190", subject: "Rücksendung: wann kommt mein Geld?", language: "de" }),
      summary: { state: "ready", lines: GERMAN_LINES },
      draft: draft({
        text: GERMAN,
        language: "de",
        sources: [RETURNS],
        questions: [
          { blank: "Tag des Eingangs", why: "The 14 days count from then. The ticket doesn’t say." },
          { blank: "Zahlungsart", why: "It decides where the money goes." }
        ],
        claims: claimsOf(GERMAN, [["Das dauert ab Eingang höchstens 14 Tage.", { state: "supported", sources: [1] }]])
      })
    }),
  refused: () =>
    base({
      ticket: ticket({ ticketId: "48207", subject: "Can I take the kettle to Japan?" }),
      summary: {
        state: "ready",
        lines: [
          { kind: "wants", text: "To know if the K2 kettle runs on 100 V", messageId: "m1" },
          { kind: "open", text: "Everything" }
        ]
      },
      draft: draft({
        state: "refused",
        text: "",
        claims: [],
        sources: [],
        questions: [],
        refusal: {
          reason: "no-answer",
          searched: ["K2 kettle", "voltage", "100 V"],
          documents: 214,
          say: "I'm afraid we have no information on this yet.",
          nearest: [
            { title: "Kettle K2: data sheet", why: "Names 220–240 V; says nothing of 100 V." },
            { title: "Travel adapters we sell", why: "Plug shape only, not voltage." }
          ]
        }
      })
    }),
  about: () => {
    const state = base({ draft: draft() })
    const about: TicketAbout = {
      intent: { name: "refund", because: ["money", "back"] },
      urgent: { because: "by tomorrow" },
      escalate: { reason: "law", because: "lawyer", group: "Billing" },
      choices: ["login", "refund"]
    }
    return { ...state, ...(state.summary && { summary: { ...state.summary, about } }) }
  },
  tone: () =>
    base({
      draft: draft({ inserted: true }),
      tone: {
        state: "found",
        hidden: ["jargon"],
        text: "Hello Sarah, please do NOT open it. [[search number]]",
        findings: [
          {
            kind: "wrong-name",
            start: 6,
            end: 11,
            quote: "Sarah",
            data: { name: "Maya Lindqvist" },
            fix: { refused: "name" }
          },
          { kind: "shouting", start: 23, end: 26, quote: "NOT", fix: { from: 23, to: 26, text: "not" } },
          { kind: "blank", start: 36, end: 53, quote: "[[search number]]" }
        ]
      }
    }),
  stale: () =>
    base({
      draft: draft({
        text: STALE,
        edited: true,
        questions: [],
        stale: { author: "Maya", at: new Date(Date.now() - 60_000).toISOString() },
        claims: claimsOf(STALE, [
          [
            "I’m sorry your parcel hasn’t reached you.",
            { state: "contradicts", sources: [0], words: "hasn’t reached you", says: "My neighbour had it after all" }
          ],
          ...marks.slice(0, 2),
          ["If it isn’t found, you choose: a new parcel or the full price back.", { state: "supported", sources: [3] }]
        ])
      })
    }),
  foreign: () =>
    base({
      draft: draft({
        text: FOREIGN,
        questions: [],
        claims: claimsOf(FOREIGN, [
          ["Print the label at https://parcels.example.top/label.", { state: "no-source", sources: [], reason: "link" }]
        ]),
        guard: [
          { kind: "link", severe: true, words: "https://parcels.example.top/label" },
          { kind: "secret-request", severe: true, words: "Then send us your PIN." },
          { kind: "page", severe: false, words: "shop.example/help" }
        ]
      })
    }),
  rejected: () => base({ draft: draft({ rejected: { reasons: ["wrong-fact", "tone"], note: "" } }) }),
  "preparing-unused": () => base({ preparing: { on: true, list: false, off: "unused" } }),
  "preparing-budget": () => base({ preparing: { on: true, list: false, off: "budget" } }),
  offline: () => base({ relay: { ...RELAY, state: "offline" }, kept: { drafts: 12, outcomes: 3 }, draft: draft() }),
  "refused-outcomes": () => base({ kept: { drafts: 12, outcomes: 2, refused: REFUSED }, draft: draft() }),
  "refused-body": () =>
    base({
      draft: draft({ state: "failed", text: "", claims: [] }),
      notice: { code: "unmasked-data", data: { kinds: "card email" } }
    }),
  /** A text that was selected on a page that no adapter reads. */
  "selected-text": () => {
    const state = base({ draft: draft({ insert: "copy-only" }) })
    return { ...state, ...(state.ticket && { ticket: { ...state.ticket, helpdesk: "selected-text", subject: "" } }) }
  },
  "copy-alone": () => base({ draft: draft({ insert: "unproven", claims: [], questions: [] }) }),
  /** A page of which somebody has shown the places: in this browser, for the team, or for this page only. */
  "taught-page": () => taughtPage({ of: "browser", kept: true }),
  "taught-page-team": () => taughtPage({ of: "team", shared: "other" }),
  "taught-page-once": () => taughtPage(),
  "no-model": () =>
    base({
      relay: { ...RELAY, model: null },
      draft: draft({
        text: PLAIN,
        model: "offline",
        offline: true,
        questions: [],
        claims: claimsOf(PLAIN, [
          [
            "When a parcel is shown as delivered but missing, we ask the carrier to search for it.",
            { state: "supported", sources: [2] }
          ],
          ["The carrier answers within five working days.", { state: "supported", sources: [2] }],
          [
            "If the parcel isn’t found, you choose a replacement or the full price back.",
            { state: "supported", sources: [3] }
          ]
        ])
      })
    }),
  error: () =>
    base({
      notice: { code: "relay-stopped" },
      draft: draft({
        state: "stopped",
        text: OPENING.trimEnd(),
        claims: claimsOf(OPENING, [
          ["I’m sorry your parcel hasn’t reached you.", { state: "courtesy", sources: [] }],
          ...marks.slice(0, 2)
        ]),
        questions: []
      })
    }),
  ...lockedStates,
  empty: () => ({ phase: "empty", relay: RELAY, person: PERSON, kept: { drafts: 3, outcomes: 0 } }),
  /** The page in front is of an allowed site, and no ticket is read there. */
  "site-on": () => ({
    phase: "empty",
    relay: RELAY,
    person: PERSON,
    kept: { drafts: 3, outcomes: 0 },
    site: { origin: "https://desk.example.org", on: true, builtIn: false, tabId: 7 }
  }),
  /** The site in front isn't allowed. */
  "site-off": () => ({
    phase: "empty",
    relay: RELAY,
    person: PERSON,
    kept: { drafts: 3, outcomes: 0 },
    site: { origin: "https://rt.example.org", on: false, builtIn: false }
  }),
  unpaired: () => ({
    phase: "unpaired",
    relay: { ...RELAY, state: "checking", model: null },
    kept: { drafts: 0, outcomes: 0 }
  }),
  reading: () =>
    base({
      summary: undefined,
      draft: draft({ state: "reading", text: "", claims: [], sources: [], questions: [], model: "", ms: undefined })
    }),
  arabic: () =>
    base({
      ticket: ticket({ subject: "الطرد مسجَّل كمُسلَّم ولم يصل", language: "ar" }),
      summary: { state: "ready", lines: [{ kind: "wants", text: "طردها أو استرداد المبلغ", messageId: "m1" }] },
      draft: draft({
        text: ARABIC,
        language: "ar",
        questions: [],
        claims: claimsOf(ARABIC, [["غالبًا ما يكون في نقطة استلام قريبة.", { state: "no-source", sources: [] }]])
      })
    })
} satisfies Record<string, () => PanelState>

export type StateName = keyof typeof states

const kept = { drafts: 43, outcomes: 0 }
/** What the relay would not have. */
export const REFUSED: RefusedOutcome[] = [
  { id: "o1", site: "https://desk.example", helpdesk: "sample", ticketId: "1001", kinds: ["email"] },
  { id: "o2", site: "https://desk.example", helpdesk: "zendesk", ticketId: "35436", kinds: ["card", "iban"] }
]
export const popups = {
  pair: { address: "", relay: "checking", model: null, kept: { drafts: 0, outcomes: 0 } },
  on: {
    person: PERSON,
    address: RELAY.address,
    relay: "online",
    model: "mistral-small",
    kept,
    site: { origin: "https://help.example.com", on: true, builtIn: false },
    preparing: { on: true, list: false }
  },
  off: {
    person: PERSON,
    address: RELAY.address,
    relay: "offline",
    model: null,
    kept: { drafts: 43, outcomes: 2 },
    site: { origin: "https://help.example.com", on: false, builtIn: false },
    preparing: { on: true, list: true, off: "unused" }
  },
  policy: {
    person: PERSON,
    address: RELAY.address,
    relay: "online",
    model: null,
    kept,
    policy: { unknown: ["allowedSite"] }
  },
  refused: {
    person: PERSON,
    address: RELAY.address,
    relay: "online",
    model: null,
    kept: { drafts: 43, outcomes: 3, refused: REFUSED }
  },
  both: {
    person: PERSON,
    reviewer: { id: "p2", name: "Anna", role: "lead", groups: [] },
    address: RELAY.address,
    relay: "online",
    model: null,
    kept
  }
} satisfies Record<string, PopupStatus>
