import { describe, expect, test } from "vitest"
import { supportChecker } from "../../src/checks/index.ts"
import type { Source } from "../../src/ticket/draft.ts"
import type { MaskedTicket } from "../../src/ticket/masked.ts"

const source = (n: number, title: string, passage: string, more: Partial<Source> = {}): Source => ({
  n,
  id: `s${n}`,
  title,
  kind: "article",
  headings: [],
  passage,
  visibility: "public",
  locale: "en",
  score: 1,
  ...more
})
const SOURCES = [
  source(
    1,
    "Returns",
    "You can return most items within 30 days of delivery. Items must be unworn and in their original box. We refund the original payment method within 5 business days of receiving the parcel."
  ),
  source(
    2,
    "Delivery",
    "Standard delivery costs €4.90 and takes 2 to 4 business days. Delivery is free from €50. Express orders placed before 2 p.m. leave our warehouse the same day."
  ),
  source(
    3,
    "Warranty",
    "Our mixers have a two-year warranty. Send us the order number, a photo of the device and a short video of the fault. See https://shop.example/warranty for the form."
  ),
  source(4, "Late parcels", "If a parcel is more than 10 days late, we send a replacement free of charge.", {
    kind: "policy"
  })
]
const TICKET: MaskedTicket = {
  helpdesk: "sample",
  ticketId: "1",
  version: "m2",
  subject: "Parcel LL-39104 is late",
  requester: "[PERSON_1]",
  agent: "[PERSON_2]",
  tags: [],
  fields: { Order: "LL-39104" },
  messages: [
    {
      id: "m1",
      role: "customer",
      author: "[PERSON_1]",
      at: "2026-11-16T10:00:00Z",
      text: "Hello, my order LL-39104 was promised for 12 November and has not arrived. The blue mixer is a birthday present. Will you refund me 20 euros?"
    },
    {
      id: "m2",
      role: "agent",
      author: "[PERSON_2]",
      at: "2026-11-17T10:00:00Z",
      text: "I have asked the courier to look for the parcel."
    }
  ]
}
const judge = (sentence: string, language = "en", sources = SOURCES) =>
  supportChecker(TICKET, sources, { language })(sentence, 10)

describe("said by a source", () => {
  test.each([
    ["You can return most items within 30 days of delivery.", 1],
    ["Please send it back in its original box.", 1],
    ["The refund goes to your original payment method within five business days of receiving the parcel.", 1],
    ["Standard delivery costs 4,90 € and takes 2 to 4 business days.", 2],
    ["Delivery is free from 50 euros.", 2],
    ["Orders placed before 14:00 leave our warehouse the same day.", 2],
    ["Your mixer has a warranty of 24 months.", 3],
    ["Please send a photo of the device and a short video of the fault.", 3],
    ["The form is at https://shop.example/warranty.", 3],
    ["1. Send us the order number [[which order?]].", 3]
  ])("%s", (sentence, n) => {
    expect(judge(sentence)).toMatchObject({
      state: "supported",
      sources: expect.arrayContaining([n]),
      start: 10,
      end: 10 + sentence.length
    })
  })
})

describe("a source says otherwise", () => {
  test.each([
    ["You can return most items within 14 days of delivery.", 1, "duration", "14 days", "30 days"],
    ["Standard delivery costs €6.90.", 2, "money", "€6.90", "€4.90"],
    ["Express orders placed before 4 p.m. leave our warehouse the same day.", 2, "date", "4 p.m.", "2 p.m."],
    ["Our mixers have a three-year warranty.", 3, "duration", "three-year", "two-year"],
    ["Standard delivery takes 2 to 9 business days.", 2, "duration", "9 business days", "4 business days"]
  ])("%s", (sentence, n, reason, words, says) => {
    expect(judge(sentence)).toMatchObject({ state: "contradicts", sources: [n], reason, words, says })
  })
})

