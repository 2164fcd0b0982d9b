import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { lineCount, root, sourceFiles } from "./files.ts"

const read = (file: string) => readFileSync(join(root, file), "utf8")

test("a benchmark is no test: small, without assertion, called by neither tests nor CI", () => {
  const bench = sourceFiles("bench")
  expect(bench.length).toBeGreaterThan(5)
  expect(bench.filter((file) => lineCount(file) > 120)).toEqual([])
  expect(bench.filter((file) => /from "(vitest|node:assert|node:test)/.test(read(file)))).toEqual([])
  expect([".ci/run", "tests/run.ts"].filter((file) => /\bbench\b/.test(read(file)))).toEqual([])
})
