import type { CommandAnswer, PanelState } from "../../../src/protocol/panel.ts"
import type { Claim } from "../../../src/ticket/draft.ts"
import type { LetterDeed } from "../../../src/ticket/letter-deed.ts"
import { ticket } from "./states-inspector.ts"
import { base, claimsOf, draft } from "./states-parts.ts"
import { about, SOURCES } from "./states-words.ts"

/** A state of the panel, and what it is answered about the letter. */
interface SeatState {
  state: PanelState
  answers: Record<string, CommandAnswer>
}

const seen = { kind: "supported" as const, evidence: [] }
const verified = (...sources: number[]): Omit<Claim, "start" | "end"> => ({
  state: "supported",
  sources,
  verdict: seen
})
const VERIFIER = { model: "gemini-large", state: "done" as const, confirmed: 5, doubted: 0 }

const messages = (author: string) => [
  { id: "m1", n: 1, author, role: "customer" as const, at: "2026-11-17T08:11:00Z" },
  { id: "m2", n: 2, author: "Tom Ahlberg", role: "agent" as const, at: "2026-11-17T10:20:00Z" },
  { id: "m3", n: 3, author, role: "customer" as const, at: new Date(Date.now() - 3_600_000).toISOString() }
]
const asks = (question: string, wish: string) => ({
  state: "ready" as const,
  lines: [
    { kind: "wants" as const, text: question, messageId: "m3" },
    { kind: "wants" as const, text: wish, messageId: "m3" }
  ]
})

const READY =
  "Hello Ben,\n\nThank you for your patience. Your return reached us on 16 November. It was checked on [[day of the check]]. The bank transfer then takes three working days.\n\nYou get back the full price of the lamp. The express surcharge of €9.90 isn’t refunded, because your parcel wasn’t late.\n\nWe e-mail you on the day the refund starts.\n\nKind regards\nTom Ahlberg"
const ASKED = "I have asked the carrier to search for it."
const TO_DO = `Hello Maya,\n\nI’m sorry that your parcel hasn’t reached you.\n\n${ASKED} The carrier answers within five working days. Your search number is [[search number]].\n\nIf the parcel isn’t found, you choose between a replacement and a full refund. The refund then starts within two working days.\n\nKind regards\nTom Ahlberg`
const REFUND = "You can also have a full refund instead."
const HELD = `Hello Liam,\n\nWe’ll send you a new water tank free of charge. It leaves within one working day, and you keep the rest. ${REFUND}\n\nPlease keep the box for ten days.\n\nKind regards\nTom Ahlberg`
const DANGER =
  "Hello Grace,\n\nThank you for telling us at once. Please don’t use the kettle any more, and leave it unplugged.\n\nIf anybody feels unwell, call your doctor or the emergency number first.\n\nOur product safety team answers you today.\n\nKind regards\nTom Ahlberg"

const maya = () => ({
  ticket: ticket({
    ticketId: "1001",
    subject: "Parcel shown as delivered, but nothing is here",
    messages: messages("Maya")
  }),
  summary: asks(
    "What happens next, and how long will it take?",
    "If it does not turn up I would rather have my money back"
  )
})
const toDoDraft = () =>
  draft({
    text: TO_DO,
    questions: [{ blank: "search number", why: "It stands in the carrier’s confirmation mail." }],
    claims: claimsOf(TO_DO, [
      ["I’m sorry that your parcel hasn’t reached you.", { state: "courtesy", sources: [] }],
      [ASKED, { state: "near", sources: [2] }],
      ["The carrier answers within five working days.", verified(2)],
      ["If the parcel isn’t found, you choose between a replacement and a full refund.", verified(3)],
      ["The refund then starts within two working days.", verified(3)]
    ]),
    verification: { ...VERIFIER, confirmed: 3 }
  })
const carrierSearch: LetterDeed = {
  kind: "done",
  start: TO_DO.indexOf(ASKED),
  end: TO_DO.indexOf(ASKED) + ASKED.length,
  text: ASKED
}
const deeds = (...found: LetterDeed[]) => ({ "panel-deeds": { ok: true as const, deeds: found } })

const SMOKE = { level: "sure" as const, kind: "smoke-fire" as const, because: "smoke came out of the base" }
const HOLDING = "Thank you for telling us. The colleagues responsible for this are looking at your message."
const grace = () => ({
  ticket: ticket({ ticketId: "1103", subject: "Smoke from the kettle", messages: messages("Grace") }),
  summary: {
    ...asks("What do I do now?", "I want to know today."),
    about: {
      choices: [],
      urgent: { because: SMOKE.because },
      escalate: { reason: "danger" as const, because: SMOKE.because, group: "Product safety" }
    }
  }
})

