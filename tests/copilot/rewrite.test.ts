import { expect, test } from "vitest"
import type { RewriteAnswer, TextToTranslate } from "../../src/protocol/search.ts"
import { KEY, openWorld } from "./help/world.ts"

const ANSWER: RewriteAnswer = {
  text: "Hello [PERSON_1], it comes in 5 days.",
  rows: [
    {
      before: "Dear [PERSON_1], it comes in 3 days.",
      after: "Hello [PERSON_1], it comes in 5 days.",
      changes: [{ kind: "figure", before: "3 days", after: "5 days" }]
    }
  ],
  writer: "model-a",
  upstream: { asked: true, model: "model-a" }
}

async function drafted() {
  const all = await openWorld()
  await all.panel.draft("ready")
  all.relay.relay.rewrite = ANSWER
  return all
}

test("a text leaves masked, and what comes back names the people again; the draft isn't touched", async () => {
  const all = await drafted()
  const before = (await all.panel.draft("ready")).text
  const text = "Dear Anna Bergmann, it comes in 3 days. Write to otto@post.example about [[the colour]]."
  const answer = await all.ask({ kind: "panel-rewrite", key: KEY, change: "shorter", text })
  const [lookup] = all.relay.seen.lookups
  expect(lookup?.path).toBe("/v1/rewrite")
  expect(lookup?.body).not.toMatch(/Anna|Bergmann|otto@/)
  expect(JSON.parse(lookup?.body ?? "")).toMatchObject({ change: "shorter", locale: "en" })
  expect(answer).toMatchObject({
    ok: true,
    rewrite: {
      before: text,
      text: "Hello Anna Bergmann, it comes in 5 days.",
      rows: [{ before: "Dear Anna Bergmann, it comes in 3 days.", changes: [{ before: "3 days", after: "5 days" }] }]
    }
  })
  expect((await all.panel.draft("ready")).text).toBe(before)
  const saw = await all.ask({ kind: "panel-inspect", key: KEY })
  expect(saw).toMatchObject({ saw: { requests: expect.arrayContaining([expect.objectContaining(lookup)]) } })
})

test("the reply in the editor is reworded without its quote, and replaced only where it still stands", async () => {
  const all = await drafted()
  all.page.editor =
    "Dear Anna Bergmann, it comes in 3 days.\n\nOn Tue, 3 Nov 2026 at 10:00, Anna wrote:\n> Where is it?"
  const answer = await all.ask({ kind: "panel-rewrite", key: KEY, change: "friendlier" })
  const { before, text } = (answer as { rewrite: { before: string; text: string } }).rewrite
  expect(before).toBe("Dear Anna Bergmann, it comes in 3 days.")
  expect(await all.ask({ kind: "panel-rewrite-put", key: KEY, was: before, text })).toEqual({ ok: true })
  expect(all.page.editor).toMatch(/^Hello Anna Bergmann, it comes in 5 days\.\n\nOn Tue/)
  expect(await all.ask({ kind: "panel-rewrite-put", key: KEY, was: before, text })).toEqual({
    ok: false,
    code: "words-changed"
  })
})

test("bad input: no text, too much, no model, a relay that is away", async () => {
  const all = await drafted()
  const ask = (text: string) => all.ask({ kind: "panel-rewrite", key: KEY, change: "formal", text })
  expect(await ask(" \n")).toEqual({ ok: false, code: "rewrite-empty" })
  expect(await ask("x".repeat(100_000))).toEqual({ ok: false, code: "rewrite-long" })
  expect(all.relay.seen.lookups).toEqual([])
  all.relay.relay.rewrite = undefined
  expect(await ask("It comes tomorrow.")).toEqual({ ok: false, code: "rewrite-no-model" })
})

test("the agent's own words for what to change leave masked too; without any nothing is asked", async () => {
  const all = await drafted()
  const ask = (wish?: string) => all.ask({ kind: "panel-rewrite", key: KEY, change: "wish", text: "It comes.", wish })
  expect(await ask("  ")).toEqual({ ok: false, code: "rewrite-no-wish" })
  expect(await ask()).toEqual({ ok: false, code: "rewrite-no-wish" })
  expect(await ask("Call her Anna Bergmann")).toMatchObject({ ok: true })
  const [lookup] = all.relay.seen.lookups
  expect(JSON.parse(lookup?.body ?? "")).toMatchObject({ change: "wish", wish: "Call her [PERSON_1]" })
})

