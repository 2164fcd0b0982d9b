import { expect, test } from "vitest"
import { urgencySigns } from "../../src/intent/urgency.ts"

test.each([
  ["en", "Please send it today, we fly tomorrow.", "Please send it today"],
  ["en", "It's URGENT!", "URGENT"],
  ["en", "I need a new charger by tomorrow.", "by tomorrow"],
  ["de", "Ich brauche die Lampe bis morgen.", "bis morgen"],
  ["fr", "C'est urgent, merci de répondre.", "urgent"],
  ["es", "Respondan lo antes posible, por favor.", "lo antes posible"],
  ["pt", "Preciso da fatura até amanhã.", "até amanhã"],
  ["ja", "本日中にお返事をください。", "本日中"]
])("%s: %s", (language, text, words) => {
  expect(urgencySigns(text, language)).toMatchObject({ urgent: expect.stringContaining(words) })
})

test.each([
  ["en", "The lamp arrived today and it is lovely."],
  ["en", "It's not urgent, but please reply."],
  ["en", "No rush; could you check this today or next week?"],
  ["de", "Es eilt nicht, aber bitte um Antwort."],
  ["fr", "Ce n'est pas urgent."],
  ["es", "No es urgente, sin prisa."],
  ["pt", "Sem pressa, não é urgente."],
  ["ja", "急ぎではありませんが、お返事ください。"],
  ["tr", "Acil!"],
  ["en", ""]
])("%s: %s isn't urgent", (language, text) => {
  expect(urgencySigns(text, language)).toEqual({})
})

test.each([
  ["en", "My lawyer will write to you.", "law", "lawyer"],
  ["en", "The charger caught fire, and I'd speak to a manager.", "danger", "caught fire"],
  ["de", "Sonst gehe ich zum Anwalt.", "law", "Anwalt"],
  ["fr", "Je veux parler à votre responsable.", "manager", "votre responsable"],
  ["es", "Voy a poner una queja formal.", "manager", "queja formal"],
  ["pt", "Vou ao livro de reclamações.", "law", "livro de reclamações"],
  ["ja", "責任者を出してください。", "manager", "責任者"]
])("%s: %s should be seen by somebody else", (language, text, reason, because) => {
  expect(urgencySigns(text, language).escalate).toEqual({ reason, because })
})

test("a danger is urgent, even if the customer isn't in a hurry", () => {
  expect(urgencySigns("No rush, but there was smoke from the lamp.", "en")).toMatchObject({ urgent: "smoke" })
})
