import { hashOf } from "../../text/hash.ts"
import { ENGLISH, type Knowledge, type Known } from "./knowledge.ts"
import { SHAPE, type Token } from "./tokens.ts"

/** A text prepared for scoring. */
export interface Reading {
  tokens: readonly Token[]
  known: readonly Known[]
  /** 1 when the word belongs to an address. */
  address: Uint8Array
  /** 0 is free, 1 is a fact that stays, from 2 on the word is masked already (by kind). */
  taken: Uint8Array
  /** The bit of LISTED for the language of the text, or 0 for another language. */
  language: number
  /** 1 when the word stands in a paragraph in a language without a list of ordinary words. */
  other: Uint8Array
  /** The classes of phrases of two or three words. */
  phrase: Int32Array
  /** The number of words in a row with a capital. `alone` says whether ordinary text stands on both sides. */
  run: Uint8Array
  alone: Uint8Array
  /** Function words nearby have capitals, so this is a heading. */
  heading: Uint8Array
  /** 0 is mixed, 1 lower case, 2 capitals, 3 a capital on each word. */
  lineCase: Uint8Array
  /** The hash of the first word of the line, if a colon follows it. `lineBefore` is that of the line before. */
  label: Int32Array
  lineBefore: Int32Array
  lineWords: Uint8Array
}

/** Reads a text's lines and rows of capitals. For `taken` see Reading. */
export function readingOf(
  tokens: readonly Token[],
  knowledge: Knowledge,
  address: Uint8Array,
  taken: Uint8Array,
  language: number,
  other: Uint8Array = new Uint8Array(tokens.length)
): Reading {
  const n = tokens.length
  const reading: Reading = {
    tokens,
    known: tokens.map(({ low }) => knowledge.of(low)),
    address,
    taken,
    language,
    other,
    phrase: new Int32Array(n),
    run: new Uint8Array(n),
    alone: new Uint8Array(n),
    heading: new Uint8Array(n),
    lineCase: new Uint8Array(n),
    label: new Int32Array(n),
    lineBefore: new Int32Array(n),
    lineWords: new Uint8Array(n)
  }
  readLines(reading)
  readRuns(reading)
  readPhrases(reading, knowledge)
  readHeadings(reading)
  return reading
}

function readLines(reading: Reading) {
  const { tokens } = reading
  let lineBefore = 0
  for (let i = 0; i < tokens.length; ) {
    let end = i
    const counts = { words: 0, lower: 0, capitals: 0, capital: 0 }
    do {
      const token = tokens[end]
      if (token && token.shape < SHAPE.ordinal) {
        counts.words++
        if (token.shape === SHAPE.lower || token.shape === SHAPE.lowerLetter) counts.lower++
        else if (token.shape === SHAPE.capitals || token.shape === SHAPE.shortCapitals) counts.capitals++
        else if (token.shape === SHAPE.capital || token.shape === SHAPE.camel) counts.capital++
      }
      end++
    } while (end < tokens.length && !tokens[end]?.gap.includes("\n"))
    reading.lineCase.fill(caseOf(counts), i, end)
    reading.lineWords.fill(Math.min(255, end - i), i, end)
    const colon = labelEnd(tokens, i, end)
    if (colon) reading.label.fill(hashOf(`:${tokens[colon - 1]?.low ?? ""}`), colon, Math.min(end, colon + 12))
    reading.lineBefore.fill(lineBefore, i, end)
    lineBefore = end - i > 6 ? 1 : hashOf(`|${tokens[i]?.low ?? ""}`)
    i = end
  }
}

/** Returns the word behind a colon near the beginning of the line ("Name: ..."), or 0. */
function labelEnd(tokens: readonly Token[], from: number, end: number): number {
  for (let i = from + 1; i < Math.min(end, from + 4); i++) if (/^["'*]*[:=]/.test(tokens[i]?.gap ?? "")) return i
  return 0
}

function caseOf({
  words,
  lower,
  capitals,
  capital
}: {
  words: number
  lower: number
  capitals: number
  capital: number
}): number {
  if (words > 0 && lower === words) return 1
  if (words > 1 && capitals > words * 0.7) return 2
  return words > 1 && capital > words * 0.8 ? 3 : 0
}

function readRuns({ tokens, run, alone }: Reading) {
  const goesOn = (i: number) => {
    const next = tokens[i + 1]
    return (
      next !== undefined &&
      /^[ -]$/.test(next.gap) &&
      (next.shape === SHAPE.capital || next.shape === SHAPE.capitalLetter || next.gap === "-")
    )
  }
  for (let i = 0; i < tokens.length; ) {
    let end = i
    if (tokens[i]?.shape === SHAPE.capital) while (goesOn(end)) end++
    const left = i === 0 || tokens[i]?.begins !== 0 || tokens[i - 1]?.shape === SHAPE.lower
    const right = end + 1 >= tokens.length || tokens[end + 1]?.begins !== 0 || tokens[end + 1]?.shape === SHAPE.lower
    run.fill(Math.min(255, end - i + 1), i, end + 1)
    if (left && right && end - i < 3) alone.fill(1, i, end + 1)
    i = end + 1
  }
}

function readPhrases({ tokens, phrase }: Reading, knowledge: Knowledge) {
  for (let i = 0; i + 1 < tokens.length; i++) {
    const second = tokens[i + 1]
    if (!/^[ -]$/.test(second?.gap ?? "")) continue
    const two = `${tokens[i]?.low} ${second?.low}`
    const third = tokens[i + 2]
    const three = /^[ -]$/.test(third?.gap ?? "") ? knowledge.phrase(`${two} ${third?.low}`) : 0
    const bits = three || knowledge.phrase(two)
    if (!bits) continue
    for (let k = 0; k < (three ? 3 : 2); k++) phrase[i + k] = (phrase[i + k] ?? 0) | bits
  }
}

/**
 * A capital on "of" or "the" inside a line marks a heading, but not in a short row of capitals between ordinary words:
 * "for In Hwang".
 */
function readHeadings({ tokens, known, heading, lineCase, run, alone, language }: Reading) {
  // Other languages write function words with a capital for politeness.
  if (language !== ENGLISH) return
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (
      !token ||
      token.begins ||
      !((known[i]?.small ?? 0) & ENGLISH) ||
      token.shape !== SHAPE.capital ||
      token.low.length > 7 ||
      lineCase[i] === 2
    )
      continue
    if (alone[i] && (run[i] ?? 0) > 1) continue
    for (let k = Math.max(0, i - 5); k < Math.min(tokens.length, i + 6); k++)
      heading[k] = Math.min(255, (heading[k] ?? 0) + 1)
  }
}
