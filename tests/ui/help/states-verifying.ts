import type { PanelDraft, PanelState } from "../../../src/protocol/panel.ts"
import type { Claim, SentenceVerdict, Verification } from "../../../src/ticket/draft.ts"
import { base, claimsOf, draft } from "./states-parts.ts"

export const SENTENCES = {
  delivered: "The carrier marked it as delivered on 16 November at 14:12.",
  search: "We have asked the carrier to search for it.",
  answer: "The carrier answers within five working days.",
  choice: "If it isn’t found, you get a new parcel and the full price back.",
  home: "Please look once more in the hall."
}
export const LETTER = `Hello Maya,

I’m sorry your parcel hasn’t reached you. ${SENTENCES.delivered} ${SENTENCES.search} ${SENTENCES.answer}

${SENTENCES.choice} ${SENTENCES.home}

Kind regards,
Tom`

const confirmed = (source: number, text: string): SentenceVerdict => ({
  kind: "supported",
  evidence: [{ source, text }]
})
const ANSWERS = "The carrier answers within five working days."
const DENIED: SentenceVerdict = {
  kind: "contradicted",
  evidence: [{ source: 3, text: "If the parcel isn’t found, you choose a replacement or the full price back." }],
  why: "one of the two, not both"
}
const UNKNOWN: SentenceVerdict = { kind: "not-supported", evidence: [], why: "nobody has asked the carrier yet" }

type Ruled = Omit<Claim, "start" | "end">
const RULED: [string, Ruled][] = [
  ["I’m sorry your parcel hasn’t reached you.", { state: "courtesy", sources: [] }],
  [SENTENCES.delivered, { state: "supported", sources: [1] }],
  [SENTENCES.search, { state: "no-source", sources: [], reason: "words" }],
  [SENTENCES.answer, { state: "supported", sources: [2] }],
  [SENTENCES.choice, { state: "near", sources: [3] }],
  [SENTENCES.home, { state: "not-found", sources: [] }]
]
const by = (verdicts: Record<string, Ruled>): Claim[] =>
  claimsOf(
    LETTER,
    RULED.map(([sentence, ruled]) => [sentence, verdicts[sentence] ?? ruled])
  )
const supported = (verdict: SentenceVerdict, more: Partial<Ruled> = {}): Ruled => ({
  state: "supported",
  sources: [...new Set(verdict.evidence.map(({ source }) => source))],
  verdict,
  ...more
})
const FIRST = {
  [SENTENCES.delivered]: supported(confirmed(0, "Delivered 16 Nov, 14:12, it says.")),
  [SENTENCES.answer]: supported(confirmed(2, ANSWERS))
}
const ALL = {
  ...FIRST,
  [SENTENCES.search]: supported(confirmed(0, "I have asked the carrier to search."), { cleared: "words" }),
  [SENTENCES.choice]: supported(
    confirmed(3, "If the parcel isn’t found, you choose a replacement or the full price back.")
  ),
  [SENTENCES.home]: supported(confirmed(2, "Look once more in the hall and at the neighbours’."), { cleared: "words" })
}
const HELD = {
  ...ALL,
  [SENTENCES.search]: { state: "no-source", sources: [], reason: "verifier", verdict: UNKNOWN },
  [SENTENCES.choice]: { state: "contradicts", sources: [3], reason: "verifier", verdict: DENIED }
} satisfies Record<string, Ruled>

const done: Verification = { model: "gemini-large", state: "done", confirmed: 5, doubted: 0 }
const letter = (parts: Partial<PanelDraft>): PanelState =>
  base({ draft: draft({ text: LETTER, questions: [], guard: [], ...parts }) })
const onlyRules = (state: Verification["state"]) => () =>
  letter({ claims: by({}), verification: { ...done, state, confirmed: 0 } })

/** A model's letter while it is verified, and what can become of that. */
export const verifyingStates = {
  checking: () => letter({ claims: by(FIRST), checking: true, model: "" }),
  "insert-waits": () => letter({ claims: by(ALL), checking: true, insertWaits: true, model: "" }),
  verified: () => letter({ claims: by(ALL), verification: done }),
  denied: () => letter({ claims: by(HELD), verification: { ...done, confirmed: 3, doubted: 2 } }),
  "denied-in-reply": () =>
    letter({ claims: by(HELD), inserted: true, verification: { ...done, confirmed: 3, doubted: 2 } }),
  unreliable: onlyRules("unreliable"),
  late: onlyRules("late"),
  unverified: () => letter({ claims: by(FIRST), unverified: true, model: "" }),
  unanswered: () =>
    letter({
      claims: by(ALL),
      verification: {
        ...done,
        unasked: 1,
        unanswered: ["Can I have the parcel sent to my office instead?", "Do you pay for the call to the carrier?"]
      }
    })
}
