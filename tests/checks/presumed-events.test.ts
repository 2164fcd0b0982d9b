import { expect, test } from "vitest"
import { isCourtesy } from "../../src/checks/courtesy.ts"
import { supportChecker } from "../../src/checks/judge-sentence.ts"
import { LISTS } from "replywright/lexicon/checks"
import { entriesOf } from "../../src/lexicon/lexicon.ts"
import { LANGUAGES } from "../../src/text/languages.ts"
import type { Source } from "../../src/ticket/draft.ts"
import type { MaskedTicket } from "../../src/ticket/masked-ticket.ts"
import { TICKET, source } from "./support-samples.ts"

const each = (texts: Record<string, string[]>) =>
  Object.entries(texts).flatMap(([language, all]) => all.map((text) => [language, text] as const))

const PRESUMED: Record<string, string[]> = {
  en: [
    "Thank you for your payment.",
    "Sorry about the loss of your parcel.",
    "We apologise for the damaged parcel.",
    "Thanks again for your patience and the return of the lamp!",
    "I understand the refund was rejected."
  ],
  de: [
    "Danke für Ihre Zahlung.",
    "Wir entschuldigen uns für den Verlust Ihres Pakets.",
    "Vielen Dank für die Rücksendung!",
    "Entschuldigen Sie die Stornierung."
  ],
  fr: [
    "Merci pour votre paiement.",
    "Nous sommes désolés pour la perte de votre colis.",
    "Désolés pour l'annulation de votre commande."
  ],
  es: ["Gracias por su pago.", "Lamentamos la pérdida de su paquete.", "Lamentamos los daños."],
  pt: ["Obrigado pelo seu pagamento.", "Lamentamos a perda da sua encomenda.", "Pedimos desculpa pelo cancelamento."],
  ja: [
    "ご入金ありがとうございます。",
    "お荷物の紛失を深くお詫び申し上げます。",
    "この度の商品の破損、誠に申し訳ございません。"
  ]
}

const COURTEOUS: Record<string, string[]> = {
  en: [
    "Sorry for the inconvenience.",
    "Sorry for the delay in replying.",
    "I'm so sorry for your loss.",
    "Thank you for your question about the refund.",
    "Thanks for your request for a return label.",
    "Thanks for letting us know whether the parcel arrived.",
    "Please let us know if you still want the refund.",
    "Here's how the return works:",
    "I'm happy to help with your return.",
    "I hope the replacement works well.",
    "Would you like a refund?"
  ],
  de: [
    "Danke für Ihre Nachricht.",
    "Vielen Dank für Ihre Anfrage zur Rückgabe!",
    "Entschuldigen Sie bitte die Störung.",
    "Melden Sie sich, wenn Sie Fragen zur Lieferung haben.",
    "So geht die Rückgabe:"
  ],
  fr: [
    "Merci pour votre retour.",
    "Merci pour votre demande de remboursement.",
    "Toutes nos condoléances pour votre perte.",
    "N'hésitez pas à nous écrire pour toute question sur la livraison."
  ],
  es: ["Gracias por su paciencia.", "Gracias por su consulta sobre la devolución.", "Lamento su pérdida."],
  pt: ["Obrigado pelo seu pedido de reembolso.", "Lamento a sua perda.", "Obrigada pela mensagem sobre a entrega."],
  ja: ["返品についてのお問い合わせありがとうございます。", "ご理解いただきありがとうございます。"]
}

test.each(each(PRESUMED))("%s: thanks and regret presume that it has happened: %s", (language, sentence) => {
  expect(isCourtesy(sentence, language)).toBe(false)
})

test.each(each(COURTEOUS))("%s: nothing has to have happened: %s", (language, sentence) => {
  expect(isCourtesy(sentence, language)).toBe(true)
})