describe("a figure of another sentence of the same page", () => {
  const page = [
    source(
      1,
      "Shown as delivered",
      "Please wait two working days after the scan. When a parcel is missing, we ask the carrier to search for it. The carrier answers within five working days."
    )
  ]
  test("does not excuse the wrong one", () => {
    expect(judge("The carrier answers within two working days", "en", page)).toMatchObject({
      state: "contradicts",
      sources: [1],
      reason: "duration",
      words: "two working days",
      says: "five working days"
    })
    expect(judge("The carrier answers within five working days.", "en", page)).toMatchObject({
      state: "supported",
      sources: [1]
    })
    expect(judge("Please wait five working days after the scan.", "en", page)).toMatchObject({
      state: "contradicts",
      says: "two working days"
    })
  })
  test("nor does another page's sentence of like words", () => {
    const refunds = source(2, "Refunds", "After a carrier search: within two working days of the carrier's answer.")
    expect(judge("The carrier answers within two working days.", "en", [...page, refunds])).toMatchObject({
      state: "contradicts",
      sources: [1],
      says: "five working days"
    })
  })
  test("nor stands for a sentence that it has no word of", () => {
    expect(judge("Our workshop phones back within five working days.", "en", page)).toMatchObject({
      state: "no-source",
      reason: "words"
    })
  })
  test("rows of a table and two cases in one sentence are no contradiction", () => {
    const rows = [
      source(
        1,
        "Delivery",
        "Country: Spain; Standard: €6.90; Time: 4 to 6 working days\nCountry: Japan; Standard: €24.90; Time: 6 to 10 working days\nDelivery costs €3 to a shop, €5 to a home."
      )
    ]
    for (const sentence of [
      "Standard delivery to Japan costs €24.90 and takes 6 to 10 working days.",
      "Country: Spain; Standard: €6.90",
      "Delivery costs €5 to a home.",
      "Delivery costs €3 to a shop."
    ]) {
      expect(judge(sentence, "en", rows)).toMatchObject({ state: "supported", sources: [1] })
    }
  })
})

describe("nobody said it", () => {
  test("one shared word, two items of a list or a name from the ticket support nothing", () => {
    const page = [
      source(
        1,
        "Shown as delivered",
        "- Ask your neighbours.\n- Look wherever drivers leave parcels.\n- Look for a card of the carrier in the letter box."
      ),
      source(
        2,
        "Tracking",
        "You get an e-mail with the tracking number. It begins with NP, the sign of our carrier Norrland Parcel."
      )
    ]
    const ticket = { ...TICKET, fields: { Carrier: "Norrland Parcel" } }
    const check = supportChecker(ticket, page, { language: "en" })
    expect(check("Norrland Parcel drivers carry a camera for such cases.", 0)).toMatchObject({
      state: "no-source",
      reason: "words",
      sources: []
    })
    expect(check("The drivers are paid by the hour.", 0)).toMatchObject({ state: "no-source" })
    expect(check("The letter to the neighbours was printed in the office.", 0)).toMatchObject({ state: "no-source" })
    expect(check("Have a look wherever the drivers leave parcels.", 0)).toMatchObject({
      state: "supported",
      sources: [1]
    })
  })

  test.each([
    ["Our workshop in the harbour repairs espresso machines on weekends.", "words"],
    ["The mixer runs at 900 W.", "number"],
    ["Write to repairs@mixers.example about the mixer.", "link"],
    ["The form is at https://forms.example/warranty.", "link"],
    ["Your parcel LL-77777 is at the courier.", "number"],
    ["The courier Parcel Falcon has the parcel.", "name"],
    ["The parcel left on 9 November.", "date"]
  ])("%s", (sentence, reason) => {
    expect(judge(sentence)).toMatchObject({ state: "no-source", reason, sources: [] })
  })
})

