import { describe, expect, test } from "vitest"
import { KINDS, LANGUAGES, PARTS, rowsOf, type Row } from "./own-set/rows.ts"

const EXPECTED = {
  first: { from: 1, english: { rows: 300, eachKind: 15 }, other: { rows: 40, eachKind: 2 } },
  second: { from: 501, english: { rows: 150, eachKind: 8 }, other: { rows: 20, eachKind: 1 } },
  third: { from: 701, english: { rows: 150, eachKind: 8 }, other: { rows: 20, eachKind: 1 } }
}
const all = PARTS.flatMap((part) => LANGUAGES.flatMap((language) => rowsOf(language, part)))
const ids = (rows: Row[]) => rows.map(({ id }) => id)
const labels = (rows: Row[], kind: string) =>
  rows.flatMap(({ findings }) => findings).filter((finding) => finding.kind === kind).length

test("no two rows have the same id or the same text", () => {
  expect(new Set(ids(all)).size).toBe(all.length)
  expect(new Set(all.map(({ text }) => text)).size).toBe(all.length)
})

describe.each(PARTS.flatMap((part) => LANGUAGES.map((language) => ({ part, language }))))(
  "$part part, $language",
  ({ part, language }) => {
    const rows = rowsOf(language, part)
    const { from } = EXPECTED[part]
    const expected = EXPECTED[part][language === "en" ? "english" : "other"]
    const dev = rows.filter(({ half }) => half === "dev")
    const kept = rows.filter(({ half }) => half === "kept")
    const halves = part === "first" ? [dev, kept] : [kept]

    test("has its rows, numbered in order", () => {
      expect(ids(rows)).toEqual(
        Array.from({ length: expected.rows }, (_, n) => `${language}-${String(n + from).padStart(3, "0")}`)
      )
    })

    test("each quote stands at its place", () => {
      const wrong = rows.filter(({ text, findings }) =>
        findings.some(({ quote, start, end }) => text.slice(start, end) !== quote)
      )
      expect(ids(wrong)).toEqual([])
    })

    test("odd numbers of the first part are dev, all others are kept", () => {
      expect(
        ids(rows.filter(({ id, half }) => half !== (part === "first" && Number(id.slice(3)) % 2 ? "dev" : "kept")))
      ).toEqual([])
    })

    test("half of the rows have findings, in each half, and most of the others stand near one", () => {
      for (const half of halves)
        expect(half.filter(({ findings }) => findings.length > 0).length / half.length).toBeCloseTo(0.5, 1)
      const clean = rows.filter(({ findings }) => findings.length === 0)
      expect(clean.filter(({ near }) => near).length / clean.length).toBeGreaterThan(0.5)
      expect(ids(rows.filter(({ near, findings }) => near && findings.length > 0))).toEqual([])
    })

    test.each(KINDS)("%s has enough labels, spread over the halves", (kind) => {
      expect(labels(rows, kind)).toBeGreaterThanOrEqual(expected.eachKind)
      if (halves.length > 1) expect(Math.abs(labels(dev, kind) - labels(kept, kind))).toBeLessThanOrEqual(2)
    })

    test("no two labels of a kind overlap in a row", () => {
      const twice = rows.filter(({ findings }) =>
        findings.some((a, i) =>
          findings.some((b, j) => i < j && a.kind === b.kind && a.start < b.end && b.start < a.end)
        )
      )
      expect(ids(twice)).toEqual([])
    })

    test("a greeting is missed only at the start of a first mail", () => {
      const misplaced = rows.filter(({ context, findings }) =>
        findings.some(
          ({ kind, where, start }) =>
            (kind === "missing-greeting") !== (where === "start") ||
            (where && (start !== 0 || context.channel !== "mail" || !context.firstReply))
        )
      )
      expect(ids(misplaced)).toEqual([])
    })

    test("a first reply is one to a thread in which no agent has written", () => {
      expect(
        ids(rows.filter(({ context }) => context.firstReply === context.thread.some(({ role }) => role === "agent")))
      ).toEqual([])
    })
  }
)
