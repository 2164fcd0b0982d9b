import type { PanelDraft, PanelState, PanelTicket, RefusedOutcome } from "../../src/protocol/panel.ts"
import type { PopupStatus } from "../../src/protocol/popup.ts"
import type { PassedOn, Saw } from "../../src/protocol/request-inspector.ts"
import type { Claim, Source, SummaryLine } from "../../src/ticket/draft.ts"

/** One `PanelState` for each state of the panel, on an invented ticket: for looking at, for tests and for axe. */
export const states = {
  ready: () => base({ draft: draft() }),
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
  tone: () =>
    base({
      draft: draft({ inserted: true }),
      tone: {
        state: "found",
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
  locked: () => ({
    phase: "locked",
    locked: "relay-unreachable",
    relay: { ...RELAY, state: "offline" },
    kept: { drafts: 12, outcomes: 2 }
  }),
  reused: () => ({
    phase: "locked",
    locked: "revoked",
    signedOut: "reused",
    relay: RELAY,
    kept: { drafts: 12, outcomes: 0 }
  }),
  revoked: () => ({ phase: "locked", locked: "revoked", relay: RELAY, kept: { drafts: 12, outcomes: 0 } }),
  empty: () => ({ phase: "empty", relay: RELAY, person: PERSON, kept: { drafts: 3, outcomes: 0 } }),
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

/** A ticket's state with some parts in the place of the usual ones. */
export function base(parts: Partial<PanelState>): PanelState {
  return {
    phase: "ticket",
    person: PERSON,
    relay: RELAY,
    kept: { drafts: 12, outcomes: 0 },
    ticket: ticket(),
    summary: { state: "ready", lines: LINES },
    ...parts
  }
}

export function ticket(parts: Partial<PanelTicket> = {}): PanelTicket {
  return {
    key: "sample/48213",
    site: "https://desk.example",
    helpdesk: "sample",
    ticketId: "48213",
    subject: "Parcel marked delivered, nothing here",
    language: "en",
    messages: [
      ["m1", "Maya Brandt", "customer"],
      ["m2", "Tom", "agent"],
      ["m3", "Maya Brandt", "customer"]
    ].map(([id = "", author = "", role], index) => ({
      id,
      author,
      n: index + 1,
      role: role === "agent" ? ("agent" as const) : ("customer" as const),
      at: `2026-11-1${6 + index}T09:0${index}:00Z`
    })),
    ...parts
  }
}

export function draft(parts: { [Part in keyof PanelDraft]?: PanelDraft[Part] | undefined } = {}): PanelDraft {
  const whole = {
    id: "d1",
    state: "ready" as const,
    text: LETTER,
    edited: false,
    claims: claimsOf(LETTER, marks),
    kept: [],
    sources: SOURCES,
    questions: [{ blank: "search number", why: "It stands in the carrier’s confirmation mail." }],
    model: "mistral-small",
    offline: false,
    language: "en",
    ms: { first: 600, total: 2100 },
    savedAt: "2026-11-20T09:42:00Z",
    insert: "on" as const
  }
  return { ...whole, ...parts } as PanelDraft
}

/** Claims on sentences, found by their words. */
export function claimsOf(text: string, sentences: [string, Omit<Claim, "start" | "end">][]): Claim[] {
  return sentences.map(([sentence, claim]) => {
    const start = text.indexOf(sentence)
    if (start < 0) throw new Error(`the text has no sentence "${sentence}"`)
    return { start, end: start + sentence.length, ...claim }
  })
}

const OPENING =
  "Hello Maya,\n\nI’m sorry your parcel hasn’t reached you. The carrier marked it as delivered on 16 November at 14:12. The next step is a search, which the carrier answers within five working days. "
const CHOICE = "If it isn’t found, you choose: a new parcel or the full price back."
export const LETTER = `${OPENING}The search number is [[search number]]. A pick-up shop often has it.\n\n${CHOICE} For the trouble I’m adding a €10 credit to your account.\n\nKind regards,\nTom`
const FOREIGN =
  "Hello Maya,\n\nPrint the label at https://parcels.example.top/label. Then send us your PIN. More is on shop.example/help."
const STALE = `${OPENING.trimEnd()}\n\n${CHOICE}\n\nKind regards,\nTom`
const PLAIN =
  "Hello Maya,\n\nThank you for your message. I’m sorry about the trouble.\n\nWhen a parcel is shown as delivered but missing, we ask the carrier to search for it. The carrier answers within five working days.\n\nIf the parcel isn’t found, you choose a replacement or the full price back.\n\nKind regards,\nTom"
const GERMAN =
  "Guten Tag Herr Brandt,\n\ndanke für Ihre Geduld. Ihre Rücksendung ist am [[Tag des Eingangs]] bei uns eingetroffen. Die Erstattung geht auf dem Weg zurück, auf dem Sie bezahlt haben, also [[Zahlungsart]]. Das dauert ab Eingang höchstens 14 Tage.\n\nFreundliche Grüße\nJana Vogt"
const ARABIC =
  "مرحبًا ليلى،\n\nنأسف لأن طردك لم يصل. رقم البحث هو [[رقم البحث]]. غالبًا ما يكون في نقطة استلام قريبة.\n\nمع أطيب التحيات،\nTom"
const marks: [string, Omit<Claim, "start" | "end">][] = [
  ["The carrier marked it as delivered on 16 November at 14:12.", { state: "supported", sources: [1] }],
  [
    "The next step is a search, which the carrier answers within five working days.",
    { state: "supported", sources: [2] }
  ],
  ["A pick-up shop often has it.", { state: "no-source", sources: [], reason: "words" }],
  [CHOICE, { state: "supported", sources: [3] }],
  [
    "For the trouble I’m adding a €10 credit to your account.",
    { state: "needs-approval", sources: [], reason: "promise-money", words: "€10 credit" }
  ]
]

const PERSON = { id: "p1", name: "Tom", role: "agent" as const, groups: [] }
const RELAY = { address: "http://127.0.0.1:8787", state: "online" as const, model: "mistral-small", version: "0.1.0" }
const LINES: SummaryLine[] = [
  { kind: "wants", text: "Her parcel, or the money back", messageId: "m1" },
  { kind: "tried", text: "Asked two neighbours, looked in the hall", messageId: "m3" },
  { kind: "promised", text: "" }
]
const GERMAN_LINES: SummaryLine[] = [
  { kind: "wants", text: "89,90 € für zurückgesandte Schuhe", messageId: "m1" },
  { kind: "promised", text: "Erstattung „binnen 14 Tagen“", messageId: "m2" },
  { kind: "open", text: "Ob die Rücksendung eingetroffen ist" }
]
const about = { visibility: "public" as const, locale: "en", score: 1 }
const SOURCES: Source[] = [
  {
    ...about,
    n: 1,
    id: "a1",
    title: "Tracking words and what they mean",
    kind: "product",
    headings: [],
    passage: "“Delivered” is set by the carrier’s driver."
  },
  {
    ...about,
    n: 2,
    id: "a2",
    title: "Shown as delivered, but missing",
    kind: "article",
    headings: [],
    changed: "2026-09-03",
    url: "https://help.example.com/missing",
    passage:
      "When a parcel is shown as delivered but missing, we ask the carrier to search for it. The carrier answers within five working days."
  },
  {
    ...about,
    n: 3,
    id: "a3",
    title: "Refunds and replacements",
    kind: "policy",
    headings: ["Section 4"],
    visibility: "internal",
    changed: "2026-10-01",
    passage: "If the parcel isn’t found, the customer chooses a replacement or the full price back."
  }
]
const RETURNS: Source = {
  ...about,
  n: 1,
  id: "a4",
  title: "Erstattungen: Wege und Fristen",
  kind: "article",
  headings: [],
  locale: "de",
  changed: "2026-08-12",
  passage: "Die Erstattung dauert ab Eingang höchstens 14 Tage."
}

const sentTicket = {
  subject: "Parcel marked delivered, nothing here",
  fields: { Tracking: "delivered 16 Nov 2026, 14:12" },
  tags: ["parcel"],
  messages: [
    {
      id: "m1",
      role: "customer",
      author: "[PERSON_1]",
      text: "Hello, my order 10233 says delivered but I have nothing here. Mail me at [EMAIL_1]. [PERSON_1]"
    },
    { id: "m2", role: "agent", author: "[PERSON_2]", text: "Dear [PERSON_1], could you ask your neighbours?" },
    {
      id: "m3",
      role: "customer",
      author: "[PERSON_1]",
      text: "I asked two of them, Otto and Rosa. Please call me on [PHONE_1]. My card is [CARD_1]."
    }
  ]
}
const earlier = { ...sentTicket, messages: sentTicket.messages.slice(0, 2) }
const request = (id: string, minute: number, path: string, body: unknown) => ({
  id: `${id} ${path}`,
  draftId: id,
  at: `2026-11-20T09:4${minute}:07Z`,
  path,
  body: JSON.stringify(body)
})
/** A draft with its summary, and one that was changed as the agent said once another message had come. */
export const saw: Saw = {
  requests: [
    request("d0", 0, "/v1/drafts", { draftId: "d0", ticket: earlier, prepared: true }),
    request("d0", 0, "/v1/summaries", { summaryId: "s0", ticket: earlier }),
    request("d1", 1, "/v1/drafts", {
      draftId: "d1",
      ticket: sentTicket,
      instruction: "Shorter, and no refund for [PERSON_1]",
      previous: "Hello [PERSON_1],\n\nit will come."
    })
  ],
  placeholders: [
    { placeholder: "[PERSON_1]", type: "PERSON", value: "Maya Brandt" },
    { placeholder: "[PERSON_2]", type: "PERSON", value: "Tom" },
    { placeholder: "[EMAIL_1]", type: "EMAIL", value: "maya@post.example" },
    { placeholder: "[PHONE_1]", type: "PHONE", value: "+44 117 496 0321", internal: true, fixed: "note" },
    { placeholder: "[CARD_1]", type: "CARD", value: "4242 4242 4242 4242", fixed: "lasting" }
  ],
  told: { names: [], plain: ["Kettle"] },
  stayed: { notes: 2, attachments: ["IMG_2231.jpg"], replaced: 4 },
  reach: { language: "en", found: 93, of: "words" }
}
export const passedOn: PassedOn = {
  asked: true,
  model: "mistral-small",
  url: "http://127.0.0.1:11434/v1/chat/completions",
  body: JSON.stringify({
    model: "mistral-small",
    messages: [
      { role: "system", content: "You write replies to support tickets." },
      { role: "user", content: "Ticket: … [PERSON_1]" }
    ]
  })
}

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
