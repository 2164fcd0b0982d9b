import { expect, test } from "vitest"
import { Canvas } from "../../src/masking/basis/canvas.ts"
import { findCued } from "../../src/masking/cues/index.ts"
import { maskText } from "../../src/masking/index.ts"
import { GERMAN_ORDINARY, GERMAN_PERSONAL } from "./cues/de.ts"
import { ENGLISH_ORDINARY, ENGLISH_PERSONAL } from "./cues/en.ts"
import { SPANISH_ORDINARY, SPANISH_PERSONAL } from "./cues/es.ts"
import { FRENCH_ORDINARY, FRENCH_PERSONAL } from "./cues/fr.ts"
import { MORE_ORDINARY } from "./cues/more-ordinary.ts"
import { MORE_PERSONAL } from "./cues/more-personal.ts"
import { PORTUGUESE_ORDINARY, PORTUGUESE_PERSONAL } from "./cues/pt.ts"
import { EMPTY } from "./tickets.ts"
import { threadClock } from "../slowness.ts"

/**
 * The values that are still missed, at most one sentence in ten for each language. In these sentences only an idiom
 * announces the value, or no word says whose number it is.
 */
const MISSED: readonly string[] = [
  "My emergency contact's number at work, x《2207》",
  "An der Schranke muss man 《6602》 eintippen, den Code haben wir so bekommen.",
  "Er kam am 《11.04.1969》 in Leipzig zur Welt.",
  "Il a vu le jour à Lyon le 《11/04/1969》.",
  "Vino al mundo en León el 《11/04/1969》.",
  "Veio ao mundo em Faro a 《11/04/1969》."
]

/** The kinds that a cue or a form announces. Names and addresses are left to the classifier. */
const CUED: ReadonlySet<string> = new Set([
  "AGE",
  "BIRTH",
  "SECRET",
  "ID",
  "GOV",
  "VEHICLE",
  "ACCOUNT",
  "PHONE",
  "CARD",
  "IBAN",
  "IP"
])

/** What is marked and left, and what is masked by a cue besides. */
function look(marked: string, locale: string) {
  const parts = marked.split(/[《》]/)
  const text = parts.join("")
  const { spans } = maskText(text, EMPTY, [], { locale })
  let at = 0
  const wanted = parts
    .map((part, i) => ({ start: (at += part.length) - part.length, end: at, isMarked: i % 2 === 1 }))
    .filter((part) => part.isMarked)
  const isMasked = (offset: number) => spans.some(({ start, end }) => offset >= start && offset < end)
  const missed = wanted.filter(({ start, end }) =>
    [...text.slice(start, end)].some((letter, i) => /[\p{L}\p{N}]/u.test(letter) && !isMasked(start + i))
  )
  const besides = spans.filter(
    ({ start, end, type }) => CUED.has(type) && !wanted.some((part) => part.start < end && start < part.end)
  )
  return {
    missed: missed.map(({ start, end }) => text.slice(start, end)),
    besides: besides.map(({ start, end }) => text.slice(start, end))
  }
}

const languages: [string, readonly string[], readonly string[]][] = [
  ["en", ENGLISH_PERSONAL, ENGLISH_ORDINARY],
  ["de", GERMAN_PERSONAL, GERMAN_ORDINARY],
  ["fr", FRENCH_PERSONAL, FRENCH_ORDINARY],
  ["es", SPANISH_PERSONAL, SPANISH_ORDINARY],
  ["pt", PORTUGUESE_PERSONAL, PORTUGUESE_ORDINARY]
]

for (const [locale, first, firstOrdinary] of languages) {
  const personal = [...first, ...(MORE_PERSONAL[locale] ?? [])]
  const ordinary = [...firstOrdinary, ...(MORE_ORDINARY[locale] ?? [])]
  test.each(personal.filter((text) => !MISSED.includes(text)))(`${locale}, behind a cue: %s`, (text) =>
    expect(look(text, locale)).toEqual({ missed: [], besides: [] })
  )
  test.each(ordinary)(`${locale}, nothing personal: %s`, (text) => expect(look(text, locale).besides).toEqual([]))
  test(`${locale}: what is still missed is no more than one of ten, and nothing on the list is found by now`, () => {
    const missed = personal.filter((text) => MISSED.includes(text))
    expect(missed.length).toBeLessThanOrEqual(personal.length / 10)
    expect(missed.filter((text) => look(text, locale).missed.length === 0)).toEqual([])
  })
}

test.each([
  ["A laptop that is 7 years old, a 2-year-old contract and a boiler turning ten.", []],
  ["My mother is 81 years old, a 7-year-old boy and our seven-year-old.", ["81", "7", "seven"]],
  [
    "Fallback 2001:db8:44:17::2204, fe80::1 and [2001:db8::17]:443",
    ["2001:db8:44:17::2204", "fe80::1", "2001:db8::17"]
  ],
  ["Codes 8831-KQPA, 2207-MWTE and 9914-LLRT are my backup codes.", ["8831-KQPA", "2207-MWTE", "9914-LLRT"]]
])("each of several: %s", (text, expected) => {
  const { spans } = maskText(text, EMPTY, [])
  expect(spans.filter(({ type }) => CUED.has(type)).map(({ start, end }) => text.slice(start, end))).toEqual(expected)
})

test.each([
  "the code ",
  "my son, 7, ",
  "my pin is ",
  "PIN: 4471 and ",
  "born on ",
  "a 7 years old ",
  "4471 is my ",
  "safe: ",
  "customer 12 34 ",
  "van AB ",
  ", seven and ",
  "telegram @",
  "x".repeat(50),
  ". ",
  "!"
])("four times the text takes no more than some times as long: %s", (piece) => {
  const time = (length: number) => {
    const text = piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
    const times = [1, 2, 3].map(() => {
      const spent = threadClock()
      findCued(new Canvas(text), () => false)
      return spent()
    })
    return Math.min(...times)
  }
  expect(time(80_000)).toBeLessThan(12 * time(20_000) + 20)
})
