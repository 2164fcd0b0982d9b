import { expect, test } from "vitest"
import { addressIn, addressesIn } from "../../src/helpdesks/contract/mail-address.ts"
import { withoutSize } from "../../src/helpdesks/contract/attached-files.ts"
import { markdownOfHtml } from "../../src/ingest/formats/html/markdown-of-html.ts"
import { isBareName } from "../../src/text/mail/bare-name.ts"
import { slowness } from "../slowness.ts"

const MANY = 100_000
const run = (piece: string) => piece.repeat(MANY / piece.length)

test.each<[string, () => unknown, unknown]>([
  ["an address without an @", () => addressIn(run("a")), undefined],
  ["an address of @ alone", () => addressIn(run("@")), undefined],
  ["a file's name of spaces", () => withoutSize(`a${run(" ")}b`).length, MANY + 2],
  ["a file's name of digits", () => withoutSize(`${run("1.")}b`).length, MANY + 1],
  ["a line with a gap", () => isBareName(`Ana${run(" ")}b`), false],
  ["a picture of digits", () => markdownOfHtml(`<p><img alt="${run("1")}b"></p>`).length, MANY + 1]
])("a long run takes time by its length alone: %s", (_, read, expected) => {
  const before = process.threadCpuUsage()
  expect(read()).toBe(expected)
  const { user, system } = process.threadCpuUsage(before)
  expect((user + system) / 1000).toBeLessThan(800 * slowness())
})

test.each([
  ["Ana Lind <Ana@Post.example>", "ana@post.example"],
  ["write to 'bo@post.example', please", "bo@post.example"],
  ["@ana, bo@post, a@.b c@d.e", "c@d.e"],
  ["@a@b.c", "@a@b.c"],
  ["a@b.", undefined],
  ["", undefined]
])("the first address in %j", (text, address) => expect(addressIn(text)).toBe(address))

test("each address of a list, but none that a name in quotes says", () => {
  expect(addressesIn('"no@no.example" <ana@post.example>, bo@post.example; x')).toEqual([
    "ana@post.example",
    "bo@post.example"
  ])
})

test("a size behind a file's name is taken off, also of a long name", () => {
  expect(withoutSize("label.pdf (1.2 MB)")).toBe("label.pdf")
  expect(withoutSize(`${"a".repeat(200)}.pdf - 20 bytes`)).toBe(`${"a".repeat(200)}.pdf`)
})
