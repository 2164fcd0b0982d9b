import { describe, expect, test } from "vitest"
import { otherCases, shownCases } from "../../../../src/relay/drafting/offline/branches/other-cases.ts"
import { quotableOf } from "../../../../src/relay/drafting/offline/reading/quotable.ts"
import { VOICES } from "../../../../src/relay/drafting/voices/voice.ts"
import type { Language } from "../../../../src/text/languages.ts"
import { ticket } from "../../../knowledge/help/tickets.ts"
import { source } from "../offline-help.ts"

/** The sentences of the page that are left out, by their first words. */
function leftOut(
  page: string,
  written: string | { at: string; text: string; role?: "agent" }[],
  { language = "en" as Language, zone = 60 as number | null, at = "2026-10-14T17:10:00Z" } = {}
): string[] {
  const messages = typeof written === "string" ? [{ at, text: written }] : written
  const asked = {
    ...ticket("", ""),
    ...(zone === null ? {} : { zone }),
    messages: messages.map((one, n) => ({ id: String(n), role: "customer" as const, author: "", ...one }))
  }
  const quotable = quotableOf([source(1, language, "", page)], language, VOICES[language])
  const others = otherCases(quotable, asked, language).filter(({ because }) => because !== "")
  return [...new Set(others.map(({ other }) => other.text.slice(0, 12)))]
}

/** Wednesday 14 October 2026, 18:10 in London. */
const FLEX =
  "With Flex, cancel at least 24 hours before departure for the price less £7. Between 24 hours and 1 hour before departure you get half. With less than 1 hour to go there is nothing back."

describe("how long it is until a day and a time of day", () => {
  test.each([
    ["I can't take the 14:20 tomorrow (Thursday). Do I get my money back?", ["With Flex, c", "With less th"]],
    ["My train on Friday 16 October at 19:00 is no use to me any more.", ["Between 24 h", "With less th"]],
    ["Please cancel the 23:30 tonight.", ["With Flex, c", "With less th"]]
  ])("%s", (written, left) => expect(leftOut(FLEX, written).toSorted()).toEqual(left.toSorted()))

  test.each([
    ["so near a limit that another time zone decides", "I can't take the 18:00 tomorrow."],
    ["two days in one sentence", "I can't take the 14:20 tomorrow, or is it the one on 20 October at 9:00?"],
    ["a weekday that isn't the day's", "I can't take the 14:20 tomorrow, Friday."],
    ["a weekday alone", "I can't take the 14:20 on Thursday."],
    ["what is over", "My train was on 12 October at 09:00."],
    ["two days to come", "I can't take the 14:20 tomorrow. My friend goes on 24 October."],
    ["the time of another place", "I can't take the 14:20 tomorrow, local time in Sydney."]
  ])("nothing is decided by %s", (_, written) => expect(leftOut(FLEX, written)).toEqual([]))

  test("what the customer does tomorrow keeps the departure from deciding", () => {
    expect(leftOut(FLEX, "I go on 16 October at 23:00. I'll call you tomorrow.")).toEqual([])
  })

  test("a place that nobody knows may be anywhere", () => {
    expect(leftOut(FLEX, "I can't take the 14:20 tomorrow (Thursday).", { zone: null })).toEqual([])
    const far = "My train on Saturday 24 October at 19:00 is no use to me any more."
    expect(leftOut(FLEX, far, { zone: null })).toHaveLength(2)
  })

  test("in a message of days ago, from its writing until now counts", () => {
    const asked = (last: string) => [
      { at: "2026-10-14T17:10:00Z", text: "I can't take the train on 16 October at 19:00." },
      { at: last, text: "Any news?" }
    ]
    expect(leftOut(FLEX, asked("2026-10-14T18:00:00Z"))).toHaveLength(2)
    expect(leftOut(FLEX, asked("2026-10-16T09:00:00Z"))).toEqual([])
  })

  test("'after that' begins where the limit before it ends", () => {
    const page = "Cancelling is free up to 12 hours before the visit. After that you pay £40 for the trip."
    expect(leftOut(page, "The plumber comes on 15 October at 21:30, please cancel.")).toEqual(["After that y"])
    expect(leftOut(page, "The plumber comes tonight at 22:00, please cancel.")).toEqual(["Cancelling i"])
  })

  test.each<[Language, string, string, string[]]>([
    [
      "de",
      "Bis 24 Stunden vor dem Termin ist die Absage kostenlos. Danach berechnen wir 30 €.",
      "Ich kann morgen um 9.15 Uhr nicht kommen.",
      ["Bis 24 Stund"]
    ],
    [
      "fr",
      "L'annulation est gratuite jusqu'à 24 heures avant le départ. Moins de 24 heures avant, nous rendons la moitié.",
      "Mon bus part demain à 11h, je ne peux plus le prendre.",
      ["L'annulation"]
    ],
    [
      "es",
      "Con más de 48 horas antes de la entrega es gratis. Entre 48 y 6 horas antes se descuenta el 30 %.",
      "Tengo un coche para mañana a las 8 de la noche y no voy.",
      ["Con más de 4"]
    ],
    [
      "pt",
      "Avisando mais de 24 horas antes, devolvemos tudo. Avisando menos de 24 horas antes, não há devolução.",
      "Quero cancelar a quadra de amanhã às 9h30.",
      ["Avisando mai"]
    ],
    [
      "ja",
      "ご予約の24時間前までのキャンセルは無料です。24時間を切ってからのキャンセルは50%をいただきます。",
      "明日9時30分の予約を取り消したいです。",
      ["ご予約の24時間前まで"]
    ]
  ])("%s: %s", (language, page, written, left) => {
    const found = leftOut(page, written, { language, zone: language === "ja" ? 540 : 120, at: "2026-10-14T14:00:00Z" })
    expect(found.map((one) => one.slice(0, left[0]?.length))).toEqual(left)
  })
})

