import { expect, test } from "vitest"
import { isCourtesy } from "../../src/checks/courtesy.ts"
import { en } from "../../src/relay/drafting/voices/en.ts"
import { de } from "../../src/relay/drafting/voices/de.ts"
import { es } from "../../src/relay/drafting/voices/es.ts"
import { fr } from "../../src/relay/drafting/voices/fr.ts"
import { ja } from "../../src/relay/drafting/voices/ja.ts"
import { pt } from "../../src/relay/drafting/voices/pt.ts"
import { offlineRewrite } from "../../src/relay/rewriting/offline-rewrite.ts"

const each = (texts: Record<string, string[]>) =>
  Object.entries(texts).flatMap(([language, all]) => all.map((text) => [language, text] as const))

/** Short answers, and what a polite phrase tells. */
const STATED: Record<string, string[]> = {
  en: [
    "It is free.",
    "Keep it.",
    "Don't pay.",
    "Yes.",
    "No.",
    "Yes, it does.",
    "You can keep it.",
    "Sorry that the refund was refused.",
    "We are sorry that your order was cancelled.",
    "Thank you for paying the invoice.",
    "It is dimmable.",
    "Throw it away.",
    "We are sorry the lamp cannot be repaired.",
    "Sorry your refund was refused.",
    "I understand that you cancelled the order.",
    "Best cleaned by hand.",
    "Thank you, it is free.",
    "Unplug it.",
    "I'm happy to say that it is free.",
    "Thanks for sending the photo."
  ],
  de: [
    "Ja.",
    "Nein.",
    "Ja, das geht.",
    "Die Rückgabe ist kostenlos.",
    "Es ist gratis.",
    "Behalten Sie es.",
    "Es tut uns leid, dass Ihre Bestellung storniert wurde.",
    "Zahlen Sie nicht.",
    "Danke, dass Sie die Rechnung bezahlt haben.",
    "Danke, es ist gratis."
  ],
  fr: [
    "Oui.",
    "C'est gratuit.",
    "Gardez-la.",
    "Ne payez pas.",
    "Nous sommes désolés que votre commande ait été annulée.",
    "Merci d'avoir payé la facture.",
    "Merci, c'est gratuit."
  ],
  es: [
    "Sí.",
    "Es gratis.",
    "No pague.",
    "Lamentamos que su pedido se haya cancelado.",
    "Gracias por pagar la factura.",
    "Quédeselo.",
    "Gracias, es gratis."
  ],
  pt: [
    "Sim.",
    "É grátis.",
    "Não pague.",
    "Lamentamos que a sua encomenda tenha sido cancelada.",
    "Obrigado por pagar a fatura.",
    "Fique com ele.",
    "Obrigado, é grátis."
  ],
  ja: [
    "はい。",
    "いいえ。",
    "はい、交換できます。",
    "送料はかかりません。",
    "ランプは無料です。",
    "ご注文がキャンセルされましたことをお詫び申し上げます。",
    "返金できず申し訳ございません。",
    "写真をお送りいただき、ありがとうございます。",
    "支払わないでください。"
  ]
}

