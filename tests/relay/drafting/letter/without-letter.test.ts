import { expect, test } from "vitest"
import type { RetrievedSources } from "../../../../src/models/drafter/contract.ts"
import { letter } from "../../../../src/relay/drafting/offline/offline-drafter.ts"
import { withBeginning } from "../../../../src/relay/drafting/pipeline/finish-draft.ts"
import { LANGUAGES, type Language } from "../../../../src/text/languages.ts"
import type { Answer, Refusal, Suggestion } from "../../../../src/ticket/draft.ts"
import type { ReplyVoice } from "../../../../src/ticket/team-voice.ts"
import { ticket } from "../../../knowledge/help/tickets.ts"
import { source } from "../offline-help.ts"

const REFUSAL: Refusal = { reason: "no-answer", searched: [], documents: 54, nearest: [] }
const begun = (text: string, language: Language, more: Partial<Parameters<typeof withBeginning>[1]> = {}) =>
  withBeginning(
    { text: "", answer: undefined, refusal: REFUSAL },
    { ...{ ticket: ticket("", text), language, sound: undefined, disclosure: undefined, stepQuestions: [] }, ...more }
  )
const whole = (answer: Answer | undefined) =>
  answer?.frame && `${answer.frame.opening}${answer.askBack}${answer.frame.closing}`

const LEND: Record<Language, string> = {
  en: "Do you lend lamps to schools?",
  de: "Verleihen Sie Lampen an Schulen?",
  fr: "Prêtez-vous des lampes aux écoles ?",
  es: "¿Prestan lámparas a las escuelas?",
  pt: "Emprestam candeeiros a escolas?",
  ja: "学校にランプを貸し出していますか？"
}
const LETTERS: Record<Language, string> = {
  en: "Hello [PERSON_1],\n\nThank you for your message. Could you please tell us a little more about what you need?\n\nKind regards\n[PERSON_2]",
  de: "Guten Tag [PERSON_1],\n\nvielen Dank für Ihre Nachricht. Können Sie uns bitte etwas genauer beschreiben, was Sie brauchen?\n\nFreundliche Grüße\n[PERSON_2]",
  fr: "Bonjour [PERSON_1],\n\nNous vous remercions de votre message. Pourriez-vous nous décrire un peu plus précisément votre besoin ?\n\nCordialement,\n[PERSON_2]",
  es: "Hola, [PERSON_1]:\n\nGracias por su mensaje. ¿Podría explicarnos con un poco más de detalle qué necesita?\n\nUn cordial saludo,\n[PERSON_2]",
  pt: "Olá, [PERSON_1],\n\nAgradecemos a sua mensagem. Poderia explicar-nos com um pouco mais de detalhe do que precisa?\n\nAtenciosamente,\n[PERSON_2]",
  ja: "[PERSON_1]様\n\nお問い合わせいただき、ありがとうございます。恐れ入りますが、ご要望について、もう少し詳しくお聞かせいただけますか。\n\n何卒よろしくお願いいたします。\n[PERSON_2]"
}

test.each(LANGUAGES)(
  "%s: where nothing answers, a letter can begin that asks back and says nothing else",
  (language) => {
    expect(whole(begun(LEND[language], language))).toBe(LETTERS[language])
  }
)

test("what the ticket leaves open chooses the question: what happens, what is wanted, or more about it", () => {
  expect(begun("My lamp is broken.", "en")?.askBack).toBe(
    "Could you please describe in a little more detail what happens?"
  )
  expect(begun("The lamp, blue, number 4.", "en")?.askBack).toBe("Could you please tell us what we can do for you?")
})

const INFORMAL: ReplyVoice = {
  name: "warm",
  persona: "",
  examples: [],
  channel: "mail",
  formality: "informal",
  most: {},
  forbidden: [],
  preferred: [],
  products: [],
  greetings: ["Hallo {name}!"],
  greets: "all",
  opens: "all",
  signOffs: ["Bis bald\n{agent}"],
  isSigned: true
}

test("the team's voice greets, addresses and closes, and its disclosure stands below", () => {
  expect(whole(begun(LEND.de, "de", { sound: INFORMAL, disclosure: "Mit Hilfe geschrieben." }))).toBe(
    "Hallo [PERSON_1]!\n\nVielen Dank für deine Nachricht. Kannst du uns bitte etwas genauer beschreiben, was du brauchst?\n\nBis bald\n[PERSON_2]\n\nMit Hilfe geschrieben."
  )
})

test("what a playbook misses is asked in the team's own words", () => {
  const stepQuestions = ["What is your order number?", "When did it arrive?"]
  expect(begun("My lamp is broken.", "en", { stepQuestions })?.askBack).toBe(
    "What is your order number? When did it arrive?"
  )
})

test("nothing is begun for a letter that is there, for thanks, or in a language that isn't written", () => {
  const given = {
    ticket: ticket("", LEND.en),
    language: "en",
    sound: undefined,
    disclosure: undefined,
    stepQuestions: []
  }
  const sure: Answer = { tier: "sure", suggestions: [] }
  expect(withBeginning({ text: "Hello.", answer: sure, refusal: undefined }, given)).toBe(sure)
  const thanks: Refusal = { ...REFUSAL, reason: "nothing-asked" }
  expect(withBeginning({ text: "", answer: undefined, refusal: thanks }, given)).toBeUndefined()
  const italian = { ...given, language: "it" }
  expect(withBeginning({ text: "", answer: undefined, refusal: REFUSAL }, italian)).toBeUndefined()
})

const PAGE =
  "When a parcel is shown as delivered but missing, look with the neighbours. Then we ask the carrier to search for the parcel. The carrier answers within five working days."
const MACRO =
  "Hello,\n\nWe ask the carrier to search for the parcel. Please send us your order number. The carrier answers within five working days.\n\nKind regards"

test("a macro that leads tells which of its sentences it leaves out, and where they would go", () => {
  const macro = source(2, "en", "Search begun", MACRO, { kind: "macro", score: 0.9 })
  const found: RetrievedSources = {
    sources: [source(1, "en", "Missing parcels", PAGE), macro],
    searched: [],
    documents: 40,
    leading: macro.id
  }
  const leads = (text: string) => {
    const parts = letter({
      request: { ticket: ticket("Missing parcel", text) },
      retrieval: found,
      language: "en",
      voice: undefined,
      wordings: []
    })
    const text_ = parts.map((part) => ("text" in part ? part.text : "")).join("")
    return { text: text_, answer: parts.flatMap((part) => ("answer" in part ? [part.answer] : []))[0] }
  }
  const asked = "My parcel LL-48213 is shown as delivered but it is missing. Who asks the carrier to search for it?"
  const { text, answer } = leads(asked)
  const left: Suggestion[] = [
    {
      source: 2,
      text: "Please send us your order number.",
      at: 1,
      after: "We ask the carrier to search for the parcel."
    }
  ]
  expect(answer?.notSaid).toEqual(left)
  expect(text).not.toContain("order number")
  const without = leads(asked.replace("LL-48213 ", ""))
  expect(without.text).toContain("Please send us your order number.")
  expect(without.answer).not.toHaveProperty("notSaid")
})
