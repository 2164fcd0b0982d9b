import { afterEach, beforeEach, expect, test } from "vitest"
import type { Drafter, DraftJob, DraftPart } from "../../src/models/drafter/contract.ts"
import { ModelError } from "../../src/models/drafter/contract.ts"
import { createModelDrafter } from "../../src/models/openai/openai-drafter.ts"
import { startModelDouble, type ModelDouble } from "./double.ts"
import { jobOf } from "./job.ts"

let server: ModelDouble
let drafter: Drafter
beforeEach(async () => {
  server = await startModelDouble()
  drafter = createModelDrafter({ baseUrl: server.url, apiKey: "sk-test", name: "double-small", pauseMs: 1 })
})
afterEach(() => server.close())

async function written(job: DraftJob = jobOf()): Promise<DraftPart[]> {
  return Array.fromAsync(drafter.write(job, new AbortController().signal))
}
const textOf = (all: DraftPart[]) => all.map((one) => ("text" in one ? one.text : "")).join("")

test("the exact body first, then the letter as it comes, tokens and blanks", async () => {
  const letter =
    "Hello [PERSON_1],\n\nit comes on [[delivery date]] or [[delivery date]] by [[carrier]].\n\nKind regards\n[PERSON_2]"
  // The pause is longer than a busy process may wait for more.
  server.next({ kind: "text", text: letter, pieces: 15, paceMs: 60 })
  const all = await written()
  const seen = await server.request(0)
  expect(all[0]).toEqual({ upstream: { url: `${server.url}/chat/completions`, body: seen.body } })
  expect(JSON.stringify(all)).not.toContain("sk-test")
  expect(seen.headers.authorization).toBe("Bearer sk-test")
  expect(JSON.parse(seen.body)).toMatchObject({
    model: "double-small",
    stream: true,
    messages: [{ role: "system" }, { role: "user" }]
  })
  expect(all.filter((one) => "text" in one).length).toBeGreaterThan(5)
  expect(textOf(all)).toBe(letter)
  expect(all.slice(-2)).toEqual([
    { tokens: { in: 11, out: 7 } },
    { questions: [{ blank: "delivery date" }, { blank: "carrier" }] }
  ])
})

test.each([
  "[[NO ANSWER]]",
  "  [[NO ANSWER]]\n",
  "**[[no_answer]]**",
  '"[[No Answer]]".',
  "`[[NO ANSWER]]` The sources say nothing of it.",
  "[[NO_ANSWER]]",
  "[NO ANSWER]",
  "(no answer)",
  "**NO ANSWER**",
  "NO ANSWER\n\nThe sources don't say it.",
  "[[KEINE ANTWORT]]",
  "[[SIN RESPUESTA]]",
  "[[AUCUNE RÉPONSE]]",
  "【回答なし】",
  "[[SEM RESPOSTA]]"
])("%s is a refusal and no letter", async (text) => {
  for (const pieces of [1, 3, 100]) {
    server.next({ kind: "text", text, pieces })
    const all = await written()
    expect(textOf(all)).toBe("")
    expect(all.at(-1)).toEqual({
      refusal: {
        reason: "no-answer",
        searched: ["lamp", "back"],
        documents: 12,
        nearest: [
          { title: "Returning a lamp", why: "How long" },
          { title: "Goodwill", why: "" }
        ]
      }
    })
  }
})

test.each(["[[No idea which lamp]] is meant?", "[PERSON_1], hello", "**", "[[NO"])("%s is a letter", async (text) => {
  for (const pieces of [1, 100]) {
    server.next({ kind: "text", text, pieces })
    const all = await written()
    expect(textOf(all)).toBe(text)
    expect(all.some((one) => "refusal" in one)).toBe(false)
  }
})

test.each([
  "I can't help with that.",
  "I'm sorry, but I'm unable to assist with this request.",
  "Hello [PERSON_1],\n\nI’m sorry, but I cannot help with this.\n\nKind regards\n[PERSON_2]",
  "Es tut mir leid, aber dabei kann ich nicht helfen.",
  "Lo siento, pero no puedo ayudar con esa solicitud.",
  "Je suis désolée, mais je ne peux pas répondre à cette demande.",
  "申し訳ありませんが、そのご要望にはお応えできません。",
  "Desculpe, mas não posso ajudar com isso."
])("%s is no letter but a model's refusal", async (text) => {
  server.next({ kind: "text", text, pieces: 4 })
  expect((await written()).at(-1)).toHaveProperty("refusal.reason", "no-answer")
})

