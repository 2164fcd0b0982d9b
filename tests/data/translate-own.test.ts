import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import * as z from "zod/mini"
import { alteredTranslations } from "../../data/rewrite-own/alter.ts"
import { ALTERATION_KINDS } from "../../data/rewrite-own/shapes.ts"
import { root } from "../house/files.ts"

const words = z.string().check(z.trim(), z.minLength(1))
const row = z.strictObject({
  id: z.string().check(z.regex(/^[a-z]{2}-[a-z]{2}-\d{2}$/)),
  from: z.string(),
  to: z.string(),
  source: words,
  translation: words,
  alterations: z.array(z.strictObject({ kind: z.enum(ALTERATION_KINDS), old: words, new: words }))
})
/** The held part is for measuring: it is read only where somebody asks for it. */
const PARTS = process.env["REPLYWRIGHT_HELD"] ? (["dev", "held"] as const) : (["dev"] as const)
const PLACEHOLDER_OR_LINK = /\[[A-Z]+_\d+\]|https?:\/\/[^\s,;]*[\w/]/g

const rowsOf = (part: "dev" | "held") =>
  readFileSync(join(root, `data/rewrite-own/translate-${part}.jsonl`), "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => row.parse(JSON.parse(line)))

test("no two pairs have the same id or the same text", () => {
  const all = PARTS.flatMap(rowsOf)
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  expect(new Set(all.flatMap(({ source, translation }) => [source, translation])).size).toBe(2 * all.length)
})

describe.each(PARTS)("translations, the %s part", (part) => {
  const rows = rowsOf(part)
  const altered = alteredTranslations(rows, 1)

  test("five pairs for each direction, odd numbers for dev and even ones for held", () => {
    const directions = ["de", "fr", "es", "pt", "ja"].flatMap((other) => [`en-${other}`, `${other}-en`])
    const counts = directions.map((way) => rows.filter(({ from, to }) => `${from}-${to}` === way).length)
    expect(counts).toEqual(directions.map(() => 5))
    expect(rows.filter(({ id, from, to }) => !id.startsWith(`${from}-${to}`))).toEqual([])
    expect(rows.filter(({ id }) => Number(id.slice(-2)) % 2 !== Number(part === "dev"))).toEqual([])
  })

  test("a faithful translation has the placeholders and links of its source", () => {
    const kept = (text: string) => (text.match(PLACEHOLDER_OR_LINK) ?? []).sort()
    expect(rows.filter(({ source, translation }) => kept(source).join() !== kept(translation).join())).toEqual([])
  })

  test("each pair is altered three times, never to its own translation", () => {
    expect(altered).toHaveLength(3 * rows.length)
    expect(new Set(altered.map(({ after }) => after)).size).toBe(altered.length)
    const faithful = new Set(rows.map(({ translation }) => translation))
    expect(altered.filter(({ after }) => faithful.has(after))).toEqual([])
  })

  test.each(["negation", "name", "number", "date", "money", "placeholder", "link"])(
    "%s is changed often enough",
    (kind) => {
      expect(altered.filter((each) => each.kind === kind).length).toBeGreaterThanOrEqual(10)
    }
  )
})
