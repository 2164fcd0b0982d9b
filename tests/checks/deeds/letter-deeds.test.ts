import { expect, test } from "vitest"
import { letterDeeds } from "../../../src/checks/deeds/letter-deeds.ts"

/** What a letter says that its writer did or sends along, which nobody but the agent knows. */
const kindsOf = (text: string, language: string) => letterDeeds({ text, language }).map(({ kind }) => kind)

test.each([
  ["en", "I have asked the carrier to search for it."],
  ["en", "We’ve already cancelled the second order."],
  ["de", "Ich habe den Paketdienst um eine Nachforschung gebeten."],
  ["de", "Heute haben wir Ihre Adresse geändert."],
  ["fr", "J’ai demandé une recherche au transporteur."],
  ["fr", "Nous avons bien annulé la seconde commande."],
  ["es", "He pedido a la empresa de transporte que lo busque."],
  ["pt", "Já pedi à transportadora que o procure."],
  ["ja", "配送会社に調査を依頼しました。"]
])("%s: a deed in the first person is one: %s", (language, text) => {
  expect(kindsOf(text, language)).toEqual(["done"])
})

test.each([
  ["en", "Please find the return label attached."],
  ["en", "I’ve attached the invoice."],
  ["de", "Im Anhang finden Sie das Rücksendeetikett."],
  ["de", "Die Rechnung habe ich beigefügt."],
  ["fr", "Vous trouverez l’étiquette en pièce jointe."],
  ["es", "Le adjunto la factura."],
  ["pt", "Segue a fatura em anexo."],
  ["ja", "返送ラベルを添付しました。"]
])("%s: a file that the letter names is one: %s", (language, text) => {
  expect(kindsOf(text, language)).toEqual(["file"])
})

test.each([
  ["en", "We ask the carrier to search for it."],
  ["en", "The carrier has searched for it."],
  ["en", "You have sent us two photos."],
  ["en", "Have we sent it twice?"],
  ["en", "We have received your message."],
  ["en", "Thank you for the attached photos."],
  ["de", "Wir bitten den Paketdienst um eine Nachforschung."],
  ["de", "Vielen Dank für die Fotos, die Sie angehängt haben."],
  ["de", "Wir haben Ihre Nachricht erhalten."],
  ["fr", "Nous demandons une recherche au transporteur."],
  ["es", "Gracias por las fotos que adjuntó."],
  ["pt", "Pedimos sempre uma fotografia?"],
  ["ja", "写真を添付してください。"]
])("%s: what is the rule, a promise, a question or somebody else’s is none: %s", (language, text) => {
  expect(kindsOf(text, language)).toEqual([])
})

test("a deed has the place of its sentence, and in a language without lists nothing is found", () => {
  const text = "Hello Maya,\n\nI have asked the carrier. It answers soon."
  expect(letterDeeds({ text, language: "en" })).toEqual([
    { kind: "done", start: 13, end: 38, text: "I have asked the carrier." }
  ])
  expect(letterDeeds({ text, language: null })).toEqual([])
  expect(letterDeeds({ text, language: "ar" })).toEqual([])
})
