import { describe, expect, test } from "vitest"
import { KINDS, NEW_PARTS, newRows } from "../tone/own-set/rows.ts"

const ROWS = {
  dev: { en: 35, de: 25, fr: 20, es: 18, pt: 15, ja: 12 },
  held: { en: 35, de: 25, fr: 20, es: 17, pt: 15, ja: 13 }
}

test("no two rows have the same id or the same text", () => {
  const all = NEW_PARTS.flatMap(newRows)
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  expect(new Set(all.map(({ text }) => text)).size).toBe(all.length)
})

describe.each(NEW_PARTS)("new rows for tone, the %s part", (part) => {
  const rows = newRows(part)
  const clean = rows.filter(({ findings }) => findings.length === 0)

  test("has its rows in every language, half of them without a finding and near one", () => {
    const count = (language: string) => rows.filter(({ id }) => id.startsWith(language)).length
    expect(Object.fromEntries(Object.keys(ROWS[part]).map((language) => [language, count(language)]))).toEqual(
      ROWS[part]
    )
    expect(clean.length / rows.length).toBeCloseTo(0.5, 1)
    expect(rows.filter(({ findings, near }) => findings.length > 0 === Boolean(near))).toEqual([])
    expect(rows.filter(({ half }) => half !== (part === "dev" ? "dev" : "kept"))).toEqual([])
  })

  test("each quote stands at its place, once", () => {
    const wrong = rows.filter(({ text, findings }) =>
      findings.some(
        ({ quote, start, end }) => text.slice(start, end) !== quote || text.indexOf(quote, start + 1) !== -1
      )
    )
    expect(wrong.map(({ id }) => id)).toEqual([])
  })

  test("a greeting is missed only at the start of a first mail", () => {
    const misplaced = rows.filter(({ context, findings }) =>
      findings.some(
        ({ kind, where, start }) =>
          (kind === "missing-greeting") !== (where === "start") ||
          (where && (start !== 0 || context.channel !== "mail" || !context.firstReply))
      )
    )
    expect(misplaced.map(({ id }) => id)).toEqual([])
  })

  test.each(KINDS)("%s has enough labels", (kind) => {
    const labels = rows.flatMap(({ findings }) => findings).filter((finding) => finding.kind === kind)
    expect(labels.length).toBeGreaterThanOrEqual(4)
  })
})
