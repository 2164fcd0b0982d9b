import { readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { maskingRecallOf } from "../../src/masking/recall.ts"
import { LANGUAGES } from "../../src/text/languages.ts"
import { languageName } from "../../src/ui/messages/format.ts"
import { t } from "../../src/ui/messages/t.ts"
import { root } from "../house/files.ts"

const [, table = ""] =
  /<!-- figures -->([^]*?)<!-- end of figures -->/.exec(readFileSync(join(root, "docs/privacy.md"), "utf8")) ?? []
/** Percent found in strict mode, by the language's name. */
const told = new Map(
  [...table.matchAll(/^\| ([A-Z]\w+)[^|]* \| (\d+(?:\.\d+)?) % \|/gm)].map(([, language = "", found]) => [
    language,
    Number(found)
  ])
)

test("what the panel says of a language is what docs/privacy.md says, rounded down", () => {
  expect(Object.fromEntries([...told].map(([language, found]) => [language, Math.floor(found)]))).toEqual(
    Object.fromEntries(LANGUAGES.map((language) => [languageName(language), maskingRecallOf(language)?.found]))
  )
})

test("the popup names the languages of which less than 85 of 100 are found, and no other", () => {
  expect(LANGUAGES.filter((language) => t("masking").includes(languageName(language)))).toEqual(
    LANGUAGES.filter((language) => (maskingRecallOf(language)?.found ?? 0) < 85)
  )
})

test("a locale counts as its language; a language without a figure has none", () => {
  expect(maskingRecallOf("pt-BR")).toEqual(maskingRecallOf("pt"))
  expect(maskingRecallOf("en_GB")).toMatchObject({ language: "en", of: "words" })
  expect(maskingRecallOf("ja-JP")).toMatchObject({ language: "ja", of: "characters" })
  expect([maskingRecallOf("nl"), maskingRecallOf(""), maskingRecallOf(null), maskingRecallOf(undefined)]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined
  ])
})
