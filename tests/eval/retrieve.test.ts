import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest"
import * as z from "zod/mini"
import { quickPlace } from "../relay/help/data-folder.ts"
import { evaluate } from "./command.ts"

const folder = mkdtempSync(join(quickPlace(), "replywright-eval-test-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const DOCUMENTS = [
  {
    id: "lamp",
    title: "Cracked lamps",
    text: "If the shade of a lamp is cracked, we send a new shade without a charge.",
    locale: "en"
  },
  {
    id: 7,
    text: "# Returns\n\nYou can return a lamp within 45 days. Print the label and bring the parcel to a shop.",
    visibility: "public"
  },
  {
    id: "note",
    title: "Goodwill for cracked lamps",
    text: "For a cracked lamp an agent may add a voucher.",
    visibility: "internal"
  },
  {
    id: "lampe",
    title: "Lampe mit Sprung",
    text: "Ist der Schirm einer Lampe gesprungen, schicken wir einen neuen Schirm.",
    locale: "de"
  },
  { id: "berg", title: "Berg Street shop", text: "The shop in Berg Street is open from nine to five.", locale: "en" },
  ...Array.from({ length: 12 }, (_, n) => ({
    id: `other-${n}`,
    title: `Topic ${n}`,
    text: `This page is about number ${n} and a lamp post.`
  }))
]
const corpus = join(folder, "docs.jsonl")
beforeAll(() => writeFileSync(corpus, DOCUMENTS.map((line) => JSON.stringify(line)).join("\n")))

const answer = z.object({ ranked: z.array(z.object({ id: z.union([z.string(), z.number()]), score: z.number() })) })
const rankedOf = (line: unknown) => answer.parse(line).ranked
const customer = (...texts: string[]) => texts.map((text) => ({ role: "customer", text }))

test("the best first, at most k, ids as they were given; language prefers, and what an agent alone may see is found too", async () => {
  const ran = await evaluate(
    ["retrieve", "--corpus", corpus, "--k", "3"],
    [
      { id: 1, subject: "lamp", thread: customer("My lamp came with a cracked shade. Do I get a new one?") },
      {
        id: 2,
        thread: [
          ...customer("How do I return a parcel?"),
          { role: "agent", text: "Which one?" },
          ...customer("The one with the label.")
        ]
      },
      { id: 3, thread: customer("Der Schirm meiner Lampe ist gesprungen, bekomme ich einen neuen?"), locale: "de" },
      { id: 4, thread: customer("qwertz") },
      { id: 5, thread: [] },
      { id: 6, thread: [{ role: "system", text: "x" }] }
    ]
  )
  expect(ran.code).toBe(1)
  expect(ran.lines.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6])
  const [lamp, parcel, german] = ran.lines.slice(0, 3).map(rankedOf)
  expect(
    lamp
      ?.map(({ id }) => id)
      .slice(0, 2)
      .sort()
  ).toEqual(["lamp", "note"])
  expect(lamp).toHaveLength(3)
  expect(parcel?.[0]?.id).toBe(7)
  expect(german?.[0]?.id).toBe("lampe")
  for (const ranked of [lamp, parcel, german])
    expect(ranked?.map(({ score }) => score)).toEqual(ranked?.map(({ score }) => score).sort((a, b) => b - a))
  expect(ran.lines.slice(3, 5).map(rankedOf)).toEqual([[], []])
  expect(ran.lines[5]).toHaveProperty("error")
})

test("masked, the same work is done without what was masked; the documents stay as they are", async () => {
  const lines = [
    { id: 1, thread: customer("Write to shop@berg.example about Berg Street.") },
    { id: 2, thread: customer("a cracked lamp") }
  ]
  for (const mode of ["strict", "balanced"]) {
    const ran = await evaluate(["retrieve", "--corpus", corpus, "--masked", mode], lines)
    expect(ran.code).toBe(0)
    expect(rankedOf(ran.lines[1]).map(({ id }) => id)).toContain("lamp")
  }
})

test("documents that can't be taken are told, the others are searched, and nothing of the database is left behind", async () => {
  const file = join(folder, "bad.jsonl")
  writeFileSync(
    file,
    [
      JSON.stringify(DOCUMENTS[0]),
      "{",
      '{"id": "x"}',
      JSON.stringify(DOCUMENTS[0]),
      '{"id": "nul", "text": "\\u0000"}',
      '{"id": "empty", "text": ""}'
    ].join("\n")
  )
  // The test needs a folder of its own, because other files put their databases beside each other.
  const own = join(folder, "temporary")
  mkdirSync(own)
  for (const place of [folder, own]) chmodSync(place, 0o711)
  vi.stubEnv("TMPDIR", own)
  onTestFinished(() => void vi.unstubAllEnvs())
  const ran = await evaluate(["retrieve", "--corpus", file], [{ id: 1, thread: customer("cracked lamp") }])
  expect(ran.code).toBe(1)
  expect(rankedOf(ran.lines[0]).map(({ id }) => id)).toEqual(["lamp"])
  expect(ran.said.match(/document \d/g)).toEqual(["document 2", "document 3", "document 4", "document 5"])
  expect(readdirSync(own)).toEqual([])
})

test("past tickets are learnt before ranking; lines that can't be read and unknown documents are told, the others count", async () => {
  const file = join(folder, "solved.jsonl")
  const solved = [
    { thread: customer("Where is my lamp post parcel, at the shop with the label?"), docs: [7, "berg"] },
    {
      thread: [...customer("The lamp post fell over."), { role: "agent", text: "Sorry." }],
      docs: ["other-3", "nowhere"]
    },
    { thread: [] }
  ]
  writeFileSync(file, solved.map((line) => JSON.stringify(line)).join("\n"))
  const asked = [{ id: 1, thread: customer("The lamp post fell over.") }]
  const without = await evaluate(["retrieve", "--corpus", corpus], asked)
  expect(rankedOf(without.lines[0])[0]?.id).not.toBe("other-3")
  const ran = await evaluate(["retrieve", "--corpus", corpus, "--solved", file], asked)
  expect(ran.code).toBe(1)
  expect(ran.said).toContain("past ticket 3")
  expect(ran.said).toContain("2 past tickets: 3 links")
  expect(rankedOf(ran.lines[0])[0]?.id).toBe("other-3")
})

test("without a corpus, or with one that isn't there, or a k that is none, it ends with 2", async () => {
  for (const args of [
    ["retrieve"],
    ["retrieve", "--corpus", join(folder, "no.jsonl")],
    ["retrieve", "--corpus", corpus, "--k", "0"],
    ["retrieve", "--corpus", corpus, "--solved", join(folder, "no.jsonl")],
    ["retrieve", "--corpus", corpus, "--masked", "very"]
  ]) {
    expect(await evaluate(args), args.join(" ")).toMatchObject({ code: 2, lines: [] })
  }
})
