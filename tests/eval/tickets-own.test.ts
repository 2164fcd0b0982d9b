import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { readTable } from "../../eval/report/tickets-own.ts"
import { evaluate } from "./command.ts"

const folder = mkdtempSync(join(tmpdir(), "replywright-eval-report-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const TABLE = `tb-001  not said: 10 days; cites nothing, not trial
tickets                           all      en      ja
right page cited          3/4 75.0 %     3/3     0/1
refusal precision                  -       -       -
note words                         2       1       1
median words a reply  75
`

test("the script's table is read: shares, counts, and what was never possible", () => {
  expect(readTable(TABLE)).toEqual([
    {
      row: "right page cited",
      cells: [
        { column: "all", points: 3, of: 4 },
        { column: "en", points: 3, of: 3 },
        { column: "ja", points: 0, of: 1 }
      ]
    },
    { row: "refusal precision", cells: [] },
    {
      row: "note words",
      cells: [
        { column: "all", points: 2 },
        { column: "en", points: 1 },
        { column: "ja", points: 1 }
      ]
    }
  ])
  expect(() => readTable("no table")).toThrow("hold no table")
})

test("the set's own script makes the lines and scores the drafts; a leak that it ends with 1 for is a row like the others", async () => {
  const set = join(folder, "tickets-own")
  mkdirSync(set)
  const ticket = {
    helpdesk: "zendesk",
    ticketId: "1",
    subject: "Lamp",
    requester: {},
    tags: [],
    messages: [
      {
        id: "1",
        author: "",
        role: "customer",
        visibility: "public",
        at: "2026-11-20T10:00:00Z",
        text: "How do I return the lamp?"
      }
    ]
  }
  writeFileSync(join(set, "tickets.jsonl"), "")
  writeFileSync(
    join(set, "knowledge.jsonl"),
    JSON.stringify({
      id: "lamp",
      title: "Returning a lamp",
      text: "You can return a lamp within 45 days.",
      locale: "en"
    })
  )
  writeFileSync(
    join(set, "score.mjs"),
    `import { readFileSync } from "node:fs"
if (process.argv.includes("--make-input")) console.log(${JSON.stringify(JSON.stringify({ id: "a", ticket }))})
else {
  const [line] = readFileSync(process.argv[2], "utf8").split("\\n").map((one) => JSON.parse(one))
  console.log("tickets                all      en\\nright page cited     " + (line.id === "a" && line.sources[0].id === "lamp" ? "1/1 100.0 %     1/1" : "0/1 0.0 %     0/1") + "\\nnote words    1      1")
  process.exitCode = 1
}`
  )
  const { code, lines } = await evaluate(["report", "--data", folder, "--only", "tickets-own"])
  expect(code).toBe(0)
  expect(lines).toContainEqual(
    expect.objectContaining({ set: "tickets-own", metric: "strict: right page cited", figure: 1 })
  )
  expect(lines).toContainEqual(expect.objectContaining({ metric: "balanced: note words", figure: 1, unit: "count" }))
  expect(lines).toContainEqual(
    expect.objectContaining({ metric: "strict, right page cited: en", figure: 1, detail: true })
  )
})
