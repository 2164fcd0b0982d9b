import { expect, test } from "vitest"
import { letter } from "../../../../src/relay/drafting/offline/offline-drafter.ts"
import { ticket } from "../../../knowledge/help/tickets.ts"
import { source } from "../offline-help.ts"

test.each([
  [
    "en",
    "Halo lamp",
    "The Halo lamp costs €98.90 and is in stock.\n\n- Item number: LMP-11\n- Colour: white",
    "What does the Halo lamp cost, and is it in stock? Which number has it?",
    "costs €98.90"
  ],
  [
    "de",
    "Lampe Halo",
    "Die Lampe Halo kostet 98,90 € und ist auf Lager.\n\n- Artikelnummer: LMP-11\n- Farbe: weiß",
    "Was kostet die Lampe Halo, und ist sie auf Lager? Welche Nummer hat sie?",
    "kostet 98,90 €"
  ]
])("the number of a feed's item is in no letter and offered by none: %s", (language, title, passage, asked, says) => {
  const sources = [source(1, language, title, passage, { kind: "product" })]
  const parts = letter({
    request: { ticket: { ...ticket(title, asked), locale: language } },
    retrieval: { sources, searched: [], documents: 40 },
    language
  })
  expect(JSON.stringify(parts)).toContain(says)
  expect(JSON.stringify(parts)).not.toContain("LMP-11")
})
