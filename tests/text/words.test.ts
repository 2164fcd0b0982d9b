import { expect, test } from "vitest"
import { contentWords, words } from "../../src/text/words/words.ts"
import { threadClock } from "../slowness.ts"

test("words with their places", () => {
  const text = "Don't pay [PERSON_1] 14 days, Wi-Fi"
  expect(words(text).map((word) => word.text)).toEqual(["Don't", "pay", "[PERSON_1]", "14", "days", "Wi-Fi"])
  for (const word of words(text)) expect(text.slice(word.start, word.end)).toBe(word.text)
})

test("Japanese is cut into words", () => {
  expect(words("返品は30日以内です").map((word) => word.text)).toEqual(["返品", "は", "30", "日", "以内", "です"])
  expect(contentWords("返品はご注文から", "ja")).toContain("返品")
})

test.each([
  ["en", "refunds", "We refunded it"],
  ["en", "deliveries", "the delivery"],
  ["en", "cancelled", "cancel"],
  ["en", "shipping", "shipped"],
  ["de", "Bestellungen", "die Bestellung"],
  ["de", "Erstattung", "erstattet"],
  ["de", "kündigen", "gekündigt"],
  ["de", "Werktage", "ein Werktag"],
  ["de", "zurückgeschickt", "zurückschicken"],
  ["fr", "remboursement", "remboursée"],
  ["fr", "livraison", "livré"],
  ["fr", "envoi", "envoyée"],
  ["fr", "l'article", "articles"],
  ["es", "devoluciones", "la devolución"],
  ["es", "corregirla", "corregida"],
  ["es", "pagos", "pagamos"],
  ["pt", "devoluções", "a devolução"],
  ["pt", "cancelei", "cancelamento"],
  ["pt", "encomendas", "encomenda"]
])("%s: %s meets %s", (language, a, b) => {
  expect(contentWords(b, language)).toEqual(contentWords(a, language))
})

test("small words and figures are no matter", () => {
  expect(contentWords("You can have it for 14 of the days", "en")).toEqual(contentWords("days", "en"))
})

test("100,000 characters", () => {
  const spent = threadClock()
  for (const text of [
    "a".repeat(100_000),
    "返品".repeat(50_000),
    "[".repeat(100_000),
    "a-".repeat(50_000),
    "Don't pay ".repeat(10_000)
  ])
    contentWords(text)
  expect(spent()).toBeLessThan(15_000)
})