const COURTEOUS: Record<string, string[]> = {
  en: [
    "I'm sorry for the trouble.",
    "Thank you for getting back to us.",
    "Thank you for your message.",
    "I'm sorry for the trouble this has caused.",
    "If you have any other questions, just reply to this e-mail.",
    "Thank you for your patience, and I'm sorry.",
    "We're sorry you had to wait.",
    "We are sorry that this happened.",
    "Sorry to hear that.",
    "I hope that this helps.",
    "I hope the new lamp works well.",
    "Thank you for your question about nuts in our products.",
    "Of course, I'm happy to help.",
    "Regards, Marguerite Stone",
    "Hi [PERSON_1],",
    "Thanks Milo!!!!",
    "Your support team",
    "Have a nice day!",
    "Please let us know if you need anything else.",
    "I'm very sorry to hear about your father.",
    "I can see why that is frustrating."
  ],
  de: [
    "es tut uns leid, dass es Schwierigkeiten gibt.",
    "vielen Dank für Ihre Rückmeldung.",
    "Es tut uns leid, dass Sie warten mussten.",
    "Ich hoffe, dass die neue Lampe gut leuchtet.",
    "Danke, dass Sie nachgefragt haben!",
    "Danke für Ihre Geduld!",
    "Mit freundlichen Grüßen",
    "Ihr Kundenteam",
    "Vielen Dank im Voraus!",
    "Melden Sie sich gerne, wenn Sie noch Fragen haben."
  ],
  fr: [
    "Nous sommes désolés pour ce désagrément.",
    "Nous vous remercions de votre retour.",
    "Merci d'avoir essayé.",
    "Merci de nous avoir contactés.",
    "Nous sommes désolés que vous ayez dû attendre.",
    "Cordialement,",
    "L'équipe du support"
  ],
  es: [
    "Lamentamos las molestias.",
    "Gracias por su respuesta.",
    "Gracias por escribirnos.",
    "Lamentamos que haya tenido que esperar.",
    "Quedo a su disposición.",
    "Hola, [PERSON_1]:"
  ],
  pt: [
    "Lamentamos o transtorno.",
    "Agradecemos a sua resposta.",
    "Obrigado por nos contactar.",
    "Lamentamos que tenha tido de esperar.",
    "Obrigada por avisar.",
    "Olá, Noémia,"
  ],
  ja: [
    "ご不便をおかけし、申し訳ございません。",
    "ご返信いただき、ありがとうございます。",
    "お問い合わせいただき、ありがとうございます。",
    "お待たせして申し訳ございません。",
    "よろしくお願いいたします。",
    "田中様",
    "[PERSON_1]様",
    "この度はご迷惑をおかけしましたことを、深くお詫び申し上げます。"
  ]
}

const GLADLY: Record<string, string[]> = {
  de: ["Gern liefern wir auch nach Italien.", "Gerne behalten Sie die Lampe.", "So geht das kostenlos."],
  fr: ["Avec plaisir nous livrons en Italie."],
  es: ["Con mucho gusto enviamos a Italia."],
  pt: ["Com prazer enviamos para Itália."]
}
const ONLY_GLAD: Record<string, string[]> = {
  de: ["Gerne!", "Gern geschehen.", "Gerne helfen wir Ihnen weiter.", "So geht’s weiter:"],
  fr: ["Avec plaisir !"],
  es: ["Con mucho gusto.", "Con gusto le ayudamos."],
  pt: ["Com muito gosto!", "Com todo o prazer ajudamos."]
}

test.each(each(GLADLY))("%s: what somebody does gladly is a statement: %s", (language, sentence) => {
  expect(isCourtesy(sentence, language)).toBe(false)
})

test.each(each(ONLY_GLAD))("%s: gladness alone, or of helping, is courtesy: %s", (language, sentence) => {
  expect(isCourtesy(sentence, language)).toBe(true)
})

test.each(each(STATED))("%s: a statement, however short or polite: %s", (language, sentence) => {
  expect(isCourtesy(sentence, language)).toBe(false)
})

test.each(each(COURTEOUS))("%s: courtesy: %s", (language, sentence) => {
  expect(isCourtesy(sentence, language)).toBe(true)
})

test.each(Object.entries({ en, de, es, fr, ja, pt }))(
  "%s: the letters' own courtesies are courtesy",
  (language, voice) => {
    for (const one of [voice.courtesy, voice.informalCourtesy ?? voice.courtesy])
      for (const sentence of Object.values(one))
        expect([sentence, isCourtesy(sentence, language)]).toEqual([sentence, true])
    expect(isCourtesy(voice.closing, language)).toBe(true)
  }
)

test.each([
  [
    "en",
    "Hi Mia,\n\nThank you for your message. It is free. We are sorry that your order was cancelled. Yes. Keep it. We write on Monday.\n\nBest,\nTom",
    "Thank you for your message. "
  ],
  [
    "ja",
    "田中様\n\nお問い合わせありがとうございます。はい、交換できます。明日届きます。\n\nよろしくお願いいたします。",
    "お問い合わせありがとうございます。"
  ]
])("%s: a text is made shorter by courtesy alone", async (language, text, courtesy) => {
  expect(await offlineRewrite(text, "shorter", language, [])).toBe(text.replace(courtesy, ""))
})
