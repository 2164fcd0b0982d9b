import { expect, test } from "vitest"
import { remember, rememberMessages, forgetTexts } from "../../../src/text/memo/text-memory.ts"

function counting(most: number, longest?: number) {
  const asked: string[] = []
  const read = (text: string, language: string | null | undefined) => {
    asked.push(`${text} ${language}`)
    return { text }
  }
  return { asked, known: remember(most, read, longest) }
}

test("a text is read once for each language, and absent is another language than null", () => {
  const { asked, known } = counting(10)
  expect(known("one", "en")).toBe(known("one", "en"))
  known("one", "de")
  known("one", null)
  known("one")
  expect(asked).toEqual(["one en", "one de", "one null", "one undefined"])
})

test("what was unused for longest goes first", () => {
  const { asked, known } = counting(2)
  for (const text of ["one", "two", "one", "three", "one", "two"]) known(text)
  expect(asked.map((line) => line.split(" ")[0])).toEqual(["one", "two", "three", "two"])
})

test("a long text is not kept", () => {
  const { asked, known } = counting(10, 3)
  known("long")
  known("long")
  expect(asked).toHaveLength(2)
})

test("messages are remembered up to so many characters, and one that is most of them is read anew", () => {
  const asked: string[] = []
  const lengthOf = rememberMessages((text) => {
    asked.push(text)
    return text.length
  }, 50)
  for (const text of ["a", "b", "a", "too long"]) lengthOf(text, "en")
  lengthOf("too long", "en")
  expect(asked).toEqual(["a", "b", "too long", "too long"])
  for (let n = 10; n < 24; n++) lengthOf(String(n), "en")
  lengthOf("a", "en")
  expect(asked.filter((text) => text === "a")).toHaveLength(2)
})

test("nothing is remembered any more once texts are forgotten", () => {
  const { asked, known } = counting(10)
  known("one")
  forgetTexts()
  known("one")
  expect(asked).toHaveLength(2)
})
