import { readdir } from "node:fs/promises"
import { IntlMessageFormat } from "intl-messageformat"
import { describe, expect, test } from "vitest"
import { en } from "../../../src/ui/messages/en/en.ts"
import { LANGUAGE_CODES, LANGUAGES, type LanguageCode } from "../../../src/ui/messages/languages.ts"
import { loadMessages } from "../../../src/ui/kit/language/load-messages.ts"
import { argumentsOf } from "../../../src/ui/messages/translate.ts"
import { LOAN_WORDS, NAMES } from "./loan-words.ts"

/** Each language has every message, in its own words, with the arguments and the plural forms that it needs. */
type Ast = ReturnType<IntlMessageFormat["getAst"]>
type OtherLanguage = Exclude<LanguageCode, "en">
const OTHERS = LANGUAGE_CODES.filter((code): code is OtherLanguage => code !== "en")
const loaded = Object.fromEntries(
  await Promise.all(OTHERS.map(async (code) => [code, Object.entries(await loadMessages(code))] as const))
)
const english = new Map<string, string>(Object.entries(en))
const parse = (message: string, code: LanguageCode) =>
  new IntlMessageFormat(message, LANGUAGES[code].locale, undefined, { ignoreTag: true }).getAst()

describe.each(OTHERS)("%s", (code) => {
  const messages = loaded[code] ?? []

  test("has the files of English", async () => {
    const files = async (folder: LanguageCode) =>
      (await readdir(`src/ui/messages/${folder}`, { recursive: true })).map((file) =>
        file === `${folder}.ts` ? "index" : file
      )
    expect((await files(code)).sort()).toEqual((await files("en")).sort())
  })

  test("has every message, and no other", () => {
    const keys = new Set(messages.map(([key]) => key))
    expect([...english.keys()].filter((key) => !keys.has(key))).toEqual([])
    expect([...keys].filter((key) => !english.has(key))).toEqual([])
  })

  test("has its own words, apart from names and loan words", () => {
    expect(messages.flatMap(([key, message]) => untranslated(key, message, code))).toEqual([])
  })

  test("has the arguments of English, of the same kinds, and the same branches by words", () => {
    for (const [key, message] of messages) {
      const original = parse(english.get(key) ?? "", "en")
      const translated = parse(message, code)
      expect([...argumentsOf(translated)].sort(), key).toEqual([...argumentsOf(original)].sort())
      expect(branchesOf(translated), key).toEqual(branchesOf(original))
    }
  })

  test("has every plural form that a count can need, and no other", () => {
    const faults = messages.flatMap(([key, message]) =>
      pluralFaults(parse(message, code), code, parse(english.get(key) ?? "", "en")).map((fault) => `${key}: ${fault}`)
    )
    expect(faults).toEqual([])
  })
})

/** Whoever speaks to the browser says what is on the control: WCAG 2.5.3, Label in Name. */
test.each(LANGUAGE_CODES)("%s: the whole name of a mark has the word on it", (code) => {
  const messages = code === "en" ? english : new Map(loaded[code])
  const marks = [...messages].filter(([key]) => key.startsWith("mark.") && messages.has(`${key}.long`))
  expect(marks).not.toEqual([])
  for (const [key, word] of marks) expect(messages.get(`${key}.long`)?.toLowerCase(), key).toContain(word.toLowerCase())
})

describe("the search", () => {
  test("finds what was left in English, also in one branch", () => {
    expect(untranslated("pair", en.pair, "de")).not.toEqual([])
    const half = "{count, plural, one {# Entwurf} other {# drafts}}"
    expect(untranslated("kept.drafts", half, "de")).toEqual(["kept.drafts: drafts"])
    expect(untranslated("product", "Replywright", "ja")).toEqual([])
  })

  test("finds a missing and a needless plural form", () => {
    const counted = parse("{n, plural, one {a} other {b}}", "en")
    const faults = (message: string, code: LanguageCode) => pluralFaults(parse(message, code), code, counted)
    expect(faults("{n, plural, one {a} other {b}}", "ar")).toEqual(["n: zero", "n: two", "n: few", "n: many"])
    expect(faults("{n, plural, =0 {x} one {a} =2 {y} few {c} many {d} other {b}}", "ar")).toEqual([])
    expect(faults("{n, plural, one {a} other {b}}", "ja")).toEqual(["n: not one"])
    expect(faults("{n, plural, one {a} other {b}}", "fr")).toEqual([])
  })
})

/** Returns the texts of a message that are those of English, and neither names nor words that both languages have. */
function untranslated(key: string, message: string, code: OtherLanguage): string[] {
  const originals = new Set(textsOf(parse(english.get(key) ?? "", "en")))
  const shared = new Set([...NAMES, ...LOAN_WORDS[code]].map((word) => word.toLowerCase()))
  return textsOf(parse(message, code)).flatMap((text) => {
    const words = text.replace(/https?:\/\/\S+/gu, "").match(/\p{L}{2,}/gu) ?? []
    return originals.has(text) && words.some((word) => !shared.has(word.toLowerCase()))
      ? [`${key}: ${text.trim()}`]
      : []
  })
}

/** The texts of a message and of its branches. */
function textsOf(ast: Ast): string[] {
  return ast.flatMap((element) => [
    ...(element.type === 0 ? [element.value] : []),
    ...("options" in element ? Object.values(element.options).flatMap(({ value }) => textsOf(value)) : [])
  ])
}

/** The branches that a word chooses, by argument, and the counts that have words of their own are left to a language. */
function branchesOf(ast: Ast): Record<string, string[]> {
  const branches: Record<string, string[]> = {}
  for (const element of ast) {
    if (!("options" in element)) continue
    if (element.type === 5) branches[element.value] = Object.keys(element.options).sort()
    for (const { value } of Object.values(element.options)) Object.assign(branches, branchesOf(value))
  }
  return branches
}

/** Whole numbers as far as anything is counted. */
const COUNTS = Array.from({ length: 1101 }, (_, n) => n)

/** Where English has no words of their own for one, a language may do without, too. */
function pluralFaults(ast: Ast, code: LanguageCode, original: Ast): string[] {
  const withOne = argumentsWithOne(original)
  return ast.flatMap((element) => {
    if (!("options" in element)) return []
    const inside = Object.values(element.options).flatMap(({ value }) => pluralFaults(value, code, original))
    if (element.type !== 6) return inside
    const rules = new Intl.PluralRules(LANGUAGES[code].locale, { type: element.pluralType ?? "cardinal" })
    const forms = Object.keys(element.options)
    const needed = COUNTS.filter((n) => !forms.includes(`=${n}`)).map((n) => rules.select(n))
    const possible: string[] = rules.resolvedOptions().pluralCategories
    return [
      ...[...new Set(needed)]
        .filter((form) => !forms.includes(form) && (form !== "one" || withOne.has(element.value)))
        .map((form) => `${element.value}: ${form}`),
      ...forms
        .filter((form) => !form.startsWith("=") && !possible.includes(form))
        .map((form) => `${element.value}: not ${form}`),
      ...inside
    ]
  })
}

/** The arguments for which a message has words for one. */
function argumentsWithOne(ast: Ast): Set<string> {
  const names = new Set<string>()
  for (const element of ast) {
    if (!("options" in element)) continue
    if ("one" in element.options || "=1" in element.options) names.add(element.value)
    for (const { value } of Object.values(element.options)) for (const name of argumentsWithOne(value)) names.add(name)
  }
  return names
}
