import { readdir, readFile } from "node:fs/promises"
import { IntlMessageFormat } from "intl-messageformat"
import { expect, test } from "vitest"
import { en } from "../../../src/ui/messages/en/en.ts"

/** What no reader sees at once: keys that are there twice, straight apostrophes, plural forms that don't differ. */
const messages: [string, string][] = Object.entries(en)

test("no key is in two files", async () => {
  const folder = "src/ui/messages/en"
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".ts"))
  const texts = await Promise.all(files.map((file) => readFile(`${folder}/${file}`, "utf8")))
  const keys = texts.flatMap((text) => [...text.matchAll(/^ {2}(?:"([^"]+)"|([a-z]+)):/gm)].map((of) => of[1] ?? of[2]))
  expect(keys.length).toBeGreaterThan(1000)
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
})

test("apostrophes are curly", () => {
  expect(messages.filter(([, message]) => /\p{L}'\p{L}/u.test(message)).map(([key]) => key)).toEqual([])
})

test("words for one differ from those for more; otherwise the number alone is enough", () => {
  expect(messages.filter(([, message]) => hasNeedlessForms(parse(message))).map(([key]) => key)).toEqual([])
})

type Ast = ReturnType<IntlMessageFormat["getAst"]>
const parse = (message: string): Ast => new IntlMessageFormat(message, "en", undefined, { ignoreTag: true }).getAst()

function hasNeedlessForms(ast: Ast): boolean {
  return ast.some((element) => {
    if (!("options" in element)) return false
    const { one, other } = element.options
    const isSame = one !== undefined && JSON.stringify(one.value) === JSON.stringify(other?.value)
    return isSame || Object.values(element.options).some(({ value }) => hasNeedlessForms(value))
  })
}
