import { describe, expect, test } from "vitest"
import { guardDraft } from "../../src/checks/guard/guard-draft.ts"
import { findLetterFaults } from "../../src/checks/letter-faults.ts"

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

test.each([
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
  const began = performance.now()
  for (const text of [
    "[".repeat(20_000),
    "*".repeat(20_000),
    "<".repeat(20_000),
    "a".repeat(20_000),
    "|".repeat(20_000)
  ])
    faultsOf(text)
  expect(performance.now() - began).toBeLessThan(5000)
})
