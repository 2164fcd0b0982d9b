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

const DANGERS: Record<string, string[]> = {
  en: [
    "The lamp caught fire last night!",
    "It smokes and smells of burning.",
    "I got an electric shock from it.",
    "My son burnt his hand on it.",
    "The kitchen smells of gas.",
    "My daughter was injured.",
    "It won't stop smoking."
  ],
  de: [
    "Die Lampe hat Feuer gefangen.",
    "Aus dem Gerät kommt Rauch.",
    "Ich habe einen Stromschlag bekommen.",
    "Mein Sohn hat sich die Hand verbrannt.",
    "Es riecht nach Gas.",
    "Meine Tochter wurde verletzt."
  ],
  fr: [
    "La lampe a pris feu.",
    "La lampe fume.",
    "J'ai reçu une décharge électrique.",
    "Mon fils s'est brûlé la main.",
    "Ça sent le gaz.",
    "Ma fille a été blessée."
  ],
  es: [
    "La lámpara se incendió.",
    "Sale humo del aparato.",
    "Me dio un calambre.",
    "Mi hijo se quemó la mano.",
    "Huele a gas.",
    "Mi hija resultó herida."
  ],
  pt: [
    "O candeeiro pegou fogo.",
    "Sai fumo do aparelho.",
    "Levei um choque elétrico.",
    "O meu filho queimou a mão.",
    "Cheira a gás.",
    "A minha filha ficou ferida."
  ],
  ja: [
    "ランプから火が出ました。",
    "煙が出ています。",
    "感電しました。",
    "息子がやけどをしました。",
    "ガス漏れのようです。",
    "娘が怪我をしました。"
  ]
}

test.each(Object.entries(DANGERS).flatMap(([language, texts]) => texts.map((text) => [language, text] as const)))(
  "%s: fire, smoke, a shock, a burn, gas and an injury are dangers: %s",
  (language, text) => {
    expect(urgencySigns(text, language).escalate?.reason).toBe("danger")
  }
)

test.each([
  ["en", "I don't need it by tomorrow."],
  ["en", "There was no smoke, nobody was injured, and the lamp didn't catch fire."],
  ["en", "Is your smoke alarm white?"],
  ["de", "Ich brauche es nicht bis morgen."],
  ["de", "Bis morgen brauche ich es nicht; es gab keinen Rauch, und niemand wurde verletzt."],
  ["fr", "Je n'en ai pas besoin pour demain."],
  ["fr", "Elle n'a pas pris feu et personne n'a été blessé."],
  ["es", "No lo necesito para mañana."],
  ["es", "No hubo humo y nadie resultó herido."],
  ["pt", "Não preciso disto até amanhã."],
  ["pt", "Não houve fumo e ninguém ficou ferido."],
  ["ja", "明日までに届く必要はありません。"],
  ["ja", "煙は出ていません。怪我はありませんでした。"]
])("%s: what is denied is neither urgent nor a danger: %s", (language, text) => {
  expect(urgencySigns(text, language)).toEqual({})
})

test.each([
  ["en", "If it doesn't arrive by tomorrow, I cancel."],
  ["en", "I don't want to wait until tomorrow."],
  ["en", "I don't need the bulb by tomorrow but the lamp is needed today."],
  ["de", "Wenn es nicht bis morgen kommt, storniere ich."],
  ["de", "Ich will nicht bis morgen warten."]
])("%s: another denial takes nothing from the hurry: %s", (language, text) => {
  expect(urgencySigns(text, language).urgent).toBeDefined()
})

test("a danger is urgent, even if the customer isn't in a hurry", () => {
  expect(urgencySigns("No rush, but there was smoke from the lamp.", "en")).toMatchObject({ urgent: "smoke" })
})
