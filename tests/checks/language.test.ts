import { expect, test } from "vitest"
import { markDraftLanguage, markSentenceLanguage } from "../../src/checks/draft-language.ts"
import { sentences } from "../../src/text/sentences.ts"
import type { Claim } from "../../src/ticket/draft.ts"

/** The sentences of the draft, each marked as fine so far. */
const fine = (letter: string): Claim[] =>
  sentences(letter).map(({ start, end }) => ({ start, end, state: "supported", sources: [1] }))
const marked = (letter: string, customer: string | null) =>
  markDraftLanguage(letter, fine(letter), customer)
    .filter(({ reason }) => reason === "language")
    .map(({ start, end }) => letter.slice(start, end))

const ENGLISH =
  "Hello [PERSON_1],\n\nThank you for your message. The carrier answers within five working days.\n\nKind regards\n[PERSON_2]"
const GERMAN =
  "Guten Tag [PERSON_1],\n\nvielen Dank für Ihre Nachricht. Der Zusteller antwortet innerhalb von fünf Werktagen.\n\nFreundliche Grüße\n[PERSON_2]"

test("a letter in another language: every line of it, but no name", () => {
  expect(marked(ENGLISH, "de")).toEqual([
    "Hello [PERSON_1],",
    "Thank you for your message.",
    "The carrier answers within five working days.",
    "Kind regards"
  ])
  expect(marked(GERMAN, "en")).toHaveLength(4)
  expect(marked("Thank you for your message!", "fr")).toHaveLength(1)
})

test("one finding for the whole letter; the other lines are quiet notes", () => {
  const claims = fine(ENGLISH)
  expect(markDraftLanguage(ENGLISH, claims, "de").map(({ state }) => state)).toEqual([
    "no-source",
    "not-found",
    "not-found",
    "not-found",
    "supported"
  ])
})

test.each([
  { state: "contradicts", reason: "duration" },
  { state: "needs-approval", reason: "promise-money" },
  { state: "look-again", reason: "number" },
  { state: "no-source", reason: "money" }
] as const)("what another check found stays ($state)", ({ state, reason }) => {
  const [greeting, thanks, carrier, ...rest] = fine(ENGLISH)
  if (!greeting || !thanks || !carrier) throw new Error("The letter has too few sentences.")
  const found = { ...carrier, state, reason }
  const claims = markDraftLanguage(ENGLISH, [greeting, thanks, found, ...rest], "de")
  expect(claims[2]).toEqual(found)
  expect(claims[0]).toMatchObject({ state: "no-source", reason: "language" })
  expect(markSentenceLanguage(ENGLISH.slice(carrier.start, carrier.end), found, "de")).toEqual(found)
})

test("in the customer's language, or of a customer whose language nobody knows: untouched", () => {
  expect(marked(GERMAN, "de")).toEqual([])
  expect(marked(ENGLISH, null)).toEqual([])
  expect(marked("[PERSON_1],\n\n[[answer]]\n\n[PERSON_2]", "de")).toEqual([])
})

test("a customer in a language that is none of ours may be answered in it, and not in English", () => {
  const italian =
    "Buongiorno [PERSON_1],\n\ngrazie per il messaggio. Il corriere risponde entro cinque giorni lavorativi.\n\nCordiali saluti"
  expect(marked(italian, "it")).toEqual([])
  expect(marked(ENGLISH, "it")).toHaveLength(4)
  expect(marked(italian, "es")).toHaveLength(4)
})

test.each([
  ["The carrier answers within five working days of the search.", "de", true],
  ["Der Zusteller antwortet innerhalb von fünf Werktagen.", "en", true],
  ["El transportista responde en un plazo de cinco días laborables.", "pt", true],
  ["配送会社は5営業日以内に回答します。", "de", true],
  ["Der Zusteller antwortet innerhalb von fünf Werktagen.", "de", false],
  ["Öffnen Sie Settings > Subscription > Cancel.", "de", false],
  ["Espresso machine Crema E1", "de", false],
  ["Kind regards", "de", false]
])("by itself, %j to a customer who writes %s: marked %s", (sentence, customer, wrong) => {
  const [claim = { start: 0, end: 0, state: "supported", sources: [1] }] = fine(sentence)
  expect(markSentenceLanguage(sentence, claim, customer).reason).toBe(wrong ? "language" : undefined)
})
