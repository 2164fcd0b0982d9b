import { expect, test } from "vitest"
import { lineCount, sourceFiles } from "./files.ts"

const LONGEST = 400
const ENTRY = 25

test(`no file is over ${LONGEST} lines`, () => {
  const long = sourceFiles(
    "src",
    "demo",
    "tests",
    "background",
    "contents",
    "popup",
    "sidepanel",
    "tabs",
    "bench",
    "eval"
  )
    .map((file) => `${lineCount(file)} ${file}`)
    .filter((line) => Number.parseInt(line) > LONGEST)
  expect(long).toEqual([])
})

test("entries are thin", () => {
  const thick = sourceFiles("background", "contents", "popup", "sidepanel", "tabs").filter(
    (file) => lineCount(file) > ENTRY
  )
  expect(thick).toEqual([])
})
