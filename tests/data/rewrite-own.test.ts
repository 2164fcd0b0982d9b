import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import * as z from "zod/mini"
import { alteredRewrites } from "../../data/rewrite-own/alter.ts"
import { ALTERATION_KINDS, HOWS } from "../../data/rewrite-own/shapes.ts"
import { root } from "../house/files.ts"

const words = z.string().check(z.trim(), z.minLength(1))
const rewrite = z.strictObject({ how: z.enum(HOWS), text: words })
const row = z.strictObject({
  id: z.string().check(z.regex(/^[a-z]{2}-\d{3}$/)),
  language: z.enum(["en", "de", "fr", "es", "pt", "ja"]),
  text: words,
  rewrites: z.tuple([rewrite, rewrite]),
  alterations: z.array(
    z.strictObject({
      kind: z.enum(ALTERATION_KINDS),
      at: z.enum(["text", "first", "second"]),
      old: z.string().check(z.minLength(1)),
      new: z.string()
    })
  )
})
/** The held part is for measuring: it is read only where somebody asks for it. */
const PARTS = process.env["REPLYWRIGHT_HELD"] ? (["dev", "held"] as const) : (["dev"] as const)
/** By other writers: the words of each alteration are looked at as they stand. */
const FURTHER = process.env["REPLYWRIGHT_HELD"]
  ? (["held-2", "dev-3", "held-3", "dev-4", "held-4"] as const)
  : (["dev-3", "dev-4"] as const)
const TEXTS = {
  dev: { en: 35, de: 25, fr: 20, es: 18, pt: 15, ja: 12 },
  held: { en: 35, de: 25, fr: 20, es: 17, pt: 15, ja: 13 },
  "held-2": { en: 17, de: 12, fr: 10, es: 8, pt: 7, ja: 6 },
  "dev-3": { en: 10, de: 10, fr: 10, es: 10, pt: 10, ja: 10 },
  "held-3": { en: 10, de: 10, fr: 10, es: 10, pt: 10, ja: 10 },
  "dev-4": { en: 10, de: 10, fr: 10, es: 10, pt: 10, ja: 10 },
  "held-4": { en: 10, de: 10, fr: 10, es: 10, pt: 10, ja: 10 }
}
/** Their numbers, and how many facts of each text are altered. */
const NUMBERED = {
  "held-2": { first: 201, step: 1, alterations: 4 },
  "dev-3": { first: 301, step: 2, alterations: 2 },
  "held-3": { first: 302, step: 2, alterations: 2 },
  "dev-4": { first: 401, step: 2, alterations: 2 },
  "held-4": { first: 402, step: 2, alterations: 2 }
}

const rowsOf = (part: keyof typeof TEXTS) =>
  readFileSync(join(root, `data/rewrite-own/${part}.jsonl`), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => row.parse(JSON.parse(line)))

test("no two rows have the same id, no two texts or rewrites are the same", () => {
  const all = [...PARTS, ...FURTHER].flatMap(rowsOf)
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  const texts = all.flatMap(({ text, rewrites }) => [text, ...rewrites.map((each) => each.text)])
  expect(new Set(texts).size).toBe(texts.length)
})

describe.each(PARTS)("the %s part", (part) => {
  const rows = rowsOf(part)
  const altered = alteredRewrites(rows, 1)

  test("has its texts in every language, odd numbers for dev and even ones for held", () => {
    const count = (language: string) => rows.filter((each) => each.language === language).length
    expect(Object.fromEntries(Object.keys(TEXTS[part]).map((language) => [language, count(language)]))).toEqual(
      TEXTS[part]
    )
    expect(rows.filter(({ id, language }) => !id.startsWith(language))).toEqual([])
    expect(rows.filter(({ id }) => Number(id.slice(3)) % 2 !== Number(part === "dev"))).toEqual([])
  })

  test("each text is altered twice: once itself, once in a rewrite, never to a text that stands in the row", () => {
    expect(altered).toHaveLength(2 * rows.length)
    const madeOf = (id: string) => altered.filter((each) => each.id === id).map(({ from }) => from === "text")
    expect(rows.filter(({ id }) => madeOf(id).join() !== "true,false")).toEqual([])
    const texts = new Set(rows.flatMap(({ text, rewrites }) => [text, ...rewrites.map((each) => each.text)]))
    expect(altered.filter(({ after }) => texts.has(after))).toEqual([])
    expect(new Set(altered.map(({ after }) => after)).size).toBe(altered.length)
  })

  test("the same seed gives the same texts, another seed others", () => {
    expect(alteredRewrites(rows, 1)).toEqual(altered)
    expect(alteredRewrites(rows, 2)).not.toEqual(altered)
  })

  test.each(ALTERATION_KINDS)("%s is changed often enough", (kind) => {
    expect(altered.filter((each) => each.kind === kind).length).toBeGreaterThanOrEqual(kind === "blank" ? 7 : 10)
  })
})

describe.each(FURTHER)("the %s part", (part) => {
  const rows = rowsOf(part)
  const { first, step, alterations } = NUMBERED[part]
  const textsOf = ({ text, rewrites: [first, second] }: (typeof rows)[number]) => ({
    text,
    first: first.text,
    second: second.text
  })

  test("has its texts in every language, numbered on their own", () => {
    const ids = Object.entries(TEXTS[part]).flatMap(([language, count]) =>
      Array.from({ length: count }, (_, index) => `${language}-${first + index * step}`)
    )
    expect(rows.map(({ id }) => id)).toEqual(ids)
    expect(rows.filter(({ id, language }) => !id.startsWith(language))).toEqual([])
  })

  test("each text has as many alterations, of different kinds, and one in it and one in a rewrite at least", () => {
    const kinds = (each: (typeof rows)[number]) => new Set(each.alterations.map(({ kind }) => kind)).size
    expect(rows.filter((each) => each.alterations.length !== alterations || kinds(each) !== alterations)).toEqual([])
    const inText = (each: (typeof rows)[number]) => each.alterations.filter(({ at }) => at === "text").length
    expect(rows.filter((each) => inText(each) < 1 || inText(each) > alterations / 2)).toEqual([])
  })

  test("the words of every alteration stand once, and no two make the same text or one that stands in a row", () => {
    const once = rows.flatMap((each) =>
      each.alterations.filter(({ at, old }) => textsOf(each)[at].split(old).length !== 2)
    )
    expect(once).toEqual([])
    const altered = rows.flatMap((each) =>
      each.alterations.map(({ at, old, new: changed }) => textsOf(each)[at].split(old).join(changed))
    )
    expect(new Set([...altered, ...rows.flatMap((each) => Object.values(textsOf(each)))]).size).toBe(
      (alterations + 3) * 60
    )
  })
})
