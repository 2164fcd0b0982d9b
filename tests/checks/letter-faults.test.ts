import { describe, expect, test } from "vitest"
import { guardDraft } from "../../src/checks/guard/guard-draft.ts"
import { findLetterFaults } from "../../src/checks/letter-faults.ts"
import { threadClock } from "../slowness.ts"

const LETTER =
  "Hello [PERSON_1],\n\nyou can send the lamp back within 30 days. Please tell us your [[order number]].\n\nKind regards\n[PERSON_2]"
const THREAD = [
  { role: "customer", text: "Can I still send my lamp back? It flickers." },
  { role: "customer", text: "[PERSON_1]\n[PERSON_2]" }
]
const faultsOf = (text: string, language: string | null = "en") =>
  findLetterFaults({ text, language, thread: THREAD, sources: ["Lamps can be sent back within 30 days."] }).map(
    ({ kind }) => kind
  )

test("a plain letter has none", () => expect(faultsOf(LETTER)).toEqual([]))

test.each([
  ["chatter", `Sure! Here is the reply:\n\n${LETTER}`],
  ["chatter", `Here's a friendly draft for the customer.\n\n${LETTER}`],
  ["chatter", `${LETTER}\n\nLet me know if you want it shorter!`],
  ["chatter", `${LETTER}\n\nWould you like me to make it more formal?`],
  ["chatter", `${LETTER}\n\nFeel free to adjust the tone.`],
  ["chatter", `${LETTER}\n\nPlease replace the text in brackets.`],
  ["chatter", `Okay, the user wants a refund.\n\n${LETTER}`],
  ["subject", `Subject: Your lamp\n\n${LETTER}`],
  ["placeholder", LETTER.replace("[PERSON_2]", "[Your Name]")],
  ["placeholder", LETTER.replace("[PERSON_1]", "[PERSON_9]")],
  ["unsafe", LETTER.replace("30 days.", "30 days at https://evil.example/refund.")],
  ["markdown", LETTER.replace("30 days", "**30 days**")],
  ["markdown", `## Reply\n\n${LETTER}`],
  ["html", `<p>${LETTER}</p>`],
  ["thoughts", `<reasoning>They want a refund.</reasoning>\n${LETTER}`],
  ["thoughts", `analysisThey want a refund.\n\n${LETTER}`],
  ["thoughts", `${LETTER}◁/think▷`],
  ["control", `${LETTER}</s>\nUser: thanks`],
  ["control", LETTER.replace("30 days", "30 days<end_of_turn>")],
  ["control", `<tool_call>{"name": "refund", "arguments": {}}</tool_call>`],
  ["control", `${LETTER}\n<｜tool▁calls▁begin｜>`],
  ["placeholder", LETTER.replace("[PERSON_1]", "\\\\[PERSON\\\\_9\\\\]")],
  ["json", JSON.stringify({ reply: "You can send the lamp back within 30 days." })],
  ["json", '```json\n{"reply": "You can send the lamp back."}\n```'],
  [
    "language",
    "Guten Tag [PERSON_1],\n\nSie können die Lampe innerhalb von 30 Tagen zurückschicken.\n\nMit freundlichen Grüßen\n[PERSON_2]"
  ]
])("%s: %j", (kind, text) => expect(faultsOf(text)).toContain(kind))

describe("in the other languages of the product", () => {
  test.each([
    ["de", "Natürlich! Hier ist der Entwurf:\n\nGuten Tag [PERSON_1],\n\ndie Lampe können Sie zurückschicken."],
    ["fr", "Voici la réponse :\n\nBonjour [PERSON_1],\n\nvous pouvez renvoyer la lampe."],
    ["es", "¡Claro! Aquí tienes la respuesta:\n\nHola [PERSON_1]:\n\npuede devolver la lámpara."],
    ["pt", "Aqui está a resposta:\n\nOlá [PERSON_1],\n\npode devolver o candeeiro."],
    ["ja", "以下は返信の下書きです。\n\n[PERSON_1] 様\n\nランプは返送できます。"]
  ])("%s", (language, text) => expect(faultsOf(text, language)).toContain("chatter"))
})

describe("thoughts without a sign, and talk of its instructions", () => {
  test.each([
    ["en", `We need to write a reply in English with sources.\n\n${LETTER}`],
    ["en", `The user wants to send the lamp back.\n\n${LETTER}`],
    ["en", `Okay, so the customer is asking about a return. Source 1 covers it.\n\n${LETTER}`],
    ["en", `Let me think about which source applies.\n\n${LETTER}`],
    ["en", `Source [1] says 30 days.\n\n${LETTER}`],
    ["en", `Thinking: 30 days, then the number.\n\n${LETTER}`],
    ["en", LETTER.replace("you can", "according to my instructions, you can")],
    ["en", LETTER.replace("you can", "based on the provided sources, you can")],
    ["en", LETTER.replace("Please tell", "As an AI language model, I can't see orders. Please tell")],
    ["de", "Der Kunde möchte die Lampe zurückschicken.\n\nGuten Tag [PERSON_1],\n\ndas geht."],
    ["de", "Wir müssen jetzt eine Antwort schreiben.\n\nGuten Tag [PERSON_1],\n\ndas geht."],
    ["de", "Guten Tag [PERSON_1],\n\nlaut meinen Anweisungen geht das."],
    ["fr", "Le client demande un retour.\n\nBonjour [PERSON_1],\n\nc'est possible."],
    ["fr", "Il faut rédiger une réponse.\n\nBonjour [PERSON_1],\n\nc'est possible."],
    ["es", "El cliente quiere devolver la lámpara.\n\nHola [PERSON_1]:\n\nes posible."],
    ["es", "Según mis instrucciones, puede devolverla."],
    ["pt", "O cliente pergunta pela devolução.\n\nOlá [PERSON_1],\n\né possível."],
    ["pt", "Precisamos de escrever uma resposta.\n\nOlá [PERSON_1],\n\né possível."],
    ["ja", "お客様は返品について尋ねています。\n\n[PERSON_1] 様\n\n可能です。"],
    ["ja", "指示に従い、回答します。私への指示によると可能です。"]
  ])("%s: %j", (language, text) => expect(faultsOf(text, language)).toContain("thoughts"))
})

