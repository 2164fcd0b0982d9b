import { spawnSync } from "node:child_process"
import { join } from "node:path"
import { expect, test } from "vitest"
import * as z from "zod/mini"
import { root } from "../house/files.ts"
import { evaluate } from "./command.ts"

const answer = z.object({
  masked: z.string(),
  spans: z.array(z.object({ start: z.number(), end: z.number(), type: z.string(), placeholder: z.string() }))
})

const TEXTS = [
  "Hello, I am Anna Berg (anna.berg@post.example), call +44 117 496 0321 or Anna at home.",
  "My card 4242 4242 4242 4242 and IBAN DE89 3704 0044 0532 0130 00\u2028were charged. password: hunter2-xyz",
  "🙂🙂 schreib an jörg@example.org, 𝐀nna, 203.0.113.7 🙂 [PERSON_1]",
  "",
  " ",
  "nothing personal here, order 4807712345 of 2026-11-18",
  "a\u200bnna\u200d.berg@post.example \u0000 \ud800 end",
  "ＡＮＮＡ　ＢＥＲＧ　0９0-1234-5678 ﷽ ﬁnance",
  "x".repeat(5000),
  "anna berg ".repeat(500)
]

test.each(["strict", "balanced"])(
  "a line in is a line out, in order; spans lie apart in the text, and the masked text is the text with them replaced (%s)",
  async (mode) => {
    const lines = TEXTS.map((text, at) => ({
      id: at % 2 ? at : `t${at}`,
      text,
      known: { names: ["Anna Berg"], emails: ["anna.berg@post.example"] },
      more: "is passed over"
    }))
    const ran = await evaluate(["mask", "--mode", mode], lines)
    expect(ran.code).toBe(0)
    expect(ran.lines.map(({ id }) => id)).toEqual(lines.map(({ id }) => id))
    ran.lines.forEach((line, at) => {
      const { masked, spans } = answer.parse(line)
      const text = TEXTS[at] ?? ""
      let expected = ""
      let end = 0
      for (const span of spans) {
        expect(span.start).toBeGreaterThanOrEqual(end)
        expect(span.end).toBeGreaterThan(span.start)
        expected += text.slice(end, span.start) + span.placeholder
        end = span.end
      }
      expect(end).toBeLessThanOrEqual(text.length)
      expect(masked.isWellFormed() ? masked : "").toBe(text.isWellFormed() ? expected + text.slice(end) : "")
    })
    const [first] = ran.lines
    expect(answer.parse(first).masked).not.toMatch(/Anna|Berg|post\.example|496/)
  }
)

test("known people are found wherever they stand, and only in their own line", async () => {
  const text = "the order of zwyx qorblat and qorblat's bill"
  const { lines } = await evaluate(
    ["mask", "--mode", "balanced"],
    [
      { id: 1, text, known: { names: ["Zwyx Qorblat"] } },
      { id: 2, text: "the order of the lamp", known: null }
    ]
  )
  expect(answer.parse(lines[0]).masked).toBe("the order of [PERSON_1] and [PERSON_2]'s bill")
  expect(lines[1]).toEqual({ id: 2, masked: "the order of the lamp", spans: [] })
})

test("a bad line is an error under its id, the others are done, and the command ends with 1", async () => {
  const ran = await evaluate(
    ["mask"],
    [
      { id: "a", text: "one" },
      "{not json",
      { id: "c" },
      { text: "no id" },
      "[1]",
      "",
      '{"id": "e", "text": 5}',
      { id: "f", text: "two" }
    ]
  )
  expect(ran.code).toBe(1)
  expect(ran.lines.map(({ id }) => id)).toEqual(["a", null, "c", null, null, "e", "f"])
  expect(ran.lines.map(({ error }) => typeof error)).toEqual([
    "undefined",
    "string",
    "string",
    "string",
    "string",
    "string",
    "undefined"
  ])
  expect(ran.lines[2]?.["error"]).toBe('The field "text" is missing or not valid: expected string.')
  expect(ran.said).toContain("7 lines")
})

test("an unknown task, an unknown option and a value that can't be are refused with 2 and the usage", async () => {
  for (const args of [
    [],
    ["maks"],
    ["constructor"],
    ["mask", "--moed", "strict"],
    ["mask", "--mode", "lax"],
    ["mask", "--locale", "not a locale"],
    ["mask", "more"],
    ["mask", "--mode"],
    ["restore", "--mode", "strict"]
  ]) {
    const ran = await evaluate(args, [{ id: 1, text: "x" }])
    expect(ran, args.join(" ")).toMatchObject({ code: 2, lines: [] })
    expect(ran.said).toContain("Usage: npm run --silent eval -- TASK")
  }
})

test("a line that is no UTF-8 is an error of its own", async () => {
  const bytes = [
    Buffer.from('{"id":1,"text":"a"}\n{"id":2,"text":"'),
    Buffer.from([0xff, 0xfe]),
    Buffer.from('"}\r\n{"id":3,"text":"b"}')
  ]
  const ran = await evaluate(["mask"], [], {
    input: (async function* () {
      yield* bytes
    })()
  })
  expect(ran.lines).toEqual([
    { id: 1, masked: "a", spans: [] },
    { id: null, error: "The line is no UTF-8 text." },
    { id: 3, masked: "b", spans: [] }
  ])
})

test("as a command: standard output carries JSON lines only, the exit status tells, and a reader that leaves is no fault", () => {
  const run = (args: string[], input: string) =>
    spawnSync(process.execPath, [join(root, "eval/run.ts"), ...args], { input, encoding: "utf8", cwd: root })
  const good = run(["mask"], `${JSON.stringify({ id: "ü", text: "mail bob@post.example" })}\n`)
  expect([good.status, good.stdout]).toEqual([
    0,
    `${JSON.stringify({ id: "ü", masked: "mail [EMAIL_1]", spans: [{ start: 5, end: 21, type: "EMAIL", placeholder: "[EMAIL_1]" }] })}\n`
  ])
  expect(run(["mask"], "{\n")).toMatchObject({ status: 1 })
  expect(run(["nothing"], "")).toMatchObject({ status: 2, stdout: "" })
  const shell = `yes '{"id":1,"text":"call Bob"}' | ${process.execPath} eval/run.ts mask | head -n 3; exit \${PIPESTATUS[1]}`
  const cut = spawnSync("bash", ["-c", shell], { cwd: root, encoding: "utf8" })
  expect([cut.status, cut.stdout.trim().split("\n").length, cut.stderr]).toEqual([0, 3, ""])
})
