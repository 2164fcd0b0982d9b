import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { evaluate } from "./command.ts"

const folder = mkdtempSync(join(tmpdir(), "replywright-eval-intent-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
beforeAll(() => {
  save("train.jsonl", [
    { text: "I want my money back", intent: "refund" },
    { text: "please refund the lamp", intent: "refund" },
    { text: "my password doesn't work", intent: "login" },
    { text: "I can't sign in", intent: "login" },
    { text: "are you hiring?", intent: null }
  ])
  save("one.jsonl", [{ text: "I want my money back", intent: "refund" }])
  save("bad.jsonl", [{ text: "I want my money back" }])
})
const save = (file: string, rows: object[]) =>
  writeFileSync(join(folder, file), rows.map((row) => JSON.stringify(row)).join("\n"))

test("each line gets its intent, the likeliest one and how sure it is; a bad line alone fails", async () => {
  const ran = await evaluate(
    ["intent", "--train", "train.jsonl"],
    [{ id: 1, text: "refund me" }, { id: "b", text: "are you hiring?" }, { id: 3 }],
    { folder }
  )
  expect(ran.code).toBe(1)
  expect(ran.lines).toEqual([
    { id: 1, intent: "refund", best: "refund", confidence: expect.any(Number) },
    { id: "b", intent: null, best: expect.any(String), confidence: expect.any(Number) },
    { id: 3, error: 'The field "text" is missing or not valid: expected string.' }
  ])
})

test.each([
  [[], "--train names a file"],
  [["--train", "none.jsonl"], "none.jsonl"],
  [["--train", "one.jsonl"], "two intents"],
  [["--train", "bad.jsonl"], "bad.jsonl, line 1"]
])("%j ends with 2 and says why", async (options, why) => {
  const ran = await evaluate(["intent", ...options], [], { folder })
  expect(ran).toMatchObject({ code: 2, lines: [] })
  expect(ran.said).toContain(why)
})