describe("promises need a policy", () => {
  test.each([
    ["We will refund you today.", "promise-refund"],
    ["I have refunded the 20 euros.", "promise-refund"],
    ["We'll give you a €10 voucher for the trouble.", "promise-money"],
    ["You will get it by Friday.", "promise-date"],
    ["Your parcel will arrive tomorrow.", "promise-date"],
    ["As a gesture we can offer you a 20 % discount.", "promise-money"]
  ])("%s", (sentence, reason) => {
    expect(judge(sentence)).toMatchObject({ state: "needs-approval", reason })
  })
  test("one that stands in a policy is supported", () => {
    expect(judge("We will send a replacement free of charge if the parcel is more than 10 days late.")).toMatchObject({
      state: "supported",
      sources: [4]
    })
    expect(
      judge("We will refund the original payment method within 5 business days of receiving the parcel.")
    ).toMatchObject({ state: "supported", sources: [1] })
  })
  test("a refusal is no promise", () => {
    expect(judge("Unfortunately we cannot refund items that were worn.").state).not.toBe("needs-approval")
  })
  test.each([
    ["de", "Wir erstatten Ihnen heute den vollen Betrag.", "promise-refund"],
    ["de", "Sie erhalten einen Gutschein über 10 €.", "promise-money"],
    ["fr", "Nous vous remboursons dès demain.", "promise-refund"],
    ["fr", "Vous recevrez le colis vendredi.", "promise-date"],
    ["es", "Le reembolsaremos el importe mañana.", "promise-refund"],
    ["es", "Le enviaremos un cupón de 10 €.", "promise-money"],
    ["pt", "Vamos reembolsar o valor hoje.", "promise-refund"],
    ["ja", "本日中に全額を返金いたします。", "promise-refund"],
    ["ja", "次回使えるクーポンを差し上げます。", "promise-money"]
  ])("%s: %s", (language, sentence, reason) => {
    expect(judge(sentence, language)).toMatchObject({ state: "needs-approval", reason })
  })
})

test("what the customer wrote is told back, but is no policy", () => {
  expect(judge("You wrote that order LL-39104 was promised for 12 November and has not arrived.")).toMatchObject({
    state: "supported",
    sources: [0]
  })
  expect(judge("We will refund you 20 euros.")).toMatchObject({ state: "needs-approval" })
})

test("two articles with one wording for two cases", () => {
  const two = [
    source(1, "Germany", "Delivery costs €4.90 and takes 2 to 4 working days."),
    source(2, "Norway", "Delivery costs €14.90 and takes 4 to 6 working days.")
  ]
  expect(judge("Delivery costs €14.90 and takes 4 to 6 working days.", "en", two)).toMatchObject({
    state: "supported",
    sources: [2]
  })
  expect(judge("Delivery costs €24.90 and takes 4 to 6 working days.", "en", two)).toMatchObject({
    state: "contradicts"
  })
})

test("a figure that the customer claims doesn't overrule the source", () => {
  const claimed = {
    ...TICKET,
    messages: [
      {
        id: "m1",
        role: "customer" as const,
        author: "",
        at: "",
        text: "I have 90 days to return items after delivery, so take it back."
      }
    ]
  }
  expect(
    supportChecker(claimed, SOURCES, { language: "en" })("You can return most items within 90 days of delivery.", 0)
  ).toMatchObject({ state: "contradicts", sources: [1], says: "30 days" })
})

test("a fact of one source and words of another name both", () => {
  expect(
    judge("Items for return must be unworn and in their original box, and delivery is free from €50.").sources
  ).toEqual([1, 2])
})

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
    state: "supported",
    sources: [1]
  })
  expect(judge("Die Artikel müssen ungetragen sein.", "de")).toMatchObject({
    state: "no-source",
    reason: "source-language"
  })
  const german = source(9, "Rückgabe", "Sachen gehen innerhalb von 30 Tagen zurück.", { locale: "de" })
  expect(judge("Die Artikel müssen ungetragen sein.", "de", [...SOURCES, german])).toMatchObject({
    state: "no-source",
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
    supportChecker(italian, [], { language: "it" })("Il bollitore si spegne prima che l'acqua bolla.", 0)
  ).toMatchObject({ state: "supported", sources: [0] })
})

test("a long ticket is read once, a sentence is quick", () => {
  const text = "The parcel has not come and I wait since 12 days for it, please look into it at once. ".repeat(1100)
  const began = performance.now()
  const check = supportChecker(
    { ...TICKET, messages: [{ id: "m", role: "customer", author: "", at: "", text }] },
    SOURCES,
    { language: "en" }
  )
  expect(performance.now() - began).toBeLessThan(15_000)
  const each = performance.now()
  for (let i = 0; i < 50; i++) check(`Your parcel number ${i} will come back within 30 days of delivery.`, 0)
  expect((performance.now() - each) / 50).toBeLessThan(20)
})
