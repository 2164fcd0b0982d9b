import { describe, expect, test } from "vitest"
import { isCourtesy } from "../../../src/checks/courtesy.ts"
import { supportChecker } from "../../../src/checks/judge-sentence.ts"
import { source, TICKET } from "../support-samples.ts"

const ticketOf = (text: string) => ({
  ...TICKET,
  subject: "",
  fields: {},
  messages: [{ id: "1", author: "", role: "customer" as const, at: "2027-05-13T15:00:00Z", text }]
})
const PAGES = [
  source(
    1,
    "Transfers",
    "Orders before 14:30 arrive on the next working day, later ones a working day after that. A card that was lost is replaced free of charge. If you miss the deadline, the fee is £8."
  )
]
/** Returns how the last sentence is judged, behind the others. */
function last(text: string, sentences: readonly string[], language = "en") {
  const check = supportChecker(ticketOf(text), PAGES, { language, today: "2027-05-13" })
  return sentences.map((sentence, at) => check(sentence, at * 1000)).at(-1)
}
const MARKED = /contradicts|needs-approval|no-source|look-again/

describe("what a good letter says, and nobody has to look at", () => {
  test.each([
    ["two steps from a weekday", "I send it on Friday at 3.", ["So it arrives on Tuesday, 18 May."]],
    ["the next working day", "When does it arrive if I send it now?", ["It arrives on Friday 14 May."]],
    ["a refusal", "I want my £39 back, please.", ["Unfortunately, we can't give you the £39 back."]],
    ["an offer of help", "?", ["Tell us what you see and we will gladly help you."]],
    ["no charge", "What does the new card cost?", ["You won't be charged for the new card."]],
    ["an example", "What is the fee?", ["For a purchase of £50, for example, nothing is due."]],
    ["what an earlier sentence worked out", "I pay £30 twice.", ["Both make £60.", "Half of the £60 is £30."]]
  ])("%s", (_what, text, sentences) => {
    expect(last(text, sentences)?.state).not.toMatch(MARKED)
  })

  test.each([
    ["a day that nothing leads to", "I send it on Friday at 3.", ["So it arrives on Monday, 24 May."]],
    ["a weekday that isn't that of the date", "I send it on Friday at 3.", ["So it arrives on Wednesday, 18 May."]],
    ["a wish that came true", "I want my £39 back, please.", ["You get the £39 back."]],
    ["what the writer does", "?", ["We will call the bank for you."]]
  ])("but not %s", (_what, text, sentences) => {
    expect(last(text, sentences)?.state).toMatch(MARKED)
  })
})

test.each([
  ["en", "Here are the answers to your three questions."],
  ["en", "Have a great trip, all three of you!"],
  ["de", "Hier sind die Antworten auf Ihre drei Fragen."],
  ["fr", "Voici les réponses à vos trois questions."],
  ["es", "Aquí tiene las respuestas a sus tres preguntas."],
  ["pt", "Respondo pela mesma ordem:"],
  ["ja", "ご質問に順にお答えいたします。"]
])("%s: a sentence that only leads to others claims nothing: %s", (language, sentence) => {
  expect(isCourtesy(sentence, language)).toBe(true)
})

test.each([
  ["quoted", "Where is it?\n\n> The parcel was sent to Bremen on 3 May."],
  ["in a comment", "Where is it? <!-- The parcel was sent to Bremen on 3 May. -->"]
])("what is %s supports nothing", (_where, text) => {
  for (const sentence of [
    "The parcel was sent to Bremen on 3 May.",
    "You write that the parcel was sent to Bremen on 3 May."
  ])
    expect(last(text, [sentence])?.state).not.toBe("supported")
})
