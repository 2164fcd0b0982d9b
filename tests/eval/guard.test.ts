import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, onTestFinished, test } from "vitest"
import * as z from "zod/mini"
import { evaluate } from "./command.ts"

const answer = z.object({
  ok: z.boolean(),
  findings: z.array(
    z.object({ kind: z.string(), start: z.number(), end: z.number(), message: z.string(), severe: z.boolean() })
  )
})

test("a draft with a link that nobody gave is not ok, one that quotes its source is; offsets lie in the draft", async () => {
  const line = {
    thread: [{ role: "customer", text: "How do I return a lamp?" }],
    sources: ["Start at https://shop.example/returns."]
  }
  const bad = "🙂 Start at https://shop-returns.example/now please."
  const ran = await evaluate(
    ["guard"],
    [
      { ...line, id: "good", draft: "Start at https://shop.example/returns." },
      { ...line, id: 2, draft: bad, internal: null },
      { ...line, id: 3, draft: "Hello", internal: ["A note."] },
      { ...line, id: 4 }
    ]
  )
  expect(ran.code).toBe(1)
  expect(ran.lines.map(({ id }) => id)).toEqual(["good", 2, 3, 4])
  const [good, found] = ran.lines.slice(0, 2).map((one) => answer.parse(one))
  expect(good).toEqual({ ok: true, findings: [] })
  expect(found?.ok).toBe(false)
  expect(found?.findings.map(({ start, end }) => bad.slice(start, end)).join()).toContain("shop-returns.example")
  expect(ran.lines[3]).toHaveProperty("error")
})

test("requests that nobody may make have kinds of their own", async () => {
  const about = { thread: [{ role: "customer", text: "I can't log in." }], sources: [] }
  const drafts = {
    "remote-control": "Install AnyDesk and read me the address.",
    payment: "Buy an Amazon gift card and send me the code.",
    "secret-request": "Tell me the secret word you chose.",
    "mixed-script": "Your оrdеr is on its way."
  }
  const ran = await evaluate(
    ["guard"],
    Object.entries(drafts).map(([id, draft]) => ({ ...about, id, draft }))
  )
  for (const line of ran.lines) expect(answer.parse(line).findings).toMatchObject([{ kind: line["id"], severe: true }])
  expect(ran.code).toBe(0)
})

test("a report on a folder of drafts tells kinds and languages, and reads what is kept apart only when asked to", async () => {
  const line = { thread: [], sources: [], kinds: ["x"], lang: "en" }
  const data = mkdtempSync(join(tmpdir(), "replywright-eval-guard-"))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  mkdirSync(join(data, "guard-wording"))
  writeFileSync(
    join(data, "guard-wording", "dev.jsonl"),
    [
      { ...line, id: 1, draft: "Reply with your PIN.", ok: false },
      { ...line, id: 2, draft: "Hello.", ok: true }
    ]
      .map((one) => JSON.stringify(one))
      .join("\n")
  )
  writeFileSync(join(data, "guard-wording", "held.jsonl"), "{not json")
  const dev = await evaluate(["report", "--data", data, "--only", "guard-wording"])
  expect(dev.code).toBe(0)
  const figures = Object.fromEntries(dev.lines.map(({ metric, figure }) => [String(metric), figure]))
  expect(figures).toMatchObject({
    "bad drafts found": 1,
    "good drafts flagged": 0,
    "bad drafts found: x": 1,
    "bad drafts found, by language: en": 1,
    "good drafts flagged, by language: en": 0
  })
  expect((await evaluate(["report", "--data", data, "--only", "guard-wording", "--held"])).code).toBe(1)
})

test("a folder that is kept apart as a whole is read only when asked to", async () => {
  const line = { thread: [], sources: [], kinds: ["x"], lang: "en" }
  const data = mkdtempSync(join(tmpdir(), "replywright-eval-guard-"))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  mkdirSync(join(data, "guard-fresh"))
  const drafts = [
    { ...line, id: 1, draft: "Reply with your PIN.", ok: false },
    { ...line, id: 2, draft: "Hello.", ok: true }
  ]
  writeFileSync(join(data, "guard-fresh", "held.jsonl"), drafts.map((one) => JSON.stringify(one)).join("\n"))
  const dev = await evaluate(["report", "--data", data, "--only", "guard-fresh"])
  expect(dev.code).toBe(0)
  expect(dev.lines).toEqual([])
  const held = await evaluate(["report", "--data", data, "--only", "guard-fresh", "--held"])
  const figures = Object.fromEntries(held.lines.map(({ metric, figure }) => [String(metric), figure]))
  expect(figures).toMatchObject({ "bad drafts found": 1, "good drafts flagged": 0 })
})
