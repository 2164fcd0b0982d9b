import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { afterAll, expect, test } from "vitest"
import { detailsOf, tableOf, withTable } from "../../eval/report/table.ts"
import { charactersMasked } from "../../eval/score/characters.ts"
import { emptyTally, maskFigures, tallyMask } from "../../eval/score/mask.ts"
import { evaluate } from "./command.ts"

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** Makes a folder of sets. A string is a file as it is, and a list is lines of JSON. */
function dataFolder(files: Record<string, string | readonly object[]>): string {
  const folder = mkdtempSync(join(tmpdir(), "replywright-eval-report-"))
  folders.push(folder)
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(
      join(folder, path),
      typeof content === "string" ? content : content.map((line) => JSON.stringify(line)).join("\n")
    )
  }
  return folder
}

test("each set that is there gives a line for each figure and a row of the table; those that aren't are listed as such", async () => {
  const data = dataFolder({
    "banking77/dev.jsonl": [
      { text: "how do I top up", intent: "x" },
      { text: "write to bob@post.example", intent: "y" }
    ],
    "orsharc/dev.jsonl": [
      {
        id: "1",
        question: "Can I return it?",
        scenario: "My lamp is cracked.",
        gold: "lamp",
        history: [{ q: "banana", a: "Yes" }]
      },
      { id: "2", question: "Do I pay for the banana?", scenario: "", gold: "lamp" }
    ],
    "orsharc/snippets.jsonl": [
      { id: "lamp", text: "You can return a cracked lamp." },
      { id: "fruit", text: "A banana is paid by weight." }
    ]
  })
  const ran = await evaluate(["report", "--data", data, "--only", "banking77", "--only", "orsharc", "--only", "bipia"])
  expect(ran.code).toBe(0)
  const figure = (set: string, metric: string) =>
    ran.lines.find((line) => line["set"] === set && line["metric"] === metric)?.["figure"]
  expect(figure("banking77, questions", "strict: words masked")).toBeCloseTo(1 / 8)
  expect(figure("orsharc, scenario and question", "plain: R@1")).toBe(0.5)
  expect(figure("orsharc, scenario and question", "plain: R@5")).toBe(0.5)
  expect(figure("orsharc, scenario and question", "masked, strict: R@5 against plain")).toBe(0)
  expect(ran.lines).toContainEqual({ set: "bipia", missing: "bipia/dev.jsonl" })
  for (const line of ran.lines)
    if ("figure" in line)
      expect(line).toMatchObject({ seconds: expect.any(Number), linesPerSecond: expect.any(Number) })
  expect(ran.said).toContain("| set | metric | figure | baseline | seconds | lines a second |")
  expect(ran.said).toMatch(/\| orsharc, scenario and question \| plain: R@1 \| 50\.0 % \| 62\.7 %: BM25 \|/)
})

test("a set that can't be read fails alone, and the command ends with 1", async () => {
  const data = dataFolder({
    "banking77/dev.jsonl": [{ text: "hello" }, { words: "hello" }],
    "bipia/dev.jsonl": [{ text: "hello", label: 0 }]
  })
  const ran = await evaluate(["report", "--data", data, "--only", "banking77", "--only", "bipia"])
  expect(ran.code).toBe(1)
  expect(ran.lines[0]).toEqual({
    set: "banking77",
    error: 'dev.jsonl, line 2: The field "text" is missing or not valid: expected string.'
  })
  expect(ran.lines.slice(1).map(({ set }) => set)).toEqual(
    Array.from({ length: 4 }, () => "bipia, clean business mails")
  )
})

test("what is kept apart is read only when it is asked for", async () => {
  const line = {
    id: 1,
    text: "Ask Bob.",
    spans: [{ start: 4, end: 7, type: "PERSON" }],
    keep: [],
    known: { names: ["Bob"], emails: [] }
  }
  const data = dataFolder({
    "mask-own/en/dev.jsonl": [line],
    "mask-own/en/held.jsonl": "{not json",
    "mask-own/ja/dev.jsonl": [{ ...line, text: "ご担当Bob様", spans: [{ start: 3, end: 6, type: "PERSON" }] }]
  })
  const dev = await evaluate(["report", "--data", data, "--only", "mask-own"])
  expect(dev.code).toBe(0)
  expect(
    dev.lines.find(({ set, metric }) => set === "mask-own en, dev" && metric === "strict: recall")?.["figure"]
  ).toBe(1)
  expect(
    dev.lines.find(({ set, metric }) => set === "mask-own ja, dev" && metric === "strict: recall, characters")?.[
      "figure"
    ]
  ).toBe(1)
  const held = await evaluate(["report", "--data", data, "--only", "mask-own", "--held"])
  expect(held.code).toBe(1)
  expect(String(held.lines[0]?.["error"])).toContain("held.jsonl, line 1")
})

