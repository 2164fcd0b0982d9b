import { describe, expect, test } from "vitest"
import { supportChecker } from "../../src/checks/judge-sentence.ts"
import { SOURCES, TICKET, judge, source } from "./support-samples.ts"
import { threadClock } from "../slowness.ts"

describe("courtesy in six languages", () => {
  test.each([
    ["en", "Hi [PERSON_1],"],
    ["en", "Thank you for getting in touch with us."],
    ["en", "I'm sorry for the trouble this has caused."],
    ["en", "Could you tell me your order number?"],
    ["en", "If you have any other questions, just reply to this e-mail."],
    ["en", "Kind regards"],
    ["en", "[PERSON_2]"],
    ["en", "Example Shop Support"],
    ["en", "[[which colour?]]"],
    ["de", "Guten Tag [PERSON_1],"],
    ["de", "vielen Dank für Ihre Nachricht."],
    ["de", "Es tut uns leid, dass Sie warten mussten."],
    ["de", "Mit freundlichen Grüßen"],
    ["de", "Können Sie uns die Bestellnummer nennen?"],
    ["fr", "Bonjour [PERSON_1],"],
    ["fr", "Merci pour votre message."],
    ["fr", "Nous sommes désolés pour ce désagrément."],
    ["fr", "Cordialement,"],
    ["es", "Hola [PERSON_1]:"],
    ["es", "Muchas gracias por su mensaje."],
    ["es", "Lamentamos las molestias."],
    ["es", "Un saludo,"],
    ["pt", "Olá [PERSON_1],"],
    ["pt", "Obrigado pela sua mensagem."],
    ["pt", "Pedimos desculpa pelo incómodo."],
    ["pt", "Com os melhores cumprimentos,"],
    ["ja", "[PERSON_1]様"],
    ["ja", "お問い合わせいただきありがとうございます。"],
    ["ja", "ご不便をおかけし申し訳ございません。"],
    ["ja", "よろしくお願いいたします。"],
    ["ja", "ご注文番号を教えていただけますか。"]
  ])("%s: %s", (language, sentence) => {
    expect(judge(sentence, language).state).toBe("courtesy")
  })
  test.each([
    ["en", "Sorry, returns of opened mixers end after 90 days."],
    ["en", "Thank you, our technician repaired the broken espresso machine yesterday."],
    ["de", "Danke, die Rückgabe kostet 5 €."]
  ])("politeness in front hides no claim: %s %s", (language, sentence) => {
    expect(judge(sentence, language).state).not.toBe("courtesy")
  })
})

describe("figures in the customer's language against sources of that language", () => {
  test.each([
    [
      "de",
      "Rückgabe ist innerhalb von 30 Tagen nach Lieferung möglich.",
      "Die Rückgabe ist innerhalb von vierzehn Tagen nach der Lieferung möglich.",
      "14"
    ],
    [
      "fr",
      "Vous pouvez retourner un article sous 30 jours après la livraison.",
      "Vous pouvez retourner un article sous quatorze jours après la livraison.",
      ""
    ],
    [
      "es",
      "Puede devolver el artículo en 30 días desde la entrega.",
      "Puede devolver el artículo en quince días desde la entrega.",
      ""
    ],
    [
      "pt",
      "Pode devolver o artigo em 30 dias após a entrega.",
      "Pode devolver o artigo em quinze dias após a entrega.",
      ""
    ],
    ["ja", "商品は到着後30日以内に返品できます。", "商品は到着後14日以内に返品できます。", ""]
  ])("%s", (language, passage, wrong) => {
    const sources = [source(1, "", passage, { locale: language })]
    expect(judge(passage, language, sources)).toMatchObject({ state: "supported", sources: [1] })
    expect(judge(wrong, language, sources)).toMatchObject({ state: "contradicts", sources: [1], reason: "duration" })
  })
})

test("words can't be compared across languages, figures can", () => {
  expect(judge("Sie können die Artikel innerhalb von 30 Tagen zurückgeben.", "de")).toMatchObject({
    state: "near",
    sources: [1]
  })
  expect(judge("Die Artikel müssen ungetragen sein.", "de")).toMatchObject({
    state: "no-source",
    reason: "source-language"
  })
  const german = source(9, "Rückgabe", "Sachen gehen innerhalb von 30 Tagen zurück.", { locale: "de" })
  expect(judge("Die Artikel müssen ungetragen sein.", "de", [...SOURCES, german])).toMatchObject({
    state: "not-found",
    reason: "words"
  })
  expect(judge("Sie können die Artikel innerhalb von 45 Tagen zurückgeben.", "de")).toMatchObject({
    state: "no-source",
    reason: "duration"
  })
})

test("what the ticket says counts in a language that is none of ours too, whatever the helpdesk's locale", () => {
  const italian = {
    ...TICKET,
    locale: "en",
    messages: [
      {
        id: "m1",
        role: "customer" as const,
        author: "",
        at: "2026-11-16T10:00:00Z",
        text: "Buongiorno, il bollitore si spegne prima che l'acqua bolla. L'ho comprato a marzo nel vostro negozio di Gand."
      }
    ]
  }
  expect(
    supportChecker(italian, [], { language: "it" })("Il bollitore, allora, si spegne prima che l'acqua bolla.", 0)
  ).toMatchObject({ state: "near", sources: [0] })
})

test("a long ticket is read once, a sentence is quick", () => {
  const text = "The parcel has not come and I wait since 12 days for it, please look into it at once. ".repeat(1100)
  const spent = threadClock()
  const check = supportChecker(
    { ...TICKET, messages: [{ id: "m", role: "customer", author: "", at: "", text }] },
    SOURCES,
    { language: "en" }
  )
  expect(spent()).toBeLessThan(15_000)
  const spentForEach = threadClock()
  for (let i = 0; i < 50; i++) check(`Your parcel number ${i} will come back within 30 days of delivery.`, 0)
  expect(spentForEach() / 50).toBeLessThan(20)
})
