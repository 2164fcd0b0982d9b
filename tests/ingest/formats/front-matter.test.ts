import { expect, test } from "vitest"
import { documents, failures } from "./read.ts"

const fault = async (head: string) => (await failures("a.md", `---\n${head}\n---\nText.`))[0]

test.each([
  ["title: Returns: how long", 2, 'the title in quotes, title: "Returns: how long"'],
  ["locale: en\ntitle: [Beta] Returns", 3, 'the title in quotes, title: "[Beta] Returns"'],
  ["title: @home", 2, 'the title in quotes, title: "@home"'],
  ['id: a\nproduct: "Halo" lamp', 3, `the product in quotes, product: '"Halo" lamp'`]
])("%s: the message names the line of the file and what to put in quotes", async (head, line, way) => {
  expect(await fault(head)).toBe(`a.md: The front matter is no YAML in line ${line}: put ${way}.`)
})

test.each([
  ["title: 404", "404"],
  ["title: 3.10", "3.10"],
  ["title: Lamp #1 of two", "Lamp #1 of two"],
  ["title: #1 lamp", "#1 lamp"],
  ["title:", ""],
  ["title: yes", "yes"]
])("%s gives the title as it is written", async (head, title) => {
  expect((await documents("a.md", `---\n${head}\nid: 007\n---\nText.`))[0]).toMatchObject({ title, id: "007" })
})

test("a mistake that quotes don't mend is told with its line", async () => {
  expect(await fault("id: a\ngroups:\n\t- leads")).toMatch(/^a\.md: The front matter is no YAML in line 4: Tabs /)
  expect(await failures("a.md", "+++\ntitle = Hi\n+++\nText.")).toEqual([
    "a.md: The front matter is no TOML in line 2: invalid value."
  ])
})

test("a head that never closes, and one that is far too long, are refused with the reason", async () => {
  expect(await failures("a.md", '+++\ntitle = "A"\nText.')).toEqual([
    "a.md: The front matter is opened by +++ and never closed."
  ])
  expect(await fault(`a: {${Array.from({ length: 40_000 }, (_, at) => `k${at}`).join(",")}}`)).toMatch(
    /^a\.md: The front matter has 2\d\d,\d{3} characters; it may have 20,000\.$/
  )
})