test("a folder that isn't there, and a set that nobody knows, and writing a part of the table, end with 2", async () => {
  for (const args of [
    ["--data", "/nowhere/at/all"],
    ["--only", "presidioo"],
    ["--write", "--only", "bipia"]
  ])
    expect(await evaluate(["report", ...args])).toMatchObject({ code: 2, lines: [] })
})

test("names are told by origin and gender, the lowest named", async () => {
  const names = ["Bob Baker", "Qwe Rty"].flatMap((name, n) =>
    (["f", "m"] as const).map((gender) => ({
      id: `${n}${gender}`,
      name,
      origin: ["english", "invented"][n],
      gender,
      part: "dev"
    }))
  )
  const data = dataFolder({
    "mask-names/names.jsonl": names,
    "mask-names/sentences.jsonl": [
      { id: 1, text: "Please ask {} about it.", part: "dev" },
      { id: 2, text: "{}", part: "held" }
    ]
  })
  const { lines } = await evaluate(["report", "--data", data, "--only", "mask-names"])
  const metrics = lines.map(({ metric }) => String(metric))
  for (const letters of ["mixed case", "lower case"]) {
    for (const who of ["all names", "women's names", "men's names", "english", "invented"])
      expect(metrics).toContain(`strict, ${letters}: ${who}`)
    expect(metrics.filter((metric) => metric.startsWith(`strict, ${letters}: lowest origin`))).toHaveLength(1)
  }
})

test("a word is found by its first or last character, whatever the type; a span only whole; titles, dates and nationalities count neither way", () => {
  const text = "Mr Bob Smith-Jones flew on Monday, see a@b.example now"
  const tally = emptyTally()
  const at = (value: string, type: string) => ({
    start: text.indexOf(value),
    end: text.indexOf(value) + value.length,
    type
  })
  tallyMask(
    { text, spans: [at("Bob Smith-Jones", "PERSON"), at("Monday", "DATE"), at("a@b.example", "EMAIL")] },
    [at("Bob Smith", "X"), at("Monday", "X"), at("a@b", "X"), at("flew", "X")],
    tally
  )
  expect(tally).toEqual({
    hit: 3,
    missed: 0,
    over: 1,
    left: 3,
    types: { PERSON: { covered: 0, all: 1 }, EMAIL: { covered: 0, all: 1 } },
    structured: { masked: 2, all: 9 }
  })
  expect(maskFigures(tally)).toMatchObject({ precision: 3 / 4, recall: 1, overMasked: 1 / 4 })
})

test("characters are counted where words have no spaces between them", () => {
  const line = {
    text: "山田様、東京です",
    spans: [
      { start: 0, end: 2, type: "PERSON" },
      { start: 2, end: 3, type: "TITLE" },
      { start: 4, end: 6, type: "PLACE" }
    ]
  }
  expect(
    charactersMasked([
      {
        line,
        masked: [
          { start: 0, end: 3 },
          { start: 6, end: 7 }
        ]
      }
    ])
  ).toEqual({ recall: 0.5, overMasked: 0.5 })
})

test("the table of the document is replaced between its marks", () => {
  const row = { set: "a", metric: "x: y", figure: 0.1234, seconds: 0.5, linesPerSecond: 10 }
  const table = tableOf([
    row,
    { ...row, figure: -0.012, unit: "points" },
    { set: "b", missing: "b/dev.jsonl" },
    { set: "c", error: "no | such\nline" }
  ])
  expect(table.slice(2)).toEqual([
    "| a | x: y | 12.3 % |  | 0.50 | 10 |",
    "| a | x: y | -1.2 points |  | 0.50 | 10 |",
    "| b | not there (b/dev.jsonl) |  |  |  |  |",
    "| c | failed: no / such line |  |  |  |  |"
  ])
  expect(detailsOf([row, { ...row, metric: "x: z", figure: 1 }]).slice(2)).toEqual(["| a | x | y 12.3 %, z 100.0 % |"])
  expect(withTable("before\n<!-- report -->\nold\n<!-- end of report -->\nafter", ["new"])).toBe(
    "before\n<!-- report -->\n\nnew\n\n<!-- end of report -->\nafter"
  )
  expect(() => withTable("no marks", [])).toThrow("lacks the lines")
})
