import { expect, test } from "vitest"
import { asShortSentences } from "../../src/text/forms/as-short-sentences.ts"

test.each([
  [
    "en",
    "Team costs $19 a month; the first 30 days are free for everybody. It is cheap.",
    "Team costs $19 a month. The first 30 days are free for everybody. It is cheap."
  ],
  [
    "en",
    "The lamp left our warehouse on 3 May, and you will have it by Friday.",
    "The lamp left our warehouse on 3 May. You will have it by Friday."
  ],
  [
    "en",
    "We can't change the name on a ticket, but you may transfer it by noon.",
    "We can't change the name on a ticket. But you may transfer it by noon."
  ],
  [
    "de",
    "Ihr Paket ist heute früh im Depot angekommen, und es wird morgen zugestellt.",
    "Ihr Paket ist heute früh im Depot angekommen. Es wird morgen zugestellt."
  ],
  [
    "fr",
    "La location coûte 265 CHF, assurance comprise ; le vol n'est pas couvert du tout.",
    "La location coûte 265 CHF, assurance comprise. Le vol n'est pas couvert du tout."
  ],
  [
    "es",
    "Cambiar la batería cuesta 49 € y tarda una hora; el seguro cubre la mitad.",
    "Cambiar la batería cuesta 49 € y tarda una hora. El seguro cubre la mitad."
  ],
  [
    "pt",
    "O curso custa 2.940 euros por ano; a matrícula já está incluída no preço.",
    "O curso custa 2.940 euros por ano. A matrícula já está incluída no preço."
  ]
])("a long sentence is cut between main clauses, in %s", (language, text, short) => {
  expect(asShortSentences(text, language)).toBe(short)
})

test.each([
  [
    "a condition may hold for both",
    "If the light blinks twice, the battery is low, and you can charge it at any time."
  ],
  ["a condition by word order", "Should the pump give an alarm, the tank is empty; it has to be filled at once."],
  ["a plea whose reward follows", "Please send us a photo of the broken lamp, and we will refund you at once."],
  ["an instruction whose reward follows", "Send us a photo of the broken lamp today, and we will refund you at once."],
  ["a short sentence", "It is ready, and you can come."],
  ["a clause without a subject", "The lamp left our warehouse on Monday morning, and was scanned in Leeds last night."],
  ["a bracket", "The desk costs 240 EUR (it comes in oak; the legs are always black steel)."],
  ["a question", "Is the lamp that you ordered on Monday the black one, and do you need it soon?"]
])("a sentence stays whole: %s", (_, text) => {
  expect(asShortSentences(text, "en")).toBeUndefined()
})

test("a German condition by word order stays whole, and a language without a list is left alone", () => {
  const text = "Sagt jemand ab, melden wir uns per SMS, und du hast zwölf Stunden Zeit zum Zusagen."
  expect(asShortSentences(text, "de")).toBeUndefined()
  expect(asShortSentences("Lampan kostar 200 kronor i vår butik; den finns i svart och vitt.", "sv")).toBeUndefined()
  expect(asShortSentences("Team costs $19 a month; the first 30 days are free for everybody.", null)).toBeUndefined()
})
