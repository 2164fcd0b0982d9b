import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest"
import { startModelDouble, type Behaviour, type ModelDouble } from "../models/double.ts"
import { evaluate } from "./command.ts"

const folder = mkdtempSync(join(tmpdir(), "replywright-eval-test-"))
const models = join(folder, "models.yaml")
let model: ModelDouble
beforeAll(async () => {
  model = await startModelDouble()
  writeFileSync(
    models,
    `endpoints:\n  small: {kind: openai-compatible, url: "${model.url}", model: small-model}\ntasks: {draft: [offline]}\n`
  )
})
beforeEach(() => vi.stubEnv("MODELS_FILE", models))
afterEach(() => vi.unstubAllEnvs())
afterAll(async () => {
  await model.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Answers as a verifier does: one verdict a sentence, from 1, and then it notices the one that tests it. */
const verdicts = (...all: string[]): Behaviour => ({
  kind: "text",
  text: JSON.stringify({ verdicts: [...all, "contradicted"].map((verdict, at) => ({ n: at + 1, verdict })) }),
  pieces: 7
})
/** Returns what the model was sent last. */
const sent = () => model.requests.at(-1)?.body ?? ""

const sources = [
  "Returns are free within 30 days. Maya Lindgren signs for every parcel that comes back, maya@lindgren.example."
]
const text =
  "Maya Lindgren signs for every parcel that comes back. Returns are free within 45 days. Returns are free within 30 days."
const asked = { id: "a", sources, text }

test("support --model: the verifier denies or confirms, excuses no figure, and sees masked text only", async () => {
  model.next(verdicts("supported", "supported", "not-supported"))
  const ran = await evaluate(["support", "--model", "small"], [asked])
  expect(ran.code).toBe(0)
  expect(ran.lines[0]).toMatchObject({
    supported: false,
    sentences: [
      { start: 0, supported: true, judged: "confirmed", missing: [] },
      { supported: false, judged: "confirmed", missing: [{}] },
      { supported: false, judged: "doubted", missing: [{ kind: "verifier" }] }
    ],
    judge: { model: "small-model", state: "done", confirmed: 2, doubted: 1 }
  })
  const told: unknown = ran.lines[0]?.["sentences"]
  expect(JSON.stringify(told)).toContain(`"end":${text.length}`)
  expect(sent()).toContain("[PERSON_1] signs for every parcel")
  expect(sent()).not.toMatch(/Maya|Lindgren|lindgren\.example/)
  expect(ran.said).toMatch(/judge confirmed {2}2\njudge doubted {2}1\njudge gave no verdict {2}0/)
  expect(ran.said).toMatch(/model tokens, verify {2}[1-9]\d* in/)
})

test("support --model: a confirmed sentence counts for more than the rules alone say", async () => {
  const line = { id: "a", sources, text: "Returns are free within 30 days." }
  model.next(verdicts("supported"))
  const [by, without] = [await evaluate(["support", "--model", "small"], [line]), await evaluate(["support"], [line])]
  expect(Number(by.lines[0]?.["score"])).toBeGreaterThan(Number(without.lines[0]?.["score"]))
})

test.each<[Behaviour, string]>([
  [{ kind: "text", text: "I would rather not say." }, "malformed"],
  [{ kind: "status", status: 400 }, "failed"]
])("support --model: if the judge is no use (%j), the rules alone judge, and the line says so", async (told, state) => {
  // A refused request is asked once more, without its system message.
  model.next(...(state === "failed" ? [told, told] : [told]))
  const [by, without] = [await evaluate(["support", "--model", "small"], [asked]), await evaluate(["support"], [asked])]
  expect(by.code).toBe(0)
  const { judge, ...rest } = by.lines[0] ?? {}
  expect(judge).toMatchObject({ state })
  expect(rest).toMatchObject({ supported: false })
  const marks = (line: unknown) => JSON.stringify(line).match(/"supported":(true|false)/g)
  expect(marks(rest)).toEqual(marks(without.lines[0]))
  expect(by.said).toContain("judge gave no verdict  1")
})

const thread = [
  { role: "customer", text: "Hello, this is Maya Lindgren, maya@lindgren.example. Can I return the lamp?" },
  { role: "agent", text: "Yes, I send you a label tomorrow." }
]

test("summarise --model: the model's lines about the masked thread, restored and cut like the others", async () => {
  model.next({
    kind: "text",
    text: "WANTS #1 [PERSON_1] wants to return the lamp.\nPROMISED #2 A label tomorrow.\nWANTS #1 Write to [EMAIL_1].\nTRIED #9 Nothing that was said.",
    pieces: 5
  })
  const ran = await evaluate(["summarise", "--model", "small-model", "--sentences", "2"], [{ id: 7, thread }])
  expect(ran).toMatchObject({ code: 0 })
  expect(ran.lines).toEqual([
    { id: 7, summary: "The customer: Maya Lindgren wants to return the lamp.\nThe agent: A label tomorrow." }
  ])
  expect(sent()).toContain("Can I return the lamp?")
  expect(sent()).not.toMatch(/Maya|Lindgren|lindgren\.example/)
  expect(ran.said).toMatch(/model tokens, summary {2}[1-9]\d* in/)
})

test("summarise --model: a line whose model gives nothing usable has the error, and the next is done", async () => {
  model.next({ kind: "text", text: "Sorry, no." }, { kind: "text", text: "WANTS #1 To return the lamp." })
  const ran = await evaluate(["summarise", "--model", "small"], [{ id: 1, thread }])
  expect(ran.code).toBe(1)
  expect(ran.lines[0]).toMatchObject({ id: 1, error: expect.stringContaining("can't be used") })
  const again = await evaluate(["summarise", "--model", "small"], [{ id: 2, thread }])
  expect(again.lines).toEqual([{ id: 2, summary: "The customer: To return the lamp." }])
})

test.each([["support"], ["summarise"]])(
  "%s: a model that isn't configured ends with 2, and offline is the rules alone",
  async (task) => {
    expect((await evaluate([task, "--model", "none"])).code).toBe(2)
    const line = task === "support" ? asked : { id: 1, thread }
    const before = model.requests.length
    expect((await evaluate([task, "--model", "offline"], [line])).lines).toEqual((await evaluate([task], [line])).lines)
    expect(model.requests).toHaveLength(before)
  }
)
