import { expect, test } from "vitest"
import { LineCounter, parseDocument } from "yaml"
import { syntaxMistakes } from "../../../src/runtime/yaml/open-yaml.ts"

const told = (source: string) => {
  const counter = new LineCounter()
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false })
  return syntaxMistakes(document, source, counter).map(({ line, sentence }) => `${line}: ${sentence}`)
}

test.each([
  ["a pattern in double quotes", 'a: b\npattern: "LL-\\d{5}"', "2: In double quotes a backslash"],
  ["the same in braces", 'order: {pattern: "LL-\\d{5}"}', "1: In double quotes a backslash"],
  ["a gap in a list", "greeting: [Hallo {name},]", "1: A text that holds braces or brackets needs quotes"],
  ["a gap in a list of several lines", "greeting: [\n  Hi,\n  Hallo {name},\n]", "3: A text that holds braces"],
  ["a gap in a map", "say: {en: Hallo {name}}", "1: A text that holds braces or brackets needs quotes"],
  ["a gap at the beginning", "greeting: {name}, hallo", "1: A text that holds braces or brackets needs quotes"],
  ["a variable in a map", "a: {key: ${KEY}}", "1: Something stands here that YAML doesn't expect. Within braces put"],
  ["two quoted texts without a comma", `a: ["x" "y"]`, "1: A comma is missing between two entries"],
  ["two maps without a comma", "a: [{b: 1} {c: 2}]", "1: A comma is missing between two entries"],
  ["an open quote", 'a: "x', "1: A quote or bracket that was opened isn't closed."],
  ["an open bracket", "a: [x, y\nb: c", "2: A bracket or brace that was opened isn't closed before this line"],
  ["a wrong indent", "a:\n  b: 1\n c: 2", "3: This line isn't indented like its neighbours"]
])("%s is told with its line", (_, source, sentence) => {
  expect(told(source)).toEqual([expect.stringContaining(sentence)])
})

test("what is YAML has no mistake", () => {
  expect(told("pattern: 'LL-\\d{5}'\ngreeting: [\"Hallo {name},\"]\nsay: {en: 'Hi {name}'}\n")).toEqual([])
})
