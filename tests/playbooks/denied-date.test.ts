import { expect, test } from "vitest"
import type { KnownTicket } from "../../src/playbooks/ticket/known-ticket.ts"
import { typedFact } from "../../src/playbooks/ticket/typed-fact.ts"

const now = Date.parse("2026-11-27T10:00:00Z")
const dayOf = (language: string, text: string, near: string) =>
  typedFact(text, "date", { language, now } as KnownTicket, [near])?.day

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