const ready = (): SeatState => ({
  state: base({
    ticket: ticket({
      ticketId: "1002",
      subject: "Return LL-47790: when does my money come?",
      messages: messages("Ben")
    }),
    summary: asks(
      "When will it be checked, and when does the money come?",
      "And do I also get the express surcharge of €9.90 back?"
    ),
    draft: draft({
      text: READY,
      questions: [{ blank: "day of the check", why: "It stands in the return record." }],
      claims: claimsOf(READY, [
        ["Your return reached us on 16 November.", verified(0)],
        ["The bank transfer then takes three working days.", verified(3)],
        ["You get back the full price of the lamp.", verified(3)],
        ["The express surcharge of €9.90 isn’t refunded, because your parcel wasn’t late.", verified(3)],
        ["We e-mail you on the day the refund starts.", verified(3)]
      ]),
      verification: VERIFIER
    })
  }),
  answers: deeds()
})

/** The states of the panel as one screen, each of which needs no scrolling at 400 × 760. */
export const seatStates = {
  ready,
  todo: (): SeatState => ({ state: base({ ...maya(), draft: toDoDraft() }), answers: deeds(carrierSearch) }),
  held: (): SeatState => ({
    state: base({
      ticket: ticket({
        ticketId: "1004",
        subject: "Espresso machine arrived with a cracked water tank",
        messages: messages("Liam")
      }),
      summary: asks("Can you just send me a tank?", "And what do I do with the box?"),
      draft: draft({
        text: HELD,
        questions: [],
        claims: claimsOf(HELD, [
          ["We’ll send you a new water tank free of charge.", verified(1)],
          ["It leaves within one working day, and you keep the rest.", verified(1)],
          [
            REFUND,
            {
              state: "contradicts",
              sources: [1],
              reason: "condition",
              says: "If the product can’t be used with a new part, you choose between a replacement and a full refund."
            }
          ],
          ["Please keep the box for ten days.", verified(1)]
        ])
      })
    }),
    answers: deeds()
  }),
  checking: (): SeatState => {
    const whole = toDoDraft()
    const claims = whole.claims.map((claim, at): Claim => {
      const { verdict: _verdict, ...unseen } = claim
      return at > 2 ? unseen : claim
    })
    return {
      state: base({ ...maya(), draft: { ...whole, claims, checking: true, verification: undefined } as typeof whole }),
      answers: deeds(carrierSearch)
    }
  },
  unsure: (): SeatState => ({
    state: base({
      ticket: ticket({ ticketId: "1018", subject: "Halo pendant and my old dimmer", messages: messages("Jonas") }),
      summary: asks("Does the Halo pendant work with a wall dimmer from 1998?", "And which bulb would I need?"),
      draft: draft({
        text: "",
        claims: [],
        questions: [],
        sources: [
          {
            ...about,
            n: 1,
            id: "halo",
            title: "Halo lamps: bulbs, dimming, mounting",
            kind: "article",
            headings: [],
            passage: ""
          }
        ],
        answer: {
          tier: "unsure",
          chance: 0.14,
          frame: { opening: "Hello Jonas,\n\n", closing: "\n\nKind regards\nTom Ahlberg" },
          askBack: "Could you tell us which dimmer it is?",
          suggestions: [
            {
              source: 1,
              at: 3,
              text: "The pendant lamp can hang behind a wall dimmer with a load minimum of 5 watts or less."
            },
            { source: 1, at: 4, text: "Humming mostly comes from a dimmer with a higher minimum load." },
            { source: 1, at: 1, text: "Base E27, LED up to 12 watts." }
          ]
        }
      })
    }),
    answers: deeds()
  }),
  danger: (): SeatState => ({
    state: base({
      ...grace(),
      draft: draft({
        text: DANGER,
        questions: [],
        danger: SMOKE,
        sources: SOURCES.slice(0, 1),
        claims: claimsOf(DANGER, [
          ["Please don’t use the kettle any more, and leave it unplugged.", { state: "supported", sources: [1] }],
          [
            "If anybody feels unwell, call your doctor or the emergency number first.",
            { state: "supported", sources: [1] }
          ]
        ])
      })
    }),
    answers: deeds()
  }),
  dangerWithoutPlaybook: (): SeatState => ({
    state: base({
      ...grace(),
      draft: draft({
        text: "",
        claims: [],
        questions: [],
        sources: [],
        danger: SMOKE,
        refusal: { reason: "danger", searched: [], documents: 56, nearest: [], say: HOLDING },
        answer: {
          tier: "nothing",
          suggestions: [],
          frame: { opening: "Hello Grace,\n\n", closing: "\n\nKind regards\nTom Ahlberg" }
        }
      })
    }),
    answers: deeds()
  }),
  perhapsDanger: (): SeatState => {
    const { state, answers } = ready()
    const danger = { ...SMOKE, level: "perhaps" as const }
    return { state: { ...state, ...(state.draft && { draft: { ...state.draft, danger } }) }, answers }
  }
} as const satisfies Record<string, () => SeatState>
