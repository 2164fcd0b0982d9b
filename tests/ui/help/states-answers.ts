import type { PanelDraft } from "../../../src/protocol/panel.ts"
import { ticket } from "./states-inspector.ts"
import { base, claimsOf, draft, RELAY } from "./states-parts.ts"
import { PLAIN } from "./states-words.ts"

const SEARCHED = "When a parcel is shown as delivered but missing, we ask the carrier to search for it."
const UNSURE: Partial<PanelDraft> = {
  text: "",
  claims: [],
  questions: [],
  answer: {
    tier: "unsure",
    chance: 0.31,
    suggestions: [
      { source: 2, text: "Boil half a litre of water with two spoons of citric acid.", at: 3 },
      { source: 2, text: "Send us the serial number.", at: 5 },
      { source: 1, text: "You may send back what you bought within 30 days.", at: 0 }
    ],
    frame: {
      opening: "Hello Maya,\n\nThank you for your message. ",
      closing: "\n\nKind regards,\nTom"
    }
  }
}

const NOTHING: Partial<PanelDraft> = {
  state: "refused",
  text: "",
  claims: [],
  questions: [],
  sources: [],
  refusal: {
    reason: "no-answer",
    searched: ["lend", "lamps", "schools", "deposit"],
    holding: [0, 9, 1, 0],
    documents: 54,
    say: "I'm afraid we have no information on this yet.",
    nearest: [
      { title: "Buying as a business, with a VAT number", why: "Speaks of “lamps”, not of “lend”, “deposit”" },
      { title: "Returning something", why: "Speaks of “deposit”, not of “lend”, “schools”" }
    ]
  },
  answer: {
    tier: "nothing",
    suggestions: [],
    frame: { opening: "Hello Rosalind,\n\nThank you for your message. ", closing: "\n\nKind regards,\nTom" },
    askBack: "Could you please tell us a little more about what you need?"
  }
}
const OFFLINE = { ...RELAY, model: null }
const inLetter = (words: string) => `${NOTHING.answer?.frame?.opening}${words}${NOTHING.answer?.frame?.closing}`

