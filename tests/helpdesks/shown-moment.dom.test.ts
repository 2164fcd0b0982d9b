import { expect, test } from "vitest"
import { findMoment } from "../../src/helpdesks/contract/shown-moment.ts"

const now = new Date(2026, 10, 21, 9, 0)
const local = (year: number, month: number, day: number, hour = 12, minute = 0) =>
  new Date(year, month - 1, day, hour, minute).toISOString().replace(".000Z", "Z")
const at = (text: string, language = "en-GB") => findMoment(text, now, language)?.at

test.each([
  ["2026-11-19T16:02:00Z", "2026-11-19T16:02:00Z"],
  ["Ines Duarte · 19 Nov, 16:02", local(2026, 11, 19, 16, 2)],
  ["Nov 19, 2026 06:30 PM", local(2026, 11, 19, 18, 30)],
  ["19. November 2025 um 8:05", local(2025, 11, 19, 8, 5)],
  ["19.11.2026 16:02", local(2026, 11, 19, 16, 2)],
  ["2026/11/19 16:02", local(2026, 11, 19, 16, 2)],
  ["30 Dec, 10:00", local(2025, 12, 30, 10)],
  ["yesterday, 10:32", local(2026, 11, 20, 10, 32)],
  ["gestern 10:32", local(2026, 11, 20, 10, 32)],
  ["today 08:15", local(2026, 11, 21, 8, 15)]
])("%s", (text, expected) => expect(at(text)).toBe(expected))

test("the language says which is day and which is month; without it that stays open", () => {
  expect(at("03/04/2026 10:00", "en-GB")).toBe(local(2026, 4, 3, 10))
  expect(at("03/04/2026 10:00", "en-US")).toBe(local(2026, 3, 4, 10))
  expect(at("25/04/2026 10:00", "")).toBe(local(2026, 4, 25, 10))
})

test("a time of day alone may be of any day", () =>
  expect(findMoment("Ines 08:15", now, "en-GB")).toEqual({ at: undefined, from: 5, to: 10 }))

test("a language as no browser knows it is read by its beginning", () => {
  expect(at("19 nov., 16:02", "fr_FR")).toBe(local(2026, 11, 19, 16, 2))
  expect(at("hier 10:32", "fr_FR.UTF-8")).toBe(local(2026, 11, 20, 10, 32))
  expect(at("19 Nov, 16:02", "x")).toBe(local(2026, 11, 19, 16, 2))
})

test.each([
  ["fr", "mar. 3 nov. 2026 06:30", local(2026, 11, 3, 6, 30)],
  ["it", "mar 3 nov 2026, 06:30", local(2026, 11, 3, 6, 30)],
  ["es", "mar, 3 nov 2026, 6:30", local(2026, 11, 3, 6, 30)],
  ["ja", "2026年11月3日(火) 6:30", local(2026, 11, 3, 6, 30)],
  ["ko", "2026년 11월 3일 (화) 오후 6:30", local(2026, 11, 3, 18, 30)],
  ["zh-TW", "2026年11月3日 週二 上午12:05", local(2026, 11, 3, 0, 5)]
])("a day of the week is no month, and the half of the day may come first: %s", (language, text, expected) =>
  expect(at(text, language)).toBe(expected)
)

test("a sentence without a time has none", () => expect(at("Where is order 51877?")).toBeUndefined())
