import { expect, test } from "vitest"
import { isoDay, monthsLater, workingDaysAfter, workingDaysLater } from "../../src/text/day-distance.ts"

test.each([
  ["2026-01-31", 1, "2026-02-28"],
  ["2028-01-31", 1, "2028-02-29"],
  ["2026-03-31", -1, "2026-02-28"],
  ["2026-11-15", 3, "2027-02-15"]
])("%s and %i months", (day, months, expected) => {
  expect(isoDay(monthsLater(Date.parse(day), months))).toBe(expected)
})

test.each([
  ["2026-06-05", 1, 1, "2026-06-08"],
  ["2026-06-08", 1, -1, "2026-06-05"],
  ["2026-06-05", 1.5, 1, "2026-06-09"]
] as const)("%s and %d working days, by steps of %i", (day, count, step, expected) => {
  expect(isoDay(workingDaysLater(Date.parse(day), count, step))).toBe(expected)
})

test.each([
  ["2026-06-05", "2026-06-08", 1],
  ["2026-06-05", "2026-06-07", 0],
  ["2026-06-05", "2026-06-19", 10],
  ["2026-06-08", "2026-06-05", 0]
])("working days after %s, up to %s: %i", (from, to, count) => {
  expect(workingDaysAfter(Date.parse(from), Date.parse(to))).toBe(count)
})