/** The states in which the drafter says how sure it is. */
export const answers = {
  /** Attachments in each state of their card. */
  attached: () =>
    base({
      draft: draft(),
      attachments: {
        isOn: true,
        draftWithout: true,
        list: [
          { id: "m1:0", name: "receipt of the parcel.pdf", size: 182_000, state: "listed" },
          { id: "m1:1", name: "damage.docx", size: 24_100, state: "reading" },
          { id: "m1:2", name: "scan-2026-11-19.pdf", size: 4_812_000, state: "failed", problem: "no-text" },
          {
            ...{ id: "m2:0", name: "delivery-note-with-a-long-name-that-has-no-space-in-it-at-all.txt", size: 700 },
            ...{
              state: "read",
              start: "Delivery note 77\nLeft with a neighbour.",
              length: 900,
              source: "attachment:1"
            },
            orders: true
          },
          { id: "m2:1", name: "video.mp4", size: 6_120_000, state: "listed", not: "kind" },
          { id: "n1:0", name: "margin.txt", state: "listed", not: "internal" }
        ]
      }
    }),
  sure: () =>
    base({
      draft: draft({
        text: PLAIN,
        questions: [],
        claims: claimsOf(PLAIN, [[SEARCHED, { state: "supported", sources: [2] }]]),
        answer: {
          tier: "sure",
          chance: 0.9,
          suggestions: [
            { source: 2, text: "Tell us within 14 days of the delivery scan.", at: 4, after: SEARCHED },
            { source: 2, text: "Look for a card of the carrier.", at: 1 },
            { source: 3, text: "The full price goes back the way you paid.", at: 2 }
          ],
          leftOut: [
            {
              source: 3,
              text: "Orders of more than €150 need a signed statement.",
              because: "€84.00",
              applies: "If the parcel isn’t found, you choose a replacement or the full price back."
            },
            { source: 2, text: "After 14 days no search is possible.", because: "16 November", days: -4 },
            {
              source: 2,
              text: "Up to 24 hours before the collection it costs nothing.",
              because: "tomorrow at 9:30",
              ahead: { least: 12, most: 19 }
            },
            { source: 2, text: "From 120 minutes on you get it all back.", because: "14:07, 15:12", late: 65 }
          ]
        }
      })
    }),
  undecided: () => {
    const text =
      "Hello Maya,\n\nWithin 14 days we search for it. After more than 14 days we can’t.\n\nKind regards,\nTom"
    const [early, late] = ["Within 14 days we search for it.", "After more than 14 days we can’t."]
    return base({
      draft: draft({
        text,
        questions: [],
        claims: claimsOf(text, [
          [early, { state: "supported", sources: [2] }],
          [late, { state: "supported", sources: [2] }]
        ]),
        answer: {
          tier: "sure",
          chance: 0.8,
          suggestions: [],
          openCases: [
            {
              ways: [
                { source: 2, text: early, at: 2 },
                { source: 2, text: late, at: 3, after: early }
              ]
            }
          ]
        }
      })
    })
  },
  /** The draft asks which case it is. */
  asked: () => {
    const [inside, outside] = ["Members pay €1 a month.", "Everyone else pays €2 a month."]
    const question = "Could you tell us which of these applies to you: “Members” or “Everyone else”?"
    const text = `Hello Maya,\n\n${inside} ${outside} ${question}\n\nKind regards,\nTom`
    return base({
      draft: draft({
        text,
        questions: [],
        offline: true,
        claims: claimsOf(text, [
          [inside, { state: "supported", sources: [2] }],
          [outside, { state: "supported", sources: [2] }]
        ]),
        answer: {
          tier: "sure",
          chance: 0.8,
          suggestions: [{ source: 2, text: "Books are lent for six weeks.", at: 6 }],
          leftOut: [
            {
              source: 3,
              text: "From 180 minutes on, half of the fare comes back.",
              because: "90 to 179 minutes",
              answered: "90 to 179 minutes / From 180 minutes on"
            }
          ],
          openCases: [
            {
              ways: [
                { source: 2, text: inside, at: 2 },
                { source: 2, text: outside, at: 3, after: inside }
              ],
              asked: { names: ["Members", "Everyone else"], question }
            }
          ]
        }
      })
    })
  },
  unsure: () => base({ draft: draft({ ...UNSURE, questions: [{ blank: "Send us the serial number." }] }) }),
  /** Nothing answers, with a model and without one, and what the agent has begun then. */
  nothing: () => base({ draft: draft(NOTHING) }),
  "nothing-offline": () => base({ relay: OFFLINE, draft: draft({ ...NOTHING, model: "offline", offline: true }) }),
  "asks-back": () =>
    base({ draft: draft({ ...NOTHING, text: inLetter(NOTHING.answer?.askBack ?? ""), edited: true }) }),
  "own-words": () =>
    base({
      relay: OFFLINE,
      draft: draft({
        ...{ ...NOTHING, model: "offline", offline: true, edited: true },
        text: inLetter("We don’t lend lamps, but we can offer you a discount on twelve of them.")
      })
    }),
  /** A macro leads, without the sentence that asks for what the ticket gives. */
  "macro-leads": () =>
    base({
      draft: draft({
        text: PLAIN,
        questions: [],
        claims: claimsOf(PLAIN, [[SEARCHED, { state: "supported", sources: [2] }]]),
        answer: {
          tier: "sure",
          suggestions: [],
          notSaid: [
            { source: 2, text: "Please send us your order number and a photo of the label.", at: 1, after: SEARCHED }
          ]
        }
      })
    }),
  /** The agent has added a sentence. */
  added: () => {
    const added = "Tell us within 14 days of the delivery scan."
    const text = PLAIN.replace(SEARCHED, `${SEARCHED} ${added}`)
    return base({
      draft: draft({
        text,
        edited: true,
        questions: [],
        claims: claimsOf(text, [
          [SEARCHED, { state: "supported", sources: [2] }],
          [added, { state: "supported", sources: [2] }]
        ]),
        answer: {
          tier: "sure",
          suggestions: [
            { source: 2, text: added, at: 4, after: SEARCHED },
            { source: 3, text: "The full price goes back the way you paid.", at: 2 }
          ]
        }
      })
    })
  },
  elsewhere: () =>
    base({
      ticket: ticket({ subject: "Bollitore K2", language: "it" }),
      draft: draft({ ...UNSURE, language: "it", answer: { tier: "unsure", suggestions: [] } })
    }),
  /** A product of the catalogue is offered, and something was promised in an earlier ticket. */
  recommended: () => {
    const record = "Cove kettle – Price: 49.00 EUR; Availability: in stock."
    const state = base({ draft: draft() })
    const sources = state.draft?.sources ?? []
    const n = sources.length + 1
    return {
      ...state,
      ...(state.summary && {
        summary: {
          ...state.summary,
          earlier: {
            promises: [
              {
                ticketId: "963",
                at: "2026-09-08T09:15:00Z",
                url: "https://desk.example/tickets/963",
                text: "We will send the part by express within two working days."
              }
            ]
          }
        }
      }),
      draft: draft({
        sources: [
          ...sources,
          {
            ...{ n, id: "p1", title: "Cove kettle", kind: "product" as const, headings: [], passage: record },
            ...{ visibility: "public" as const, changed: "2026-11-24", score: 0 }
          }
        ],
        answer: {
          tier: "sure",
          chance: 0.8,
          suggestions: [{ source: n, text: record, at: 0, recommended: { why: "alternative", to: "Pebble kettle" } }]
        }
      })
    }
  }
}
