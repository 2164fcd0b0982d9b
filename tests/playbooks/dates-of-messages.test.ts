import { expect, test } from "vitest"
import type { FactDefinition, KnownTicket } from "../../src/playbooks/playbook.ts"
import { comparable } from "../../src/playbooks/ticket/phrases.ts"
import { readFact } from "../../src/playbooks/ticket/read-facts.ts"
import { typedFact } from "../../src/playbooks/ticket/typed-fact.ts"
import { ticket } from "../knowledge/help/tickets.ts"

const now = Date.parse("2026-11-27T10:00:00Z")
const dayOf = (language: string, text: string, near: string) =>
  typedFact(comparable(text), { type: "date", future: false, near: [near] }, { language, now })?.day

test.each([
  [
    "en",
    "shipped",
    "I ordered on 24 November 2026 and it still has not shipped.",
    "It was shipped on 24 November 2026."
  ],
  ["en", "shipped", "I ordered on 24 November 2026 and it hasn’t been shipped.", "It was shipped on 24 November 2026."],
  [
    "de",
    "verschickt",
    "Bestellt am 24. November 2026, es ist noch nicht verschickt.",
    "Am 24. November 2026 verschickt."
  ],
  [
    "fr",
    "expédiée",
    "Commandée le 24 novembre 2026, elle n'a pas encore été expédiée.",
    "Expédiée le 24 novembre 2026."
  ],
  [
    "es",
    "enviado",
    "Lo pedí el 24 de noviembre de 2026 y todavía no se ha enviado.",
    "Enviado el 24 de noviembre de 2026."
  ],
  [
    "pt",
    "enviada",
    "Encomendei em 24 de novembro de 2026 e ainda não foi enviada.",
    "Foi enviada em 24 de novembro de 2026."
  ],
  ["ja", "発送", "2026年11月24日に注文しましたが、まだ発送されていません。", "2026年11月24日に発送されました。"]
])("%s: a day in a sentence that denies what happened is none of it", (language, near, denied, said) => {
  expect(dayOf(language, denied, near)).toBeUndefined()
  expect(dayOf(language, said, near)).toBe("2026-11-24")
})

test.each([
  ["de", "verschickt", "Die Lampe wurde am 17.11. verschickt."],
  ["de", "verschickt", "Verschickt am 17.11."],
  ["fr", "expédiée", "Elle a été expédiée le 17/11."],
  ["ja", "発送", "2026/11/17に発送されました。"],
  ["en", "shipped", "Shipped 2026\u201111\u201117."]
])("%s: days in figures are read", (language, near, text) => expect(dayOf(language, text, near)).toBe("2026-11-17"))

test("yesterday is the day before the message that says so, and a day without a year is the last one", () => {
  const fact: FactDefinition = {
    label: "arrival",
    type: "date",
    field: [],
    tags: {},
    words: {},
    near: ["arrived"],
    future: false,
    in: "customer"
  } as unknown as FactDefinition
  const arrivalOf = (at: string, text: string) => {
    const message = { id: "1", role: "customer", author: "", at, text }
    return readFact("arrived", fact, {
      ticket: { ...ticket("", ""), subject: "", messages: [message] },
      language: "en",
      now
    } as KnownTicket)?.day
  }
  expect(arrivalOf("2026-09-01T09:00:00Z", "It arrived yesterday.")).toBe("2026-08-31")
  expect(arrivalOf("2026-09-01T09:00:00Z", "It arrived two days ago.")).toBe("2026-08-30")
  expect(arrivalOf("2026-01-05T09:00:00Z", "It arrived on 20 December.")).toBe("2025-12-20")
  expect(arrivalOf("", "It arrived yesterday.")).toBe("2026-11-26")
  expect(arrivalOf("2026-11-26T09:00:00Z", "It arrived on 20 December.")).toBe("2025-12-20")
  // Where it is morning already, tomorrow in UTC is today.
  expect(arrivalOf("2026-11-26T23:00:00Z", "It arrived on 27 November.")).toBe("2026-11-27")
  expect(arrivalOf("2026-11-26T09:00:00Z", "It will have arrived by 20 December 2026.")).toBeUndefined()
})

test.each([
  ["20 December", false, "2025-12-20"],
  ["20 December", true, "2026-12-20"],
  ["2026-12-20", false, undefined],
  ["2026-12-20", true, "2026-12-20"],
  ["20 November", true, "2026-11-20"]
])("a field's %s, if the day may be to come (%s), is %s", (text, future, day) =>
  expect(typedFact(text, { type: "date", future, near: [] }, { language: "en", now })?.day).toBe(day)
)

test.each([
  ["en", ["shipped"], "I ordered on 24 November and it was shipped.", undefined],
  ["en", ["shipped"], "Ordered 24 November, when will it be shipped?", undefined],
  ["en", ["shipped"], "It was ordered on 24 November, shipped on 26 November.", "2026-11-26"],
  ["en", ["arrived"], "On Wednesday, 4 November, my parcel arrived.", "2026-11-04"],
  ["en", ["arrived"], "My parcel arrived, if I remember right, on November 4, 2026.", "2026-11-04"],
  ["en", ["arrived"], "It arrived on 4 November and I haven't used it.", "2026-11-04"],
  ["en", ["bought"], "I bought the lamp and the shade on 3 March.", "2026-03-03"],
  ["de", ["verschickt"], "Ich habe am 24. November bestellt und sie wurde verschickt.", undefined],
  ["de", ["kam"], "Die Lampe kam am 20. November nicht.", undefined],
  ["de", ["kam"], "Die Lampe kam am 20. November ohne Kabel und ist nicht ganz.", "2026-11-20"],
  ["fr", ["expédiée"], "Je l'ai commandée le 24 novembre et elle a été expédiée.", undefined],
  ["fr", ["reçue"], "Je l'ai reçue, après une longue attente, le 4 novembre.", "2026-11-04"],
  ["es", ["ha salido"], "La pedí el 24 de noviembre y ha salido.", undefined],
  ["es", ["ha salido"], "La pedí el 20 de noviembre, ha salido el 24 de noviembre.", "2026-11-24"],
  ["pt", ["enviada"], "Encomendei em 24 de novembro e foi enviada.", undefined],
  ["pt", ["enviada"], "Encomendei em 20 de novembro e foi enviada em 24 de novembro.", "2026-11-24"],
  ["ja", ["発送"], "11月24日に注文し、商品は発送されました。", undefined],
  ["ja", ["発送"], "11月24日に、商品が発送されました。", "2026-11-24"],
  ["ja", ["発送"], "11月24日に注文した商品の発送連絡がまだありません。", undefined],
  ["ja", ["発送"], "11月24日注文の商品は未発送です。", undefined],
  ["ja", ["発送"], "11月24日に発送されたのにまだ届いていません。", "2026-11-24"]
])("%s: a day of another clause isn't the day of %j: %s", (language, near, text, day) =>
  expect(typedFact(text, { type: "date", future: false, near }, { language, now })?.day).toBe(day)
)

test("an amount of another clause counts where the phrase's own has none", () => {
  const cost = (text: string) =>
    typedFact(text, { type: "money", future: false, near: ["paid"] }, { language: "en", now })?.figure
  expect(cost("The bill, which I paid, was for 200 EUR in all.")).toBe(200)
  expect(cost("The bill was for 200 EUR, I paid a part of 20 EUR.")).toBe(20)
})
