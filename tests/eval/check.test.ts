import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { evaluate } from "./command.ts"

const folder = mkdtempSync(join(tmpdir(), "replywright-eval-test-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const file = (name: string, lines: object[]): string => {
  const path = join(folder, name)
  writeFileSync(path, lines.map((line) => JSON.stringify(line)).join("\n"))
  return path
}
let knowledge = ""
beforeAll(() => {
  knowledge = file("docs.jsonl", [
    {
      id: 7,
      title: "Returning a lamp",
      text: "You can return a lamp within 45 days. Used lamps are not taken back.",
      locale: "en"
    }
  ])
})

const ticket = {
  helpdesk: "zendesk",
  ticketId: "1",
  subject: "Lamp",
  tags: [],
  requester: { name: "Maya Whitlock" },
  agent: { name: "Tom Baker" },
  messages: [
    {
      id: "1",
      author: "Maya Whitlock",
      role: "customer",
      visibility: "public",
      at: "2026-03-04T10:00:00Z",
      text: "How long can I return a lamp? I have used it."
    }
  ]
}
const LETTER =
  "Hello Maya Whitlock,\n\nYou can return a lamp within 45 days [1]. Used lamps are taken back in the shop as well [1].\n\nKind regards\nTom Baker"
const WRONG = "Used lamps are taken back in the shop as well."
const check = (options: string[], line: object = {}) =>
  evaluate(["check", "--knowledge", knowledge, ...options], [{ id: "a", ticket, letter: LETTER, ...line }])

test("rules alone: the letter as the panel shows it, by sentences, with their sources", async () => {
  const { code, lines } = await check(["--rules"])
  expect(code).toBe(0)
  expect(lines[0]).toMatchObject({
    id: "a",
    text: LETTER.replaceAll(" [1]", ""),
    refused: false,
    faults: [],
    holds: false,
    sources: [{ n: 1, id: 7 }],
    unanswered: []
  })
  expect(lines[0]?.["sentences"]).toContainEqual({
    start: 22,
    end: 59,
    text: "You can return a lamp within 45 days.",
    state: "supported",
    marked: false,
    holds: false,
    sources: [1]
  })
})

test("given verdicts stand for the verifier's, by a sentence's words; the others are unclear", async () => {
  const verdicts = file("verdicts.jsonl", [
    {
      id: "a",
      sentence: "used lamps are taken back in the  shop as well [1].",
      verdict: "contradicted",
      evidence: ["Used lamps are not taken back."],
      why: "used lamps aren't taken back"
    },
    { id: "b", sentence: "You can return a lamp within 45 days.", verdict: "not-supported" }
  ])
  const { lines } = await check(["--verdicts", verdicts])
  expect(lines[0]).toMatchObject({ holds: true })
  const sentences = lines[0]?.["sentences"]
  expect(sentences).toContainEqual(
    expect.objectContaining({
      text: WRONG,
      state: "contradicts",
      marked: true,
      holds: true,
      reason: "verifier",
      why: "used lamps aren't taken back",
      sources: [1]
    })
  )
  expect(sentences).toContainEqual(
    expect.objectContaining({ text: "You can return a lamp within 45 days.", holds: false })
  )
})

test("what a verifier would be sent is written a line a request, masked, with the ticket's day", async () => {
  const requests = join(folder, "requests.jsonl")
  const { said } = await check(["--requests", requests])
  expect(said).toContain("1 requests to the verifier")
  const { id, messages } = JSON.parse(readFileSync(requests, "utf8").trim())
  expect(id).toBe("a")
  expect(messages[1].content).toContain("Today is Wednesday, 2026-03-04.")
  expect(messages[1].content).toContain(WRONG)
  expect(JSON.stringify(messages)).not.toMatch(/Maya|Whitlock|Baker/)
})

test("a letter with a fault is asked for once more: the second one is shown, or the first with its fault", async () => {
  const letter = `We need to write a reply to the customer about returns.\n\n${LETTER}`
  const [repaired, left] = [await check(["--rules"], { letter, second: LETTER }), await check(["--rules"], { letter })]
  expect(repaired.lines[0]).toMatchObject({ text: LETTER.replaceAll(" [1]", ""), faults: [] })
  expect(left.lines[0]?.["faults"]).toContain("thoughts")
})

test("a refusal has no letter", async () => {
  const { lines } = await check(["--rules"], { letter: "[[NO ANSWER]]" })
  expect(lines[0]).toMatchObject({ text: "", refused: true, sentences: [], holds: false })
})

test("options that exclude each other are refused with a sentence", async () => {
  const { code, said } = await check(["--rules", "--verdicts", "none.jsonl"])
  expect(code).toBe(2)
  expect(said).toContain("--rules asks no verifier")
})
