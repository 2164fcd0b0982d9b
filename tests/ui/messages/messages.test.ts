import { readdir, readFile } from "node:fs/promises"
import { basename } from "node:path"
import { IntlMessageFormat } from "intl-messageformat"
import { describe, expect, test } from "vitest"
import { en } from "../../../src/ui/messages/en/en.ts"
import { LANGUAGES } from "../../../src/ui/messages/languages.ts"
import { argumentsOf, createTranslate } from "../../../src/ui/messages/translate.ts"

const LOCALE = LANGUAGES.en.locale
const parse = (message: string) => new IntlMessageFormat(message, LOCALE, undefined, { ignoreTag: true }).getAst()

test("the interface has the messages of every file", async () => {
  const all = await readFile("src/ui/messages/en/en.ts", "utf8")
  const files = (await readdir("src/ui/messages/en", { recursive: true })).filter((file) => file.endsWith(".ts"))
  const surfaces = files.filter((file) => file !== "en.ts").map((file) => basename(file, ".ts"))
  expect(surfaces).not.toEqual([])
  for (const name of surfaces)
    expect(all).toContain(`...${name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())}`)
})

test("every message is valid ICU MessageFormat", () => {
  for (const [key, message] of Object.entries(en)) expect(() => parse(message), key).not.toThrow()
})

test("no argument of a message is both counted and put in as it is", () => {
  for (const [key, message] of Object.entries(en)) {
    const counted = [...argumentsOf(parse(message))].filter(([, kind]) => kind === "number").map(([name]) => name)
    for (const name of counted) expect(message, key).not.toContain(`{${name}}`)
  }
})

describe("another language", () => {
  // A pseudo locale: every message of English, marked.
  const pseudo = Object.fromEntries(Object.entries(en).map(([key, message]) => [key, `⟦${message}⟧`]))

  test("can be plugged in for every message", () => {
    const translate = createTranslate(pseudo, "en-XA")
    for (const key of Object.keys(en)) expect(translate(key, { count: 2 }), key).toMatch(/^⟦[^]*⟧$/u)
  })

  test("has its own plural forms, numbers and order of arguments", () => {
    const polish = { pages: "{name}: {count, plural, one {# strona} few {# strony} many {# stron} other {# strony}}" }
    const translate = createTranslate(polish, "pl")
    const forms = [1, 2, 5, 12345].map((count) => translate("pages", { count, name: "A" }))
    expect(forms).toEqual(["A: 1 strona", "A: 2 strony", "A: 5 stron", "A: 12\u00a0345 stron"])
  })
})

describe("English", () => {
  const translate = createTranslate(en, LOCALE)

  test("says nothing otherwise than as a number where the message has words for it", () => {
    const removed = [0, 1, 1234].map((count) => translate("imports.removed", { count, name: "Shop" }))
    expect(removed).toEqual([
      "Shop is removed. It had no documents.",
      "Shop is removed, with 1 document.",
      "Shop is removed, with 1,234 documents."
    ])
  })

  test("shows a number as the locale writes it, in a plain argument too, and text as it is", () => {
    expect(translate("saw.find.at", { n: 1234, of: "{of} '#' <b>" })).toBe("1,234 of {of} '#' <b>")
  })

  test("keeps braces and apostrophes that belong to the text", () => {
    expect(translate("rules.pattern.empty", {})).toContain("such as \\d{4,10}.")
    expect(translate("foreign.payment", {})).toContain("can’t be traced")
  })
})
