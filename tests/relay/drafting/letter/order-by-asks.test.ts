import { expect, test } from "vitest"
import { orderByAsks } from "../../../../src/relay/drafting/offline/choosing/asks.ts"
import { questionOf } from "../../../../src/relay/drafting/offline/reading/customer-question.ts"
import { quotableOf } from "../../../../src/relay/drafting/offline/reading/quotable.ts"
import { VOICES } from "../../../../src/relay/drafting/voices/voice.ts"
import type { Language } from "../../../../src/text/languages.ts"
import { ticket } from "../../../knowledge/help/tickets.ts"
import { source } from "../offline-help.ts"

function ordered(language: Language, pages: string[], written: string): string {
  const sources = pages.map((page, at) => source(at + 1, language, "", page))
  const question = questionOf(ticket("", written), () => 1, language, VOICES[language])
  const sentences = quotableOf(sources, language, VOICES[language])
  return question
    ? orderByAsks(sentences, question)
        .map(({ text }) => text)
        .join(" ")
    : ""
}

const BIKES = "A bike on the coach costs €9. This is paid with the ticket."
const DOGS = "Dogs of any size travel in the rear carriage."

test("the paragraphs of a letter follow the customer's questions, each whole", () => {
  expect(
    ordered("en", [BIKES, DOGS], "Can dogs of this size travel in a carriage? And what does a bike on the coach cost?")
  ).toBe(`${DOGS} ${BIKES}`)
  expect(
    ordered(
      "de",
      ["Ein Fahrrad kostet im Bus 9 €.", "Hunde reisen im hinteren Wagen."],
      "Wo reisen Hunde, in welchem Wagen? Was kostet ein Fahrrad im Bus?"
    )
  ).toBe("Hunde reisen im hinteren Wagen. Ein Fahrrad kostet im Bus 9 €.")
})

test("a paragraph that answers none stays behind the one before it", () => {
  const note = "We wish you a pleasant day."
  expect(
    ordered(
      "en",
      [BIKES, note, DOGS],
      "Can dogs of this size travel in a carriage? And what does a bike on the coach cost?"
    )
  ).toBe(`${DOGS} ${BIKES} ${note}`)
})

test("a list stays whole with the line that leads to it", () => {
  const list = "Send us for the bike:\n- the frame number\n- a photo of the lock"
  expect(
    ordered("en", [list, DOGS], "Can dogs of this size travel in a carriage? What do I send for the bike and its lock?")
  ).toBe(`${DOGS} Send us for the bike: the frame number a photo of the lock`)
})

test("with one question, or none that stands out, the order of the pages stays", () => {
  expect(ordered("en", [BIKES, DOGS], "Can dogs of this size travel in a carriage?")).toBe(`${BIKES} ${DOGS}`)
  expect(ordered("en", [BIKES, DOGS], "What about dogs? What about a bike?")).toBe(`${BIKES} ${DOGS}`)
})
