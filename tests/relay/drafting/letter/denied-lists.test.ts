import { expect, test } from "vitest"
import { deniesItems } from "../../../../src/checks/evidence/patterns.ts"
import { ticket } from "../../../knowledge/help/tickets.ts"
import { draft, source } from "../offline-help.ts"

/** "Broken glass, unless it arrived broken" below "Not covered": alone, the item would say the opposite. */
const WARRANTY = `All products have a warranty of two years from delivery.

Not covered

- Broken glass, unless it arrived broken.
- Damage by a fall or by wrong use.

What happens then

We answer within two working days.`

test("items of a denied list are only quoted below the line that denies them", async () => {
  const asked = ticket("Broken glass", "The glass of my lamp is broken after a fall. Is broken glass covered?")
  const { text, answer } = await draft(asked, "en", [source(1, "en", "Warranty", WARRANTY, { score: 1 })])
  expect(text).toMatch(/Not covered:\n\n?- Broken glass, unless it arrived broken\./)
  expect(answer?.suggestions.map((one) => one.text).join()).not.toMatch(/Broken glass|Damage by/)
})

test("nor are they offered alone", async () => {
  const asked = ticket("Warranty", "How long is the warranty of my lamp from delivery?")
  const { answer } = await draft(asked, "en", [source(1, "en", "Warranty", WARRANTY, { score: 1 })])
  expect(answer?.suggestions.map((one) => one.text)).toEqual(["We answer within two working days."])
})

test.each([
  ["en", ["Not covered", "Exceptions", "These are excluded:"], ["What we need from you", "What is refunded"]],
  ["de", ["Nicht abgedeckt", "Ausnahmen", "Kein Rückgaberecht bei:"], ["Was erstattet wird", "Was wir brauchen"]],
  ["fr", ["Ce qui n'est pas couvert", "Exclusions"], ["Ce qu'il nous faut", "La suite"]],
  ["es", ["Qué no cubre", "Excepciones"], ["Qué necesitamos", "Qué se reembolsa"]],
  ["pt", ["O que não cobre", "Exceções"], ["O que precisamos", "O que se reembolsa"]],
  ["ja", ["保証の対象外", "返品できないもの"], ["必要なもの", "その後の流れ"]]
])("%s: headings that deny what is below them, and headings that don't", (language, denying, others) => {
  expect(denying.filter((line) => !deniesItems(line, language))).toEqual([])
  expect(others.filter((line) => deniesItems(line, language))).toEqual([])
})
