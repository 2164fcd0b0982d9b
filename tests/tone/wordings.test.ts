import { describe, expect, test } from "vitest"
import { findWordings, replaceWordings } from "../../src/checks/tone/voice/wordings.ts"

const said = (language: string, [word, instead]: readonly [string, string], text: string) =>
  replaceWordings(text, [{ word, instead }], [], language)

describe("a word that is part of a name stays", () => {
  test.each([
    ["en", "parcel", "package", "Our carrier Norrland Parcel brings it. Norrland Parcel is fast."],
    ["en", "parcel", "package", "Parcel Norrland brings it, and so does Norrland PARCEL."],
    ["en", "Parcel", "Package", "We use Norrland Parcel."],
    ["fr", "colis", "paquet", "Vous le recevrez avec Relais Colis."],
    ["es", "paquete", "envío", "Va con Correos Paquete Azul."],
    ["pt", "encomenda", "pacote", "Segue com a Rede Encomenda."],
    ["de", "Sendung", "Paket", "Es kommt mit Norrland Sendung. Norrland Sendung ist schnell."],
    ["de", "sendung", "Paket", "Unser Partner Sendung Nord bringt es."]
  ])("%s, %s: %s %s", (language, word, instead, text) => {
    expect(said(language, [word, instead], text)).toBe(text)
    expect(findWordings(text, [{ word }], [], language)).toEqual([])
  })
})

describe("and one that isn't is found", () => {
  test.each([
    [
      "en",
      "parcel",
      "package",
      "Parcel states are shown for your parcel.",
      "Package states are shown for your package."
    ],
    ["en", "parcel", "package", "Your PARCEL is here.", "Your package is here."],
    ["es", "paquete", "envío", "¿Paquete perdido? Su paquete está aquí.", "¿Envío perdido? Su envío está aquí."],
    ["de", "Sendung", "Lieferung", "Ihre Sendung ist da.", "Ihre Lieferung ist da."],
    [
      "de",
      "Sendung",
      "Lieferung",
      "Bezahlte Sendungen. Die Sendung kommt.",
      "Bezahlte Sendungen. Die Lieferung kommt."
    ],
    [
      "de",
      "Sendung",
      "Lieferung",
      "Hat Ihnen die Sendung Ihrer Lampe gefallen?",
      "Hat Ihnen die Lieferung Ihrer Lampe gefallen?"
    ],
    ["de", "sendung", "Lieferung", "Versicherte Sendung kostet mehr.", "Versicherte Lieferung kostet mehr."]
  ])("%s, %s: %s %s", (language, word, instead, text, right) => {
    expect(said(language, [word, instead], text)).toBe(right)
  })
})

test.each([
  ["en", "lamp", "Lumen lamp", "Your Lumen lamp, and a lamp.", "Your Lumen lamp, and a Lumen lamp."],
  ["en", "lamp*", "Lumen lamp", "Your Lumen lamps are here.", "Your Lumen lamps are here."],
  ["en", "refund", "full refund", "Full refund or a refund.", "Full refund or a full refund."],
  ["ja", "ランプ", "ルーメンランプ", "ルーメンランプとランプ。", "ルーメンランプとルーメンランプ。"]
])("a word that stands inside what is said in its place stays (%s: %s)", (language, word, instead, text, right) => {
  expect(said(language, [word, instead], text)).toBe(right)
  expect(said(language, [word, instead], right)).toBe(right)
})
