import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { recordRun, RUNS_FILE, runSchema } from "../../bench/record.ts"
import { lineCount, root, sourceFiles } from "./files.ts"

const read = (file: string) => readFileSync(join(root, file), "utf8")

test("a benchmark is no test: small, without assertion, called by neither tests nor CI", () => {
  const bench = sourceFiles("bench")
  expect(bench.length).toBeGreaterThan(5)
  expect(bench.filter((file) => lineCount(file) > 120)).toEqual([])
  expect(bench.filter((file) => /from "(vitest|node:assert|node:test)/.test(read(file)))).toEqual([])
  expect([".ci/run", "tests/run.ts"].filter((file) => /\bbench\b/.test(read(file)))).toEqual([])
})

test("a part of a run is one line behind those of earlier runs, and every line of the log has its date, part, machine and figures", () => {
  const folder = mkdtempSync(join(tmpdir(), "replywright-bench-"))
  const file = join(folder, "results/runs.jsonl")
  const run = {
    at: new Date("2026-11-29T23:30:00Z"),
    machine: [["Node", "v24.21.0"]],
    rows: [["first start", "1.84 s"]]
  }
  recordRun({ ...run, part: "relay" }, file)
  recordRun({ ...run, part: "search" }, file)
  const lines = linesOf(readFileSync(file, "utf8"))
  rmSync(folder, { recursive: true })
  expect(lines).toEqual(
    ["relay", "search"].map((part) => ({ date: "2026-11-29", part, machine: run.machine, rows: run.rows }))
  )
  const wrong = linesOf(readFileSync(RUNS_FILE, "utf8")).filter((line) => !runSchema.safeParse(line).success)
  expect(wrong).toEqual([])
})

function linesOf(jsonLines: string): unknown[] {
  return jsonLines
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line))
}
