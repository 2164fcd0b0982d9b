import { parse } from "csv-parse/sync"
import fc from "fast-check"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { storeOutcome } from "../../../src/relay/review/outcome-routes.ts"
import { Client, outcome, refusalOf } from "../help/client.ts"
import { openRelay, type TestRelay } from "../help/relay.ts"
import { askFigures, save } from "./ask.ts"

let relay: TestRelay
let ann = new Client("")
let person = ""
beforeAll(async () => {
  relay = await openRelay()
  ann = await Client.paired(relay, "Ann", "lead")
  person = (await relay.db.selectFrom("people").select("id").executeTakeFirstOrThrow()).id
})
beforeEach(() => relay.db.deleteFrom("outcomes").execute())
afterAll(() => relay?.close())

const tell = async (change: Parameters<typeof outcome>[0] = {}, at = relay.time.now) => {
  const told = outcome({ ticketId: crypto.randomUUID(), ...change })
  await storeOutcome(relay.db, told, person, at)
  return told.outcomeId
}
async function file(query: string) {
  const response = await ann.fetch(`/v1/review/export?${query}`)
  const bytes = Buffer.from(await response.arrayBuffer())
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    name: response.headers.get("content-disposition"),
    bytes,
    text: bytes.toString("utf8").replace(/^\ufeff/, "")
  }
}

test("figures as CSV: the table that is shown, a line a group, with a speaking name and the mark of UTF-8", async () => {
  for (let n = 0; n < 30; n++) await tell({ editDistance: n < 15 ? 0 : 0.5 })
  await tell({ language: "ja" })
  const { name, type, bytes, text } = await file("of=figures&format=csv&by=language&from=2026-11-01&to=2026-11-20")
  expect([name, type]).toEqual([
    'attachment; filename="replywright-figures-by-language-2026-11-01-to-2026-11-20.csv"',
    "text/csv; charset=utf-8"
  ])
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(text).toMatch(/"\r\n$/)
  const [head = [], all = [], english = [], japanese = []] = rowsOf(text)
  expect(head.join()).toMatch(
    /^language,eligible,unasked,drafted,drafted_of,drafted_share,drafted_low,drafted_high,used,/
  )
  const cell = (line: string[], column: string) => line[head.indexOf(column)]
  expect(
    [all, english, japanese].map((line) => [
      cell(line, "language"),
      cell(line, "eligible"),
      cell(line, "unchanged"),
      cell(line, "unchanged_share")
    ])
  ).toEqual([
    ["all", "31", "15", String(15 / 31)],
    ["en", "30", "15", "0.5"],
    ["ja", "1", "0", ""]
  ])
})

/** Reads CSV as RFC 4180 defines it, with rows of one length and quotes only around whole cells. */
const rowsOf = (text: string) => parse(text, { record_delimiter: "\r\n" })

test("hostile texts come back from CSV as one cell each, and no row or cell begins with a formula", async () => {
  const piece = fc.constantFrom(
    "\n",
    "\r",
    "\r\n",
    "\u2028",
    "\v",
    '"',
    ",",
    ";",
    "\t",
    "=",
    "@",
    "+",
    "-",
    "A1",
    "é",
    " "
  )
  const hostile = fc.sample(fc.string({ unit: piece, minLength: 2, maxLength: 12 }), { seed: 8, numRuns: 60 })
  for (const draft of ["Hello\n=A1", "Hello\r=A1", "\n=A1", ...hostile]) await tell({ draft, language: "it" })
  const rows = rowsOf((await file("of=cases&format=csv&language=it")).text)
  expect(rows).toHaveLength(1 + 3 + hostile.length)
  const column = rows[0]?.indexOf("draft") ?? -1
  const drafts = rows.slice(1).map((row) => row[column] ?? "")
  expect(drafts.filter((draft) => /^[=+\-@\t\r]/.test(draft))).toEqual([])
  const plain = (text: string) => text.replace(/'/g, "")
  expect(drafts.map(plain).toSorted()).toEqual(["Hello\n=A1", "Hello\r=A1", "\n=A1", ...hostile].toSorted())
})

test("figures as JSON lines are what the page is told", async () => {
  await tell()
  const shown = await askFigures(ann, "by=model")
  const lines = (await file("of=figures&format=jsonl&by=model")).text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as object)
  expect(lines).toEqual([
    { by: "model", group: "all", ...shown.whole },
    ...shown.groups.map(({ key, figure }) => ({ by: "model", group: key, ...figure }))
  ])
})

test("cases: one line each, newest first, by the same filters, with both texts and the review; no cell is a formula", async () => {
  const id = await tell(
    {
      draft: "=HYPERLINK(1)",
      sent: '+1 "quoted",\r\nnext line',
      note: "@SUM",
      reasons: ["tone", "other"],
      language: "de"
    },
    new Date("2026-11-20T09:00:00Z")
  )
  const later = await tell({ draft: "－全角", sent: "\tTab", editDistance: 0, language: "de" })
  await tell({ language: "fr" })
  await save(ann, id, { note: "-1 is why", reasons: ["source"] })
  const { name, text } = await file("of=cases&format=csv&language=de")
  expect(name).toBe('attachment; filename="replywright-cases-2026-11-20-to-2026-11-20.csv"')
  expect(text.indexOf(later)).toBeLessThan(text.indexOf(id))
  expect(text).toContain(
    `,"yes","","no","","","source","'-1 is why","Ann","2026-11-20T10:00:00.000Z","'=HYPERLINK(1)","'+1 ""quoted"",\r\nnext line"\r\n`
  )
  expect(text).toContain(`"tone other","'@SUM",`)
  expect(text).toContain(`"'－全角","'\tTab"`)
  const lines = (await file("of=cases&format=jsonl&language=de")).text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as object)
  expect(lines).toMatchObject([
    { caseId: later, outcome: { draft: "－全角" }, review: null },
    { caseId: id, outcome: { draft: "=HYPERLINK(1)" }, review: { note: "-1 is why", by: "Ann" } }
  ])
})

