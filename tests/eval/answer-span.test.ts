import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { evaluate } from "./command.ts"

const folder = mkdtempSync(join(tmpdir(), "replywright-eval-test-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const RETURNS =
  "You can return a lamp within 45 days of delivery.\nPrint the label and bring the parcel\nto a shop. The shop in Berg Street is open from nine to five."
const corpus = join(folder, "docs.jsonl")
writeFileSync(
  corpus,
  [
    { id: 7, title: "Returning a lamp", text: RETURNS },
    { id: "shade", title: "Cracked shades", text: "If the shade is cracked, we send a new shade without a charge." },
    ...Array.from({ length: 10 }, (_, n) => ({ id: `other-${n}`, title: `Topic ${n}`, text: `This is about ${n}.` }))
  ]
    .map((line) => JSON.stringify(line))
    .join("\n")
)
const customer = (text: string) => [{ role: "customer", text }]

test("answer-span: the words of the document that the answer rests on, at their place; a named document binds", async () => {
  const ran = await evaluate(
    ["answer-span", "--corpus", corpus],
    [
      { id: 1, thread: customer("Within how many days can I return a lamp?") },
      { id: 2, thread: customer("Within how many days can I return a lamp?"), doc: "shade" },
      { id: 3, thread: customer("qwertz") },
      { id: 4, thread: customer("A lamp?"), doc: "none" }
    ]
  )
  const [returns, shade, nothing, unknown] = ran.lines
  expect(returns).toMatchObject({ doc: 7 })
  expect(returns?.["text"]).toContain("within 45 days")
  expect(RETURNS.slice(Number(returns?.["start"]), Number(returns?.["end"]))).toBe(returns?.["text"])
  expect(shade).toMatchObject({ doc: "shade" })
  expect(nothing).toEqual({ id: 3, doc: null, start: 0, end: 0, text: "" })
  expect(unknown).toEqual({ id: 4, error: "There is no document none in the corpus." })
  expect(ran.code).toBe(1)
})

test("summarise: what is wanted first, in the thread's own words, no more sentences than asked for", async () => {
  const thread = [
    { role: "customer", text: "Hello, where is my parcel? I already asked the neighbours." },
    { role: "agent", text: "I will ask the carrier by Friday." },
    { role: "customer", text: "Thanks. Can I get a refund instead?" }
  ]
  const of = async (most: string) => (await evaluate(["summarise", "--sentences", most], [{ id: 1, thread }])).lines
  expect(await of("1")).toEqual([{ id: 1, summary: "The customer: Can I get a refund instead?" }])
  const [whole] = await of("9")
  expect(whole?.["summary"]).toMatch(/refund instead\?\nThe agent: I will ask the carrier by Friday\./)
  expect(await evaluate(["summarise", "--sentences", "none"])).toMatchObject({ code: 2, lines: [] })
})
