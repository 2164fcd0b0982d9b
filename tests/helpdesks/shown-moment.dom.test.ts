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

test.each([
  ["hu", "2026. nov. 16. 18:30", local(2026, 11, 16, 18, 30)],
  ["cs", "16. 11. 2026 18:30", local(2026, 11, 16, 18, 30)],
  ["cs", "16. 11. 18:30", local(2026, 11, 16, 18, 30)],
  ["ru", "12 мая 2026 г., 00:15", local(2026, 5, 12, 0, 15)],
  ["pl", "16 listopada 2026 18:30", local(2026, 11, 16, 18, 30)],
  ["fr", "1er juillet 2026 à 18h30", local(2026, 7, 1, 18, 30)],
  ["lt", "2026-11-16, pr 18:30", local(2026, 11, 16, 18, 30)],
  ["vi", "18:30 16 thg 11, 2026", local(2026, 11, 16, 18, 30)],
  ["he", "16 בנוב׳ 2026, 18:30", local(2026, 11, 16, 18, 30)],
  ["th", "16 พ.ย. 2569 18:30", local(2026, 11, 16, 18, 30)],
  ["hi", "16 नव॰ 2026, 6:30 pm", local(2026, 11, 16, 18, 30)],
  ["ar", "16\u200f/11\u200f/2026، 6:30 م", local(2026, 11, 16, 18, 30)],
  ["ar-EG", "١٦\u200f/١١\u200f/٢٠٢٦، ١٢:١٥ ص", local(2026, 11, 16, 0, 15)],
  ["el", "16 Νοε 2026, 6:30 μ.μ.", local(2026, 11, 16, 18, 30)],
  ["ms", "16 Nov 2026, 12:15 PG", local(2026, 11, 16, 0, 15)],
  ["zh-TW", "2026年11月16日 晚上9:07", local(2026, 11, 16, 21, 7)],
  ["zh-TW", "2026年11月16日 凌晨12:15", local(2026, 11, 16, 0, 15)]
])("as pages in other languages write it: %s, %s", (language, text, expected) =>
  expect(at(text, language)).toBe(expected)
)

test("no language's way to write a time is read as another time, and nearly all are read", () => {
  const languages =
    "af sq ar ar-EG be bg bn bs ca cs cy da de el en-US en-GB en-CA en-IN es es-419 et fil fi fr fr-CA gl gu he hi hr " +
    "hu id it ja ka km kn ko lo lt lv mk ml ms nl no pl pt-BR pt-PT ro ru sk sl sr sv sw ta te th tr uk ur uz vi zh-CN zh-HK zh-TW"
  const times = [
    local(2026, 11, 16, 18, 30),
    local(2026, 5, 3, 0, 15),
    local(2026, 9, 9, 12, 45),
    local(2026, 1, 2, 9, 7)
  ]
  const styles: Intl.DateTimeFormatOptions[] = [
    { dateStyle: "medium", timeStyle: "short" },
    { dateStyle: "long", timeStyle: "short" }
  ]
  for (const language of languages.split(" "))
    for (const style of styles)
      for (const time of times) {
        const shown = new Intl.DateTimeFormat(language, style).format(new Date(time))
        expect(at(shown, language), `${language}: ${shown}`).toBe(time)
      }
  // Another calendar isn't reckoned.
  expect(at("۲۵ آبان ۱۴۰۵، ۱۸:۳۰", "fa")).toBeUndefined()
})

test("what is found is cut out whole, with the half of the day", () => {
  const text = "Νίκος · 16 Νοε 2026, 6:30 μ.μ. · Κανονικό"
  const { from = 0, to = 0 } = findMoment(text, now, "el") ?? {}
  expect(text.slice(0, from) + text.slice(to)).toBe("Νίκος ·  · Κανονικό")
})

test.each(["en-GB", "cs", "zh-TW", "ar"])("a sentence without a time has none: %s", (language) => {
  for (const text of ["Where is order 51877?", "Take 16 11 5 pieces of 3 h", "May I ask for 2?"])
    expect(findMoment(text, now, language), text).toBeUndefined()
})

test.each([
  ["fa", "16 نوامبر 2026 06:30 بعدازظهر", 18],
  ["fa", "16 نوامبر 2026 06:30 بعد از ظهر", 18],
  ["fa", "16 نوامبر 2026 06:30 بعد\u200cازظهر", 18],
  ["fa", "16 نوامبر 2026 06:30 قبل\u200cازظهر", 6],
  ["fa", "16 نوامبر 2026 06:30 قبل از ظهر", 6],
  ["fa", "16 نوامبر 2026 06:30 ق.ظ.", 6],
  ["he", "16 בנוב׳ 2026 06:30 אחה״צ", 18],
  ["he", '16 בנוב׳ 2026 06:30 אחה"צ', 18],
  ["he", "16 בנוב׳ 2026 06:30 אחה''צ", 18],
  ["he", "16 בנוב׳ 2026 06:30 \u200fאחה”צ", 18],
  ["he", "16 בנוב׳ 2026 06:30 אחר הצהריים", 18],
  ["he", "16 בנוב׳ 2026 06:30 לפנה״צ", 6],
  ["iw_IL", '16 בנוב׳ 2026 06:30 לפנה"צ', 6],
  ["bg", "16 ноември 2026 06:30 сл. об.", 18],
  ["hr", "16. studenoga 2026. 06:30 poslije podne", 18],
  ["th", "16 พ.ย. 2569 06:30 หลังเที่ยง", 18],
  ["hi", "16 नव॰ 2026, 06:30 अपराह्न", 18],
  ["hu", "2026. nov. 16. du. 6:30", 18],
  ["sq", "16 nën 2026, 06:30 e pasdites", 18],
  ["nb", "16. nov. 2026 06:30 ettermiddag", 18]
])("the half of the day in words that the browser has not: %s, %s", (language, text, hour) =>
  expect(at(text, language)).toBe(local(2026, 11, 16, hour, 30))
)