test("a text can't begin a cell with a formula where a spreadsheet parts cells at semicolons, tabs or line breaks", async () => {
  const draft = 'Hello;=HYPERLINK("https://evil.example")\n@SUM(1)\n "-2+cmd|\'/C calc\'!A0\tend\t=WEBSERVICE(1)'
  await tell({ draft, sent: "- a list\n- with two items; -5 °C\n+49 30 1234", language: "pt" })
  const { text } = await file("of=cases&format=csv&language=pt")
  expect(text).toContain(
    `"Hello;'=HYPERLINK(""https://evil.example"")\n'@SUM(1)\n ""'-2+cmd|'/C calc'!A0\tend\t'=WEBSERVICE(1)"`
  )
  expect(text).toContain("- a list\n- with two items; -5 °C\n+49 30 1234")
})

test("a text that is longer than a cell of a spreadsheet is cut in CSV, and says so", async () => {
  const sent = "word ".repeat(8_000)
  await tell({ sent, language: "es" })
  const { text } = await file("of=cases&format=csv&language=es")
  const [cell = ""] = /(?:word )+.*(?=")/.exec(text) ?? []
  expect(cell).toMatch(/ \[cut: JSONL has the whole text\]$/)
  expect(cell.length).toBeLessThan(32_767)
  expect((await file("of=cases&format=jsonl&language=es")).text).toContain(sent)
})

test("more cases than are read at a time, several in one millisecond: each once", async () => {
  const ids = await Promise.all(
    Array.from({ length: 450 }, (_, at) => tell({}, new Date(1_795_000_000_000 + (at % 5))))
  )
  const lines = (await file("of=cases&format=jsonl")).text
    .trimEnd()
    .split("\n")
    .map((line) => (JSON.parse(line) as { caseId: string }).caseId)
  expect(lines.toSorted()).toEqual(ids.toSorted())
})

test("nothing to export is said; what is no format is refused; an export stands in the audit", async () => {
  expect(await file("of=cases&format=csv")).toMatchObject({
    status: 200,
    text: '"No cases"\r\n',
    name: 'attachment; filename="replywright-cases-no-cases.csv"'
  })
  expect((await file("of=figures&format=csv")).text.split("\r\n")).toHaveLength(3)
  expect(await refusalOf(ann.fetch("/v1/review/export?of=cases&format=xls"))).toMatchObject({
    status: 400,
    message: expect.stringContaining("format") as string
  })
  expect(await refusalOf(ann.fetch("/v1/review/export?format=csv"))).toMatchObject({
    status: 400,
    message: expect.stringContaining("of") as string
  })
  const audit = await relay.db.selectFrom("audit").select(["action", "ids"]).where("action", "=", "exported").execute()
  expect(audit.at(-1)).toEqual({ action: "exported", ids: ["figures", "csv"] })
})

test("a reader who leaves in mid-file harms nobody", async () => {
  for (let n = 0; n < 300; n++) await tell({ sent: "word ".repeat(4000) })
  const stop = new AbortController()
  const response = await ann.fetch("/v1/review/export?of=cases&format=jsonl", { signal: stop.signal })
  await response.body?.getReader().read()
  stop.abort()
  expect((await askFigures(ann)).whole.eligible).toBe(300)
})
