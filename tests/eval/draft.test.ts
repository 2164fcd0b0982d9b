import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import * as z from "zod/mini"
import { evaluate } from "./command.ts"

const folder = mkdtempSync(join(tmpdir(), "replywright-eval-test-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const DOCUMENTS = [
  {
    id: 7,
    title: "Returning a lamp",
    text: "You can return a lamp within 45 days. Print the label and bring the parcel to a shop.",
    locale: "en"
  },
  {
    id: "note",
    title: "Returning a lamp, for us",
    text: "You can return a lamp within 90 days where the customer is angry enough to ask for the return label twice.",
    visibility: "internal",
    locale: "en"
  },
  { id: "shop", title: "Our shop", text: "The shop is open from nine to five.", locale: "en" },
  {
    id: "lampe",
    title: "Lampe zurückgeben",
    text: "Eine Lampe können Sie innerhalb von 45 Tagen zurückgeben. Drucken Sie das Etikett aus.",
    locale: "de"
  }
]
const knowledge = join(folder, "docs.jsonl")
beforeAll(() => writeFileSync(knowledge, DOCUMENTS.map((line) => JSON.stringify(line)).join("\n")))

const ticket = (text: string, more: object = {}) => ({
  helpdesk: "zendesk",
  ticketId: "1",
  subject: "Lamp",
  requester: { name: "Maya Whitlock", email: "maya@post.example" },
  agent: { name: "Tom Baker" },
  tags: [],
  messages: [
    { id: "1", author: "Maya Whitlock", role: "customer", visibility: "public", at: "2026-11-20T10:00:00Z", text }
  ],
  ...more
})
const note = {
  id: "2",
  author: "Tom Baker",
  role: "agent",
  visibility: "internal",
  at: "2026-11-20T11:00:00Z",
  text: "Her return label was printed at the harbour desk, refuse it."
}
const question = ticket("How do I return the lamp, and where is the label?\n\nMaya Whitlock")

const answer = z.object({
  text: z.string(),
  refused: z.boolean(),
  sources: z.array(z.object({ id: z.union([z.string(), z.number()]), title: z.string() })),
  claims: z.array(
    z.object({
      start: z.number(),
      end: z.number(),
      state: z.string(),
      sources: z.array(z.union([z.string(), z.number()]))
    })
  ),
  questions: z.array(z.object({ what: z.string(), why: z.string() })),
  language: z.nullable(z.string()),
  model: z.string()
})

test("the letter as the agent sees it: names restored, sentences with the pages they stand on, and nothing of a note or an internal page", async () => {
  const ran = await evaluate(
    ["draft", "--knowledge", knowledge],
    [{ id: "a", ticket: { ...question, messages: [...question.messages, note] } }]
  )
  expect(ran.code).toBe(0)
  const { text, claims, ...rest } = answer.parse(ran.lines[0])
  expect(text).toMatch(/^Hello Maya Whitlock,\n\n/)
  expect(text).toMatch(/\n\nKind regards\nTom Baker$/)
  expect(rest).toEqual({
    refused: false,
    sources: [{ id: 7, title: "Returning a lamp" }],
    questions: [],
    language: "en",
    model: "offline"
  })
  const said = claims.map(({ start, end, state, sources }) => [text.slice(start, end), state, sources])
  expect(said).toContainEqual(["You can return a lamp within 45 days.", "supported", [7]])
  expect(said[0]).toEqual(["Hello Maya Whitlock,", "courtesy", []])
  expect(JSON.stringify(ran.lines)).not.toMatch(/90 days|harbour|refuse it|"note"/)
})

test("each line stands alone: in its language, refused where nothing answers, and a ticket that is none is told", async () => {
  const ran = await evaluate(
    ["draft", "--knowledge", knowledge, "--masked", "balanced"],
    [
      { id: 1, ticket: ticket("Wie kann ich die Lampe zurückgeben? Ich brauche das Etikett dafür.") },
      { id: 2, ticket: ticket("Do zebras sing opera?", { subject: "Opera" }) },
      { id: 3, ticket: { subject: "x" } },
      { id: 4, ticket: ticket("thanks!", { messages: [] }) }
    ]
  )
  expect(ran.code).toBe(1)
  expect(ran.lines.map(({ id }) => id)).toEqual([1, 2, 3, 4])
  expect(ran.lines[0]).toMatchObject({ language: "de", refused: false, sources: [{ id: "lampe" }] })
  for (const line of [ran.lines[1], ran.lines[3]])
    expect(line).toMatchObject({ refused: true, text: "", sources: [], claims: [] })
  expect(ran.lines[2]).toEqual({ id: 3, error: expect.stringContaining("ticket") })
})

test("without knowledge, or with a mode or a model that nobody knows, it ends with 2", async () => {
  for (const args of [
    ["draft"],
    ["draft", "--knowledge", knowledge, "--masked", "very"],
    ["draft", "--knowledge", knowledge, "--model", "no-such-model"]
  ]) {
    const ran = await evaluate(args)
    expect(ran, args.join(" ")).toMatchObject({ code: 2, lines: [] })
    if (args.includes("--model")) expect(ran.said).toContain('There is no model "no-such-model".')
  }
})