const wrote = (text: string): MaskedTicket => ({
  ...TICKET,
  subject: "",
  fields: {},
  messages: [{ id: "1", role: "customer", author: "", at: "2026-01-05T10:00:00Z", text }]
})
const judged = (sentence: string, language: string, ticket: MaskedTicket, sources: Source[] = []) =>
  supportChecker(ticket, sources, { language })(sentence, 0)

test.each([
  ["en", "Thank you for your payment.", "I paid the invoice yesterday.", "payment"],
  ["de", "Danke für Ihre Zahlung.", "Ich habe die Rechnung gestern bezahlt.", "Zahlung"],
  ["fr", "Merci pour votre paiement.", "J'ai payé la facture hier.", "paiement"],
  ["es", "Lamentamos la pérdida de su paquete.", "Mi paquete se ha perdido en el correo.", "pérdida"],
  ["pt", "Lamentamos a perda da sua encomenda.", "A minha encomenda foi extraviada.", "perda"],
  ["ja", "お荷物の紛失をお詫び申し上げます。", "荷物が紛失したようです。", "紛失"],
  // The customer writes another language than the draft.
  ["de", "Danke für Ihre Zahlung.", "Good morning, I have paid the invoice for my lamp yesterday.", "Zahlung"]
])("%s: the ticket has to say it: %s", (language, sentence, said, words) => {
  expect(judged(sentence, language, wrote(said))).toMatchObject({ state: "near", sources: [0] })
  expect(judged(sentence, language, wrote("..."))).toMatchObject({ state: "not-found", reason: "words", words })
})

test("a page on payments says of no payment that it was made, but a lookup or a macro that thanks for it does", () => {
  const sentence = "Thank you for your payment."
  const page = source(1, "Payments", "Payment is due within ten days. If you are sorry about a payment, write to us.")
  const macro: Source = { ...source(2, "Paid", "Many thanks for your payment."), kind: "macro" }
  const order: Source = { ...source(3, "Order", "Payment received: yes"), kind: "lookup" }
  expect(judged(sentence, "en", wrote("Where is my lamp?"), [page]).state).toBe("not-found")
  expect(judged(sentence, "en", wrote("Where is my lamp?"), [page, macro])).toMatchObject({
    state: "near",
    sources: [2]
  })
  expect(judged(sentence, "en", wrote("Where is my lamp?"), [order])).toMatchObject({ state: "near" })
})

test.each([
  ["en", "Thank you for your payment.", "I haven't paid the invoice yet.", "I paid, but my lamp has not arrived."],
  ["de", "Danke für Ihre Zahlung.", "Ich habe noch nicht bezahlt.", "Bezahlt habe ich, aber nichts bekommen."],
  ["fr", "Merci pour votre paiement.", "Je n'ai pas encore payé.", "J'ai payé, mais je n'ai rien reçu."],
  ["es", "Gracias por su pago.", "Todavía no he hecho el pago.", "Hice el pago, pero no ha llegado nada."],
  ["pt", "Obrigado pelo seu pagamento.", "Ainda não fiz o pagamento.", "Fiz o pagamento, mas nada chegou."],
  ["ja", "ご入金ありがとうございます。", "まだ入金していません。", "入金しましたが、届いていません。"]
])("%s: nobody is thanked for what the ticket denies: %s", (language, sentence, denied, said) => {
  expect(judged(sentence, language, wrote(denied)).state).toBe("not-found")
  expect(judged(sentence, language, wrote(said)).state).toBe("near")
})

test("a lookup may deny what is thanked for, and what didn't happen may be regretted", () => {
  const order: Source = { ...source(1, "Order", "Payment received: no"), kind: "lookup" }
  expect(judged("Thank you for your payment.", "en", wrote("Where is my lamp?"), [order]).state).toBe("not-found")
  expect(judged("Sorry about your refund.", "en", wrote("My refund hasn't come.")).state).toBe("near")
})

test("the events are the same in each language, one a line", () => {
  const counts = LANGUAGES.map((language) => entriesOf(LISTS, language, "events").length)
  expect(new Set(counts).size).toBe(1)
})
