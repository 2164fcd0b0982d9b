import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { foldOf } from "../../training/replies/rows.ts"
import { evaluate } from "./command.ts"

const folder = mkdtempSync(join(tmpdir(), "replywright-eval-test-replies-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const save = (file: string, rows: object[]) => {
  writeFileSync(join(folder, file), rows.map((row) => JSON.stringify(row)).join("\n"))
  return join(folder, file)
}
const texts = save("texts.jsonl", [
  { id: 7, text: "Bring a photo and two witnesses." },
  { id: "deposit", text: "A deposit of two months is due." },
  { id: "lamp", text: "A cracked lamp is replaced." },
  { id: "de", text: "Eine gesprungene Lampe wird von uns ersetzt, das kostet Sie nichts." }
])
const docs = save("docs.jsonl", [
  {
    id: "accounts",
    title: "Search accounts",
    text: "Each new account begins with a deposit, which covers two months."
  },
  { id: "passports", title: "Passports", text: "You need a photo, and two witnesses who sign." }
])
const asked = (id: number, text: string, candidates: unknown[] = [7, "deposit", "lamp", "de"]) => ({
  id,
  thread: [{ role: "customer", text }],
  candidates
})

test("all candidates, best first, by their ids as given; a line that asks for an unknown text fails alone", async () => {
  const ran = await evaluate(
    ["rank-replies", "--candidates", texts],
    [
      asked(1, "My lamp came cracked."),
      asked(2, "Meine Lampe ist gesprungen, was kostet das?"),
      asked(3, "Hello", [7, "no"]),
      asked(4, "", [])
    ]
  )
  expect(ran.code).toBe(1)
  expect(ran.lines.map((line) => (Array.isArray(line["ranked"]) ? line["ranked"][0] : line["error"]))).toEqual([
    "lamp",
    "de",
    'Among the candidates\' texts there is none with the id "no".',
    undefined
  ])
  expect(ran.lines[0]).toEqual({ id: 1, ranked: expect.arrayContaining([7, "deposit", "lamp", "de"]) })
})

test("with help pages, what they say of the talk's matter comes first", async () => {
  const lines = [
    asked(1, "How do I get a passport?", ["deposit", 7]),
    asked(2, "How do I open a search account?", [7, "deposit"])
  ]
  const ran = await evaluate(["rank-replies", "--candidates", texts, "--knowledge", docs], lines)
  expect(ran.code).toBe(0)
  expect(ran.lines).toEqual([
    { id: 1, ranked: [7, "deposit"] },
    { id: 2, ranked: ["deposit", 7] }
  ])
})

test("without candidates, or with a file that isn't there, it ends with 2", async () => {
  for (const args of [
    [],
    ["--candidates", join(folder, "no.jsonl")],
    ["--candidates", texts, "--knowledge", join(folder, "no.jsonl")]
  ])
    expect(await evaluate(["rank-replies", ...args])).toMatchObject({ code: 2, lines: [] })
})

test("the report learns by folds over pages, and names what has seen its own rows", async () => {
  mkdirSync(join(folder, "doc2dial"))
  const topics = [
    "lamp",
    "chair",
    "parcel",
    "invoice",
    "passport",
    "garden",
    "kettle",
    "carpet",
    "mirror",
    "window",
    "ladder",
    "bottle"
  ]
  save(
    "doc2dial/docs.jsonl",
    topics.map((topic) => ({
      id: topic,
      title: topic,
      text: `A ${topic} is returned within thirty days of the purchase.`
    }))
  )
  save(
    "doc2dial/dev-utterances.jsonl",
    topics.map((topic, id) => ({ id, text: `You may return your ${topic} to us.` }))
  )
  save(
    "doc2dial/dev-replies.jsonl",
    topics.map((topic, n) => ({
      id: topic,
      doc: topic,
      history: [`user:And the ${topic}?`, "agent:Yes?", "user:I have a question."],
      candidates: topics.map((_, id) => (id + 5) % topics.length),
      gold: (n + 7) % topics.length
    }))
  )
  expect(new Set(topics.map(foldOf)).size).toBeGreaterThan(2)
  const ran = await evaluate(["report", "--data", folder, "--only", "doc2dial"])
  const figure = (metric: string) =>
    ran.lines.find((line) => line["set"] === "doc2dial, reply of 100" && line["metric"] === metric)?.["figure"]
  expect(figure("by folds: R@1")).toBe(1)
  expect(figure("by folds, with help pages: R@1")).toBe(1)
  expect(
    ran.lines.filter(({ set }) => set === "doc2dial, reply of 100 (trained on these rows)").map(({ detail }) => detail)
  ).toEqual(Array(6).fill(true))
})