test("with spelling go the text's words that the ticket or its sources have too, and nothing else of them", async () => {
  const all = await drafted()
  const text = "Dear Anna Bergmann, the Lumnia lampp will ariive. Where is it?"
  all.page.add({
    visibility: "public",
    role: "customer",
    author: "Anna Bergmann",
    text: "My lampp is gone, Anna Bergmann."
  })
  await all.opened()
  await all.ask({ kind: "panel-rewrite", key: KEY, change: "spelling", text })
  const { keep } = JSON.parse(all.relay.seen.lookups.at(-1)?.body ?? "") as { keep: string[] }
  expect(keep).toContain("lampp")
  expect(keep).not.toContain("ariive")
  expect(keep.filter((word) => !text.includes(word))).toEqual([])
  expect(keep.join(" ")).not.toMatch(/Anna|Bergmann/)
})

test("the newest public messages are translated one by one, masked, without notes, and come back with their names", async () => {
  const all = await drafted()
  all.page.add({ visibility: "internal", role: "agent", author: "Tom", text: "The driver lost the parcel in Venlo." })
  for (let n = 0; n < 7; n++)
    all.page.add({ visibility: "public", role: "customer", author: "Anna Bergmann", text: `Anna Bergmann asks ${n}.` })
  await all.opened()
  const answer = await all.ask({ kind: "panel-translate", key: KEY, change: "to-de" })
  // It is only read, so nobody has to judge it.
  for (const { body } of all.relay.seen.lookups) expect(JSON.parse(body)).toMatchObject({ verify: false })
  const sent = all.relay.seen.lookups.map(({ body }) => body)
  expect(sent).toHaveLength(6)
  expect(sent.join()).not.toMatch(/Anna|Bergmann|Venlo/)
  expect(sent.every((body) => body.includes('"change":"to-de"'))).toBe(true)
  expect(answer).toMatchObject({
    ok: true,
    translated: Array.from({ length: 6 }, () => ({
      author: "Anna Bergmann",
      role: "customer",
      rows: [{ after: "Hello Anna Bergmann, it comes in 5 days." }],
      writer: "model-a"
    }))
  })
  all.relay.relay.rewrite = undefined
  expect(await all.ask({ kind: "panel-translate", key: KEY, change: "to-de" })).toEqual({
    ok: false,
    code: "rewrite-no-model"
  })
})

test("the browser's translator gets masked texts with their languages, and nothing goes to the relay", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  const sent = all.relay.seen.lookups.length
  const text = "Dear Anna Bergmann, the parcel comes in 3 days. Write to otto@post.example, please."
  const answer = await all.ask({ kind: "panel-texts", key: KEY, of: "draft", text, change: "to-de" })
  const [own] = (answer as { texts: TextToTranslate[] }).texts
  expect(own).toMatchObject({ before: text, language: "en" })
  expect(own?.masked).toMatch(/^Dear \[PERSON_1\], the parcel comes in 3 days\. Write to \[EMAIL_\d+\], please\.$/)
  const after = (own?.masked ?? "").replace(/^.*3 days\./, "Guten Tag [PERSON_1], das Paket kommt in 30 Tagen.")
  const compared = await all.ask({
    kind: "panel-compare-translation",
    key: KEY,
    change: "to-de",
    texts: [{ before: own?.masked ?? "", after }]
  })
  expect(compared).toMatchObject({
    ok: true,
    compared: [
      {
        text: "Guten Tag Anna Bergmann, das Paket kommt in 30 Tagen. Write to otto@post.example, please.",
        rows: [{ changes: [{ kind: "figure", before: "3 days", after: "30 Tagen" }] }, { changes: [] }]
      }
    ]
  })
  expect(all.relay.seen.lookups).toHaveLength(sent)
})

test("of the thread it gets the newest public messages; an empty reply is refused with the reason", async () => {
  const all = await openWorld()
  await all.panel.draft("ready")
  all.page.add({ visibility: "internal", role: "agent", author: "Tom", text: "The driver lost the parcel in Venlo." })
  all.page.add({
    visibility: "public",
    role: "customer",
    author: "Anna Bergmann",
    text: "Anna Bergmann fragt noch einmal nach dem Paket."
  })
  await all.opened()
  const answer = await all.ask({ kind: "panel-texts", key: KEY, of: "thread", change: "to-en" })
  const { texts } = answer as { texts: TextToTranslate[] }
  expect(texts.at(-1)).toMatchObject({
    author: "Anna Bergmann",
    role: "customer",
    before: "Anna Bergmann fragt noch einmal nach dem Paket.",
    masked: "[PERSON_1] fragt noch einmal nach dem Paket.",
    language: "de"
  })
  expect(JSON.stringify(texts)).not.toContain("Venlo")
  const masked = texts.map((one) => one.masked).join("\n")
  expect(masked).not.toMatch(/Anna|Bergmann/)
  const empty = await all.ask({ kind: "panel-texts", key: KEY, of: "draft", text: " ", change: "to-en" })
  expect(empty).toEqual({ ok: false, code: "rewrite-empty" })
})