const LATE =
  "30 to 59 minutes late: a quarter of the fare. From 60 to 119 minutes it is half. From 120 minutes on you get all of it."

test("the panel gets how far away it is, and how late it was", () => {
  const shown = (page: string, text: string) => {
    const quotable = quotableOf([source(1, "en", "", page)], "en", VOICES.en)
    const message = { id: "1", role: "customer" as const, author: "", at: "2026-10-14T17:10:00Z", text }
    const cases = otherCases(quotable, { ...ticket("", ""), zone: 60, messages: [message] }, "en")
    return shownCases(cases, quotable).map(({ because, ahead, late }) => ({ because, ahead, late }))
  }
  expect(shown(FLEX, "I can't take the 14:20 tomorrow (Thursday).")[0]).toEqual({
    because: "14:20 tomorrow (Thursday",
    ahead: { least: 17, most: 24 },
    late: undefined
  })
  expect(shown(LATE, "Due at 17:12, it came at 18:34.")[0]).toMatchObject({ because: "17:12, 18:34", late: 82 })
})

describe("how late something came, by two clock times", () => {
  test.each([
    ["It was due at 17:12, and we got there at 18:34.", ["30 to 59 min", "From 120 min"]],
    ["We arrived at 18:34 instead of 17:12.", ["30 to 59 min", "From 120 min"]],
    ["It should have arrived at 23:30. We came in at 01:40.", ["30 to 59 min", "From 60 to 1"]],
    ["Due 11:40 am, arrived 12:25 pm.", ["From 60 to 1", "From 120 min"]],
    ["The timetable says 9:00. The doors opened at 9:40 am.", ["From 60 to 1", "From 120 min"]]
  ])("%s", (written, left) => expect(leftOut(LATE, written).toSorted()).toEqual(left.toSorted()))

  test.each([
    ["which of two times it was", "It was due at 14:00 or at 15:00 and came at 15:50."],
    ["one time alone", "We arrived at 18:34, much too late."],
    ["two that came", "It was due at 17:12. I arrived at 18:34, my wife arrived at 17:50."],
    ["a change on the way", "The first train was due at the junction at 11:12 and came at 12:20."],
    ["another occasion", "Last year it was due at 14:00 and came at 16:40, and now it was late again."],
    ["a month, and no day of it", "In June his train was due at 17:10 and arrived at 18:40."]
  ])("nothing is decided by %s", (_, written) => expect(leftOut(LATE, written)).toEqual([]))

  test("how long something takes is no delay", () => {
    expect(leftOut(LATE, "I was told it takes 90 minutes. It was late.")).toEqual([])
    expect(leftOut(LATE, "It was 90 minutes late.")).toHaveLength(2)
  })

  test("of 'from 60' and 'from 120 minutes', what isn't reached goes", () => {
    const page = "From 60 minutes of delay you get half. From 120 minutes of delay you get all of it."
    expect(leftOut(page, "Due at 14:07, it came at 15:12.")).toEqual(["From 120 min"])
    expect(leftOut(page, "Due at 14:07, it came at 16:40.")).toEqual([])
  })

  test("a time for sending something in isn't one of the delay", () => {
    const page = "From 60 minutes of delay you get half. Send the form within 14 days of the journey."
    expect(leftOut(page, "Due at 14:07, it came at 14:40.")).toEqual([])
  })

  test.each<[Language, string, string]>([
    [
      "de",
      "Ab 60 Minuten Verspätung 25 %. Ab 120 Minuten Verspätung 50 %.",
      "Sollte um 14:07 Uhr da sein, kam um 15:12 Uhr."
    ],
    ["fr", "À partir de 60 minutes de retard, 25 %. À partir de 120 minutes, 50 %.", "Prévu à 8h25, arrivé à 9h40."],
    [
      "es",
      "Desde 60 minutos de retraso, el 25 %. Desde 120 minutos, el 50 %.",
      "Llegada prevista a las 21:30, llegamos a las 22:45."
    ],
    [
      "pt",
      "A partir de 60 minutos de atraso, 25 %. A partir de 120 minutos, 50 %.",
      "Devia ter chegado às 12h08 e só chegou às 13h15."
    ],
    [
      "ja",
      "60分以上の遅れは25%です。120分以上の遅れは50%です。",
      "15時30分着の予定だったのに、着いたのは16時42分でした。"
    ]
  ])("%s: %s", (language, page, written) => expect(leftOut(page, written, { language })).toHaveLength(1))
})
