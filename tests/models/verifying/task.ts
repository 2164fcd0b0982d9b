import type { VerifyTask } from "../../../src/models/drafter/contract.ts"

/** A letter of three sentences, with what shows the first one. The second one has another figure. */
export const TASK: VerifyTask = {
  of: "letter",
  evidence: [
    { id: "T", head: "subject and fields of the ticket", sentences: ["A lamp that flickers"] },
    { id: "M1", head: "the customer's message", sentences: ["I bought a lamp.", "Can I send the lamp back?"] },
    { id: "M1Q", head: "quoted or forwarded in M1", sentences: ["The moon lamp glows forever and ever."] },
    {
      id: "S1",
      head: "public page: Returning a lamp",
      sentences: ["Lamps can be sent back within 30 days.", "The parcel must not be heavier than 5 kg."]
    },
    { id: "S2", head: "public page: Opening hours", sentences: ["The shop is closed on Sundays."] }
  ],
  sentences: [
    { n: 1, text: "Lamps can be sent back within 30 days." },
    { n: 2, text: "The shop is closed on Mondays." },
    { n: 3, text: "The moon lamp glows forever and ever." }
  ]
}

/** What its sources deny. */
export const CANARIES = [
  { text: "Lamps can be sent back within 34 days." },
  { text: "The parcel must be heavier than 9 kg." }
]
