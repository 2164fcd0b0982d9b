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

test("docs/privacy.md has the figures of the report in docs/quality/tables.md", () => {
  const report = readFileSync(join(root, "docs/quality/tables.md"), "utf8")
  const expected = LANGUAGES.map((language) => {
    const set = `mask-own ${language}, held`
    const figure = (metric: string) =>
      new RegExp(`^\\| ${set} \\| ${metric} \\| ([\\d.]+ %) \\|`, "m").exec(report)?.[1] ?? "none"
    const persons = new RegExp(`^\\| ${set} \\| strict, wholly masked \\|.* PERSON ([\\d.]+ %)`, "m").exec(report)?.[1]
    const [found, other] = ["recall(?:, characters)?", "other (?:words|characters) masked"]
    return [
      figure(`strict: ${found}`),
      figure(`balanced: ${found}`),
      figure(`strict: ${other}`),
      figure(`balanced: ${other}`),
      persons ?? "none"
    ].join(" | ")
  })
  const rows = LANGUAGES.map(
    (language) => new RegExp(`^\\| ${languageName(language)}[^|]* \\| (.*) \\|$`, "m").exec(table)?.[1]
  )
  expect(rows).toEqual(expected)
})

test("what the panel says of a language is what docs/privacy.md says, rounded down", () => {
  expect(Object.fromEntries([...told].map(([language, found]) => [language, Math.floor(found)]))).toEqual(
    Object.fromEntries(LANGUAGES.map((language) => [languageName(language), maskingRecallOf(language)?.found]))
  )
})

test("the popup names the languages of which less than 88 of 100 are found, and no other", () => {
  expect(LANGUAGES.filter((language) => t("masking").includes(languageName(language)))).toEqual(
    LANGUAGES.filter((language) => (maskingRecallOf(language)?.found ?? 0) < 88)
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
