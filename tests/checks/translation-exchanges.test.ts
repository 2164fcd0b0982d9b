import { expect, test } from "vitest"
import { changedInTranslation } from "../../src/checks/translation/changed-in-translation.ts"

const from = { text: "Please pay 20 EUR by 3 May and 30 EUR by 5 May.", language: "en" }
const found = (text: string, language: string, before = from) => changedInTranslation(before, { text, language })

test.each([
  ["de", "Bitte zahlen Sie 30 EUR bis 3. Mai und 20 EUR bis 5. Mai."],
  ["fr", "Veuillez payer 30 EUR avant le 3 mai et 20 EUR avant le 5 mai."],
  ["es", "Pague 30 EUR antes del 3 de mayo y 20 EUR antes del 5 de mayo."],
  ["pt", "Pague 30 EUR até 3 de maio e 20 EUR até 5 de maio."],
  ["de", "Bitte zahlen Sie 20 EUR bis 5. Mai und 30 EUR bis 3. Mai."]
])("%s: figures of one kind that are exchanged in a sentence are marked", (language, text) => {
  expect(found(text, language).map(({ kind }) => kind)).toEqual(["figure"])
})

test("the marked figures are those that changed places", () => {
  const text = "Guten Tag. Bitte zahlen Sie 30 EUR bis 3. Mai und 20 EUR bis 5. Mai."
  const before = { text: `Good day. ${from.text}`, language: "en" }
  const [change] = found(text, "de", before)
  expect(
    [change?.before, change?.after].map((span, at) => [before.text, text][at]?.slice(span?.start, span?.end))
  ).toEqual(["20 EUR", "30 EUR"])
})

test("links that changed places are marked as links", () => {
  const before = { text: "Orders are at https://a.example/x and bills at https://a.example/y.", language: "en" }
  const text = "Bestellungen stehen unter https://a.example/y und Rechnungen unter https://a.example/x."
  expect(found(text, "de", before).map(({ kind }) => kind)).toEqual(["link"])
})

test("neither the same order, nor parts that changed their order with all their figures, nor Japanese is marked", () => {
  expect(found("Bitte zahlen Sie 20 EUR bis 3. Mai und 30 EUR bis 5. Mai.", "de")).toEqual([])
  expect(found("Bitte zahlen Sie 30 EUR bis 5. Mai und 20 EUR bis 3. Mai.", "de")).toEqual([])
  expect(found("5月5日までに30ユーロ、5月3日までに20ユーロをお支払いください。", "ja")).toEqual([])
})

test.each([
  ["de", "Drücken Sie die dritte Taste.", "en", "Press the second button.", "dritte", "second"],
  ["en", "Press the third button.", "es", "Pulse el segundo botón.", "third", "segundo"],
  [
    "en",
    "Press the second button for five seconds.",
    "pt",
    "Prima o terceiro botão durante cinco segundos.",
    "second",
    "terceiro"
  ],
  ["fr", "Appuyez sur la seconde touche.", "en", "Press the first button.", "seconde", "first"],
  ["en", "Press the third button.", "ja", "二番目のボタンを押してください。", "third", "二番目"]
])("%s: another ordinal is marked: %s", (language, text, to, translated, lost, gained) => {
  const changes = found(translated, to, { text, language }).map(({ kind, before, after }) => [
    kind,
    text.slice(before?.start, before?.end),
    translated.slice(after?.start, after?.end)
  ])
  expect(changes).toEqual([["figure", lost, gained]])
})

test.each([
  ["en", "Press the second button.", "es", "Pulse el segundo botón."],
  ["en", "Press it for one second.", "es", "Pulse durante un segundo."],
  [
    "de",
    "Warten Sie eine Sekunde, dann drücken Sie die erste Taste.",
    "fr",
    "Attendez une seconde, puis appuyez sur la première touche."
  ],
  [
    "en",
    "According to the carrier, the first parcel has come.",
    "pt",
    "Segundo a transportadora, a primeira encomenda chegou."
  ],
  ["en", "At first, nothing happens.", "de", "Zunächst passiert nichts."],
  ["en", "Press the 2nd button.", "pt", "Prima o segundo botão."]
])("%s: an ordinal that stays, or is said otherwise, is not marked: %s", (language, text, to, translated) => {
  expect(found(translated, to, { text, language })).toEqual([])
})
