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
  ["en", "How much is the Cove kettle?"],
  ["en", "How much are these lamps?"],
  ["en", "What does it cost?"],
  ["de", "Was kosten die Lampen?"],
  ["de", "Was würde der Wasserkocher kosten?"],
  ["de", "Wieviel kosten sie?"],
  ["de", "Habt ihr den Wasserkocher noch?"],
  ["fr", "Combien coûterait la bouilloire ?"],
  ["fr", "C'est combien, la bouilloire ?"],
  ["es", "¿Cuánto cuestan las lámparas?"],
  ["es", "Cuanto vale el hervidor"],
  ["pt", "Quanto custam os candeeiros?"],
  ["pt", "Quanto é a chaleira?"],
  ["ja", "ケトルはいくらしますか。"]
])("%s: what it costs, of one and of several: %s", (language, text) => {
  expect(buyingQuestion(text, language)).toBe("stock")
})

test.each([
  ["en", "How much is the shipping?"],
  ["en", "How much is the late fee?"],
  ["en", "How much does it weigh?"],
  ["fr", "Je suis disponible lundi pour la réparation."],
  ["fr", "Ma commande est-elle disponible au magasin ?"]
])("%s: other things are there too: %s", (language, text) => {
  expect(buyingQuestion(text, language)).toBeUndefined()
})
