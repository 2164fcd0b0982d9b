import { expect, test } from "vitest"
import { buyingQuestion } from "../../src/intent/buying.ts"

test.each([
  ["en", "Is the Cove kettle still available?"],
  ["de", "Ist der Wasserkocher noch verfügbar?"],
  ["fr", "La bouilloire Cove est-elle disponible ?"],
  ["fr", "Est-ce que la bouilloire Cove est disponible ?"],
  ["fr", "Ces lampes sont-elles encore disponibles ?"],
  ["es", "¿Está disponible el hervidor Cove?"],
  ["es", "¿Hay existencias del hervidor?"],
  ["pt", "A chaleira Cove está disponível?"],
  ["ja", "コーブケトルはまだ買えますか。"]
])("%s: whether something is there to be bought: %s", (language, text) => {
  expect(buyingQuestion(text, language)).toBe("stock")
})

test.each([
  ["fr", "Je suis disponible lundi pour la réparation."],
  ["fr", "Ma commande est-elle disponible au magasin ?"]
])("%s: other things are there too: %s", (language, text) => {
  expect(buyingQuestion(text, language)).toBeUndefined()
})