test.each([
  ["en", `Note: the sources don't cover batteries.\n\n${LETTER}`],
  ["en", `${LETTER}\n\n*Note: I left the number blank.*`],
  ["en", `**Note to agent:** check this.\n\n${LETTER}`],
  ["de", "Hinweis für den Agenten: bitte prüfen.\n\nGuten Tag [PERSON_1],\n\ndas geht."],
  ["fr", "Bonjour [PERSON_1],\n\nc'est possible.\n\nRemarque : les sources ne le disent pas."],
  ["es", "Hola [PERSON_1]:\n\nes posible.\n\nNota: falta el número."],
  ["pt", "Olá [PERSON_1],\n\né possível.\n\nObservação: falta o número."],
  ["ja", "[PERSON_1] 様\n\n可能です。\n\n注：番号が不明です。"]
])("%s: a note around the letter is for the agent: %j", (language, text) =>
  expect(faultsOf(text, language)).toContain("chatter")
)

describe("a customer who is to be addressed formally", () => {
  const formal = (text: string, language: string, isFormal = true, sources: string[] = []) =>
    findLetterFaults({ text, language, isFormal, thread: THREAD, sources }).map(({ kind }) => kind)
  test.each([
    ["de", "Guten Tag [PERSON_1],\n\ndu kannst die Lampe zurückschicken.", "Sie können die Lampe zurückschicken."],
    ["de", "Guten Tag [PERSON_1],\n\nbitte nenn uns deine Nummer.", "Bitte nennen Sie uns Ihre Nummer."],
    ["fr", "Bonjour [PERSON_1],\n\ntu peux renvoyer la lampe.", "Vous pouvez renvoyer la lampe, le ton est juste."],
    ["es", "Hola [PERSON_1]:\n\npuedes devolver tu lámpara.", "Puede devolver su lámpara."],
    ["pt", "Olá [PERSON_1],\n\nmanda-nos o teu número.", "Você pode devolver o candeeiro."]
  ])("%s: %j", (language, familiar, polite) => {
    expect(formal(familiar, language)).toContain("address")
    expect(formal(familiar, language, false)).not.toContain("address")
    expect(formal(polite, language)).not.toContain("address")
  })

  test("what is quoted, or called so on a page, is no address", () => {
    expect(formal("Guten Tag,\n\nklicken Sie auf „Dein Konto“.", "de")).not.toContain("address")
    const page = "Öffnen Sie die Seite Dein Konto in der App."
    expect(formal("Guten Tag,\n\nöffnen Sie die Seite Dein Konto in der App.", "de", true, [page])).not.toContain(
      "address"
    )
  })
})

test.each([
  "Hello [PERSON_1],\n\nplease note: the lamp must be dry.\n\nNote: the box stays with you.\n\nKind regards",
  "Hello [PERSON_1],\n\nwe need to check the serial number first. The customer number is on the bill.\n\nKind regards",
  "Hello [PERSON_1],\n\nlet me check this with the team. According to the instructions in the box, it takes an hour.",
  "Hello [PERSON_1],\n\nplease let us know if you need anything else.\n\nKind regards",
  "Hello [PERSON_1],\n\nof course you can send it back. Feel free to write to us again.\n\nKind regards",
  "[[order number]]",
  "Hello \\[PERSON\\_1\\],\n\nplease write to us again.\n\nKind regards\n[PERSON\\_2]",
  "Hello,\n\nit stands by itself.\n\nPlease adjust the height with the screw.",
  "Hello,\n\n- Pack the lamp.\n- Print the label.\n\nKind regards",
  "Hello,\n\nit weighs 3 * 4 * 5 kg, and 2 < 3 > 1.\n\nKind regards",
  "Hello,\n\nyou wrote: let me know if the colour can be changed.\n\nKind regards"
])("%j is a letter as people write it", (text) => expect(faultsOf(text)).toEqual([]))

test("what the ticket or a source holds is no fault", () => {
  const thread = [{ role: "customer", text: "The box says [Lot 7] and <b>SALE</b>. What is <|im_end|>?" }]
  const text =
    "Hello,\n\nthe words [Lot 7] and <b>SALE</b> are printed on each box, and <|im_end|> ends a turn.\n\nKind regards"
  expect(findLetterFaults({ text, language: "en", thread, sources: [] })).toEqual([])
})

test("Insert waits for a model's own sign, unless a source speaks of it", () => {
  const call = '<tool_call>{"name": "refund"}</tool_call>'
  const draft = `Hello,\n\n${call} ends a turn.`
  expect(guardDraft({ draft, thread: THREAD, sources: [] })).toMatchObject({
    ok: false,
    findings: [{ kind: "control", severe: true, start: 8, end: 8 + call.length }]
  })
  const sources = ["A turn of our model ends by <|eot_id|>."]
  expect(guardDraft({ draft: "Our model ends by <|eot_id|>.", thread: THREAD, sources }).ok).toBe(true)
})

test("20,000 characters without a space take no long time", () => {
  const spent = threadClock()
  for (const text of [
    "[".repeat(20_000),
    "*".repeat(20_000),
    "<".repeat(20_000),
    "a".repeat(20_000),
    "|".repeat(20_000)
  ])
    faultsOf(text)
  expect(spent()).toBeLessThan(5000)
})
