import { expect, test } from "vitest"
import { differingPages, openCases } from "../../../../src/relay/drafting/offline/branches/open-cases.ts"
import { quotableOf } from "../../../../src/relay/drafting/offline/reading/quotable.ts"
import { VOICES } from "../../../../src/relay/drafting/voices/voice.ts"
import type { Language } from "../../../../src/text/languages.ts"
import { source } from "../offline-help.ts"

const open = (passage: string, language: Language = "en") =>
  openCases(quotableOf([source(1, language, "", passage)], language, VOICES[language]), language).map(({ ways }) =>
    ways.map(({ text }) => text)
  )

test("sentences whose limits exclude each other are cases of one rule", () => {
  expect(
    open("If you arrive 90 to 179 minutes late, you get a quarter back. With 180 minutes or more you get half back.")
  ).toEqual([
    ["If you arrive 90 to 179 minutes late, you get a quarter back.", "With 180 minutes or more you get half back."]
  ])
})

test("a way knows after which sentence of the draft it goes", () => {
  const quotable = quotableOf(
    [source(1, "de", "", "Bis 50 € kostet der Versand 4,90 €. Ab 50 € liefern wir frei Haus.")],
    "de",
    VOICES.de
  )
  expect(openCases(quotable, "de")[0]?.ways[1]).toMatchObject({
    source: 1,
    after: "Bis 50 € kostet der Versand 4,90 €."
  })
})

test("limits of different things are no cases, nor is one limit twice", () => {
  expect(open("You have 14 days or less to write to us. Orders of more than €150 need a signature.")).toEqual([])
  expect(open("Send it back within 30 days. Within 30 days you get the full price back.")).toEqual([])
})

test("two pages that differ in a figure are both shown", () => {
  const quotable = quotableOf(
    [
      source(1, "en", "Returns", "You can send a lamp back within 14 days of delivery."),
      source(2, "en", "Trying a lamp", "You can send a lamp back within 30 days of delivery. We pay the return.")
    ],
    "en",
    VOICES.en
  )
  const chosen = quotable.slice(0, 1)
  expect(differingPages(chosen, quotable, "en")).toMatchObject([{ differ: true, ways: [{ source: 1 }, { source: 2 }] }])
  expect(differingPages(chosen, chosen, "en")).toEqual([])
})
