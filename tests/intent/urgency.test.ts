import { expect, test } from "vitest"
import { speaksOfWhatIsGrave, urgencySigns } from "../../src/intent/urgency.ts"

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

const FRAUDS: Record<string, string[]> = {
  en: [
    "I've been scammed by somebody from your security team.",
    "My account was hacked last night.",
    "A man who claimed to be from the bank had me read out a code.",
    "Someone else logged into my account and ordered a phone.",
    "He told me to move my savings to a safe account.",
    "Is this mail a scam?"
  ],
  de: [
    "Ich bin auf einen Betrüger hereingefallen.",
    "Mein Konto wurde gehackt.",
    "Der Anrufer gab sich als Ihr Mitarbeiter aus.",
    "Jemand hat sich in mein Konto eingeloggt.",
    "Ist diese SMS Phishing?"
  ],
  fr: [
    "Je me suis fait arnaquer par un faux conseiller.",
    "Mon compte a été piraté.",
    "Il se faisait passer pour votre service.",
    "Quelqu'un utilise ma carte sans mon accord.",
    "Ce courriel, c'est du phishing ?"
  ],
  es: [
    "Me han estafado por teléfono.",
    "Me hackearon la cuenta.",
    "Se hizo pasar por un empleado suyo.",
    "Alguien ha usado mi tarjeta.",
    "¿Este mensaje es una estafa?"
  ],
  pt: [
    "Caí num golpe pelo telefone.",
    "A minha conta foi hackeada.",
    "Fez-se passar por um funcionário vosso.",
    "Alguém entrou na minha conta.",
    "Esta mensagem é uma burla?"
  ],
  ja: [
    "電話で詐欺にあいました。",
    "アカウントが乗っ取られました。",
    "御社の社員を名乗る人から電話がありました。",
    "カードを不正利用されました。",
    "このメールはフィッシングですか。"
  ]
}

test.each(Object.entries(FRAUDS).flatMap(([language, texts]) => texts.map((text) => [language, text] as const)))(
  "%s: a scam, a stolen account and a false caller are fraud, and can't wait: %s",
  (language, text) => {
    expect(urgencySigns(text, language)).toMatchObject({
      urgent: expect.any(String),
      escalate: { reason: "fraud" }
    })
  }
)

test.each([
  ["en", "You are a scam! Where is my refund?"],
  ["en", "It wasn't a scam after all, the parcel came."],
  ["de", "Sie sind Betrüger! Wo bleibt mein Geld?"],
  ["fr", "Vous êtes des escrocs, rendez-moi mon argent."],
  ["es", "Su empresa es una estafa, quiero mi dinero."],
  ["pt", "Vocês são uns burlões, quero o meu dinheiro."],
  ["ja", "御社は詐欺ですか。返金してください。"]
])("%s: a customer who scolds tells of no fraud: %s", (language, text) => {
  expect(urgencySigns(text, language).escalate?.reason).not.toBe("fraud")
})

test.each([
  ["en", "She has the hospital on Thursday, so please come another day.", false],
  ["en", "My father was taken to hospital after he touched it.", true],
  ["de", "Ich war zwei Wochen im Krankenhaus und konnte nicht zahlen.", false],
  ["de", "Mein Vater wurde danach ins Krankenhaus gebracht.", true],
  ["fr", "J'ai rendez-vous à l'hôpital jeudi.", false],
  ["fr", "Mon père a été transporté à l'hôpital.", true],
  ["es", "El jueves tengo cita en el hospital.", false],
  ["es", "Mi padre fue llevado al hospital.", true],
  ["pt", "Na quinta tenho consulta no hospital.", false],
  ["pt", "O meu pai foi levado ao hospital.", true],
  ["ja", "木曜日は病院の予約があります。", false],
  ["ja", "父が病院に運ばれました。", true]
])("%s: a hospital is a danger where somebody was brought there: %s", (language, text, isDanger) => {
  expect(urgencySigns(text, language).escalate?.reason === "danger").toBe(isDanger)
})

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

test("a page speaks of what is grave if it has a sign of every danger and fraud that the customer tells of", () => {
  const asked = "I was phoned by a scammer, and now I can't sign in. What do I do?"
  expect(speaksOfWhatIsGrave("If your phone is lost, sign in on the new one.", asked, "en")).toBe(false)
  expect(speaksOfWhatIsGrave("If you told somebody your code, freeze the card: it may be fraud.", asked, "en")).toBe(
    true
  )
  expect(speaksOfWhatIsGrave("Faulty chargers go back to us.", "The charger caught fire.", "en")).toBe(false)
  expect(speaksOfWhatIsGrave("If a charger smokes, unplug it.", "The charger caught fire.", "en")).toBe(true)
  expect(speaksOfWhatIsGrave("Faulty chargers go back to us.", "The charger is faulty, without any smoke.", "en")).toBe(
    true
  )
  expect(speaksOfWhatIsGrave("Her", "Dolandırıldım.", "tr")).toBe(true)
})