test("the mark of a gap is read in the languages that a model puts it into", async () => {
  for (const mark of [
    "NO_SOURCE",
    "no source",
    "keine Quelle",
    "sin fuente",
    "aucune source",
    "出典なし",
    "sem fonte"
  ]) {
    server.next({ kind: "text", text: `Hello,\n\nit takes 30 days.\n\n[[${mark}: who pays]]`, pieces: 9 })
    const all = await written()
    expect(textOf(all)).toBe("Hello,\n\nit takes 30 days.\n\n[[no source: who pays]]")
    expect(all.at(-1)).toEqual({ questions: [{ blank: "no source: who pays", why: "No source answers this." }] })
  }
})

test("source marks of any form come beside the text, and a list of sources goes", async () => {
  for (const mark of ["[^1]", "(Source 1)", "(Quelle 1)", "(fuente 1)", "（出典1）", "[source 1]", "【1】"]) {
    const text = `Hello,\n\nit takes 30 days ${mark}.\n\nKind regards\n\nSources:\n- [1] Returning a lamp`
    server.next({ kind: "text", text, pieces: 9 })
    const all = await written()
    expect(textOf(all)).toBe("Hello,\n\nit takes 30 days.\n\nKind regards")
    expect(all.flatMap((one) => ("cites" in one ? [one.cites] : []))).toEqual([[1]])
  }
})

test("a text that is reworded keeps its form, and what it refuses", async () => {
  for (const text of ["* one\n* two", "I can't help with that.", '"Hello"']) {
    server.next({ kind: "text", text, pieces: 3 })
    const all = await written({ ...jobOf(), rewrite: { text, change: "spelling" } })
    expect(textOf(all)).toBe(text)
    expect(all.at(-1)).not.toHaveProperty("refusal")
  }
})

test("source numbers come beside the text, in any split, and a gap is a question with its reason", async () => {
  const letter = "Hello,\n\nit takes 30 days [1]. Send it back. [1][2]\n\n[[no source: who pays]]"
  for (const pieces of [1, 4, 100]) {
    server.next({ kind: "text", text: letter, pieces })
    const all = await written()
    expect(textOf(all)).toBe("Hello,\n\nit takes 30 days. Send it back.\n\n[[no source: who pays]]")
    expect(all.flatMap((one) => ("cites" in one ? [one.cites] : []))).toEqual([[1], [1], [2]])
    expect(all.at(-1)).toEqual({ questions: [{ blank: "no source: who pays", why: "No source answers this." }] })
  }
})

test.each(["[[NO ANSWER]]", "[[NO_ANSWER]]", "**[NO ANSWER]**", "[[KEINE ANTWORT]]"])(
  "%s that slips into a letter is told as a refusal too",
  async (mark) => {
    server.next({ kind: "text", text: `Hello [PERSON_1],\n\n${mark}\n\nRegards` })
    expect((await written()).at(-1)).toHaveProperty("refusal.reason", "no-answer")
  }
)

test("what came before a failure is kept, and nothing is said of blanks", async () => {
  server.next({ kind: "cut", text: "Hello [PERSON_1], [[day" })
  const all: DraftPart[] = []
  const reading = (async () => {
    for await (const one of drafter.write(jobOf(), new AbortController().signal)) all.push(one)
  })()
  await expect(reading).rejects.toThrow(ModelError)
  expect(textOf(all)).toBe("Hello [PERSON_1], [[day")
  expect(all.some((one) => "questions" in one)).toBe(false)
  server.next({ kind: "text", text: " \n " })
  await expect(written()).rejects.toMatchObject({ code: "model-empty" })
})

test("a person who leaves ends the model's work", async () => {
  const person = new AbortController()
  server.next({ kind: "silent", text: "Hello [PERSON_1]" })
  const writing = drafter.write(jobOf(), person.signal)
  const reading = (async () => {
    for await (const one of writing) if ("text" in one) person.abort(new Error("left"))
  })()
  await expect(reading).rejects.toThrow("left")
  expect(await (await server.request(0)).closed).toEqual({ early: true })
})

test("the fingerprint follows model and temperature, not the address", () => {
  const of = (name: string, more: { temperature?: number; baseUrl?: string } = {}) =>
    createModelDrafter({ baseUrl: server.url, name, ...more }).fingerprint
  expect(new Set([of("a"), of("b"), of("a", { temperature: 0 })]).size).toBe(3)
  expect(of("a", { baseUrl: "http://other/v1" })).toBe(of("a"))
})
