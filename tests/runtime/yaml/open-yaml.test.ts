import { threadCpuUsage } from "node:process"
import { expect, test } from "vitest"
import { openYaml, MAX_YAML_DEPTH, MAX_YAML_ENTRIES } from "../../../src/runtime/yaml/open-yaml.ts"
import { slowness } from "../../slowness.ts"

const LONGEST = 200_000
const piled = (piece: string) => piece.repeat(LONGEST / piece.length)
const numbered = (name: string, between: string) =>
  Array.from({ length: 25_000 }, (_, at) => name + at)
    .join(between)
    .slice(0, LONGEST)

test.each([
  ["names in one map", `a: {${numbered("k", ",")}}`],
  ["names in lines", numbered("k: 1\nk", ": 1\n")],
  ["items of one list", `a: [${piled("1,").slice(9)}]`],
  ["items in lines", piled("- a\n")],
  ["anchors", piled("&a ")],
  ["tags", piled("!a ")]
])("%s without end are refused with the number that may be", (_, source) => {
  const { mistakes } = opened(source)
  expect(mistakes).toEqual([expect.objectContaining({ sentence: expect.stringContaining(`${MAX_YAML_ENTRIES}`) })])
})

test.each([
  ["lists", piled("[")],
  ["lists with text", piled("[[a")],
  ["maps", piled("{a: ")],
  ["lists in one line", piled("- ")],
  ["names in one line", piled("? ")]
])("%s within each other without end are refused with their line", (_, source) => {
  const { mistakes } = opened(`first: line\nsecond: ${source}`)
  expect(mistakes).toEqual([{ line: 2, sentence: expect.stringContaining(`${MAX_YAML_DEPTH} lists or maps`) }])
})

test("commas, brackets and colons within a text are no entries", () => {
  const text = "Well, it [probably] works: {see}, below, ".repeat(4000)
  expect(openYaml(`say: "${text}"\nmore: |\n  ${text}\nname: one`).mistakes).toBeUndefined()
})

test("a name that stands twice is told with its line, in any of 5,000 lines", () => {
  const lines = Array.from({ length: 5000 }, (_, at) => `k${at}: 1`)
  expect(opened([...lines, "k77: 2", "inner: {b: 1, c: 2, b: 3}"].join("\n")).mistakes).toEqual([
    { line: 5001, sentence: "The name k77 is given a second time: each can stand once." },
    { line: 5002, sentence: "The name b is given a second time: each can stand once." }
  ])
})

/** Fails if it takes longer than others can wait. */
function opened(source: string) {
  const before = threadCpuUsage()
  const result = openYaml(source)
  const { user, system } = threadCpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(1000 * slowness())
  return result
}
