import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import * as z from "zod/mini"
import { root } from "../house/files.ts"
import { evaluate } from "./command.ts"

const own = z.object({ id: z.string(), part: z.string(), has: z.array(z.string()), hasNot: z.array(z.string()) })
const cases = readFileSync(join(root, "data/restore-own/cases.jsonl"), "utf8")
  .trim()
  .split("\n")
  .filter((line) => own.parse(JSON.parse(line)).part === "dev")

test("the own cases: what may comes back, what may not never does, whole and in pieces", async () => {
  for (const chunk of [undefined, 1, 7]) {
    const lines = cases.map((line) => (chunk ? JSON.stringify({ ...JSON.parse(line), chunk }) : line))
    const ran = await evaluate(["restore"], lines)
    expect(ran.code).toBe(0)
    const wrong = cases.flatMap((line, at) => {
      const { id, has, hasNot } = own.parse(JSON.parse(line))
      const text = String(ran.lines[at]?.["text"])
      const problems = [
        ...has.filter((part) => !text.includes(part)).map((part) => `lacks ${part}`),
        ...hasNot.filter((part) => text.includes(part)).map((part) => `shows ${part}`)
      ]
      return problems.map((problem) => `${id} (${chunk ?? "whole"}): ${problem} in ${text}`)
    })
    expect(wrong).toEqual([])
  }
})

test("what mask gave is what restore takes", async () => {
  const text = "Anna Berg, anna.berg@post.example, 🙂 +44 117 496 0321 and [PERSON_1]"
  const masked = await evaluate(["mask"], [{ id: 1, text, known: { names: ["Anna Berg"] } }])
  const [line] = masked.lines
  const ran = await evaluate(
    ["restore"],
    [
      { id: 1, original: text, spans: line?.["spans"], draft: line?.["masked"] },
      { id: 2, original: text, spans: line?.["spans"], draft: line?.["masked"], chunk: 3 }
    ]
  )
  expect(ran.lines).toEqual([
    { id: 1, text },
    { id: 2, text }
  ])
})

test("a value that stands in a note and in the open may come back; one of a note alone may not", async () => {
  const span = { start: 0, end: 3, type: "PHONE", placeholder: "[PHONE_1]" }
  const ran = await evaluate(
    ["restore"],
    [
      { id: 1, original: "112", spans: [{ ...span, internal: true }, span], draft: "Call [PHONE_1]" },
      { id: 2, original: "112", spans: [{ ...span, internal: true }], draft: "Call [PHONE_1]" }
    ]
  )
  expect(ran.lines).toEqual([
    { id: 1, text: "Call 112" },
    { id: 2, text: "Call [[detail from an internal note]]" }
  ])
})

test("a span that isn't one is an error", async () => {
  const line = {
    id: 1,
    original: "abc",
    spans: [{ start: 0, end: 3, type: "PERSON", placeholder: "[PERSON_1]" }],
    draft: "x"
  }
  const wrong = [
    { start: 0, end: 4 },
    { start: 2, end: 2 },
    { start: -1 },
    { start: 0.5 },
    { type: "CAT" },
    { placeholder: "PERSON_1" }
  ].map((change) => ({ ...line, spans: [{ ...line.spans[0], ...change }] }))
  const ran = await evaluate(["restore"], [line, ...wrong, { ...line, chunk: 0 }, { ...line, draft: undefined }])
  expect(ran.code).toBe(1)
  expect(ran.lines.map((answer) => "error" in answer)).toEqual([false, ...wrong.map(() => true), true, true])
})
