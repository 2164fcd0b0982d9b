import { hashOf } from "../../text/hash.ts"
import { CLASS, NAME_LIKE, type Knowledge, type Known } from "./knowledge.ts"
import { MASK_TYPES, type MaskType } from "../basis/table.ts"
import { SHAPE, type Token } from "./tokens.ts"

const TAKEN_AS: Partial<Record<MaskType, number>> = {
  AGE: 1,
  BIRTH: 1,
  LIT: 1,
  PERSON: 2,
  EMAIL: 3,
  PHONE: 3,
  LINK: 3,
  PLACE: 5,
  ADDRESS: 5,
  ORG: 6
}

/** A text made ready to be scored. */
export interface Reading {
  tokens: readonly Token[]
  known: readonly Known[]
  /** 1: the word belongs to an address. */
  address: Uint8Array
  /** 0: free; 1: a fact that stays; from 2 on: masked already, by kind. */
  taken: Uint8Array
  /** Bit of LISTED that the text is written in; 0: none of them. */
  language: number
  /** Classes by phrases of two or three words. */
  phrase: Int32Array
  /** Words in a row with a capital, and whether ordinary text stands on both sides. */
  run: Uint8Array
  alone: Uint8Array
  /** Capitals on small words nearby: a heading. */
  heading: Uint8Array
  /** 0 mixed, 1 lower case, 2 capitals, 3 each word with a capital. */
  lineCase: Uint8Array
  /** Hash of the first word of the line, where a colon follows it; and of the line before. */
  label: Int32Array
  lineBefore: Int32Array
  lineWords: Uint8Array
}

export const BUCKETS = 1 << 18
/** At most so many features a word. */
export const MOST_FEATURES = 64

/**
 * Fills `out` with the places of word i's weights; gives their number. Kinds are numbered, so that none meets another
 * but by chance.
 */
export function featuresOf(reading: Reading, i: number, out: Int32Array): number {
  const { tokens, known } = reading
  const token = tokens[i]
  const self = known[i]
  if (!token || !self) return 0
  let n = 0
  const add = (kind: number, value: number) => {
    out[n++] = place(kind, value)
  }
  const { shape } = token
  const base = (shape * 4 + (reading.lineCase[i] ?? 0)) * 4 + token.begins
  const words = ordinaryOf(self, reading.language)
  const classes = self.classes | (reading.phrase[i] ?? 0)
  const before = known[i - 1]
  const after = known[i + 1]
  const stateBefore = stateOf(reading, i - 1)
  const stateAfter = stateOf(reading, i + 1)
  const state = stateOf(reading, i)
  const gap = gapCode(token.gap)
  const gapAfter = i + 1 < tokens.length ? gapCode(tokens[i + 1]?.gap ?? "") : 11
  const idBefore = identity(reading, i - 1)
  const idAfter = identity(reading, i + 1)

  add(1, 0)
  add(2, base)
  add(3, self.id)
  add(4, self.id ^ shape)
  add(5, base * 8 + words)
  add(6, base * 16 + self.letters)
  add(7, (base * 8 + words) * 16 + self.letters)
  add(8, (shape * 8 + words) ^ Math.imul(classes, 0x9e3779b1))
  add(9, classes * 4 + (reading.lineCase[i] ?? 0))
  add(10, self.end3)
  add(11, self.end2 ^ shape)
  add(12, self.start3)
  add(13, base * 8192 + stateBefore)
  add(14, base * 8192 + stateAfter)
  add(15, (stateBefore * 8192 + stateAfter) * 32 + shape)
  add(16, idBefore)
  add(17, idAfter)
  add(18, idBefore ^ (shape * 77 + words))
  add(19, idAfter ^ (shape * 77 + words))
  add(20, identity(reading, i - 2))
  add(21, identity(reading, i + 2))
  add(22, Math.imul(identity(reading, i - 2), 31) ^ idBefore)
  add(23, Math.imul(idAfter, 31) ^ identity(reading, i + 2))
  add(24, gap * 4096 + base)
  add(25, gapAfter * 4096 + base)
  add(26, (gap * 12 + gapAfter) * 8 + words)
  add(27, (token.possessive ? 1 : 0) * 4096 + shape * 8 + words)
  add(28, Math.min(token.written.length, 12) * 32 + shape)
  add(29, (words * 8 + (before ? ordinaryOf(before, reading.language) : 7)) * 32 + shape)
  add(30, (words * 8 + (after ? ordinaryOf(after, reading.language) : 7)) * 32 + shape)
  add(31, (stateBefore * 8 + words) * 16 + gap)
  add(32, (stateAfter * 8 + words) * 16 + gapAfter)
  add(33, (reading.address[i] ?? 0) * 32 + shape)
  add(34, state * 8192 + stateOf(reading, i - 2))
  add(35, state * 8192 + stateOf(reading, i + 2))
  add(36, (((reading.lineCase[i] ?? 0) * 16 + self.letters) * 8 + words) * 2 + (i === 0 ? 1 : 0))
  add(37, ((reading.language * 8 + words) * 32 + shape) * 4 + token.begins)
  add(38, reading.language * 131072 + classes)
  add(39, ((classesOf(before) & CUES) * 32 + shape) * 8 + words)
  add(40, ((classesOf(after) & CUES) * 32 + shape) * 8 + words)
  add(41, (classesOf(known[i - 2]) & CUES) * 32 + shape)
  if (self.accented) add(42, base)
  if (reading.phrase[i]) add(43, (reading.phrase[i] ?? 0) * 32 + shape)
  if (reading.heading[i]) add(44, (Math.min(reading.heading[i] ?? 0, 2) * 8 + words) * 32 + shape)
  if (reading.label[i]) {
    add(45, (reading.label[i] ?? 0) ^ shape)
    add(46, (reading.label[i] ?? 0) ^ (words * 32 + shape))
  }
  if (reading.lineBefore[i])
    add(47, (reading.lineBefore[i] ?? 0) ^ (Math.min(reading.lineWords[i] ?? 0, 5) * 32 + shape))
  add(48, (Math.min(reading.lineWords[i] ?? 0, 7) * 8 + words) * 128 + shape * 4 + token.begins)
  add(49, (Math.min(reading.run[i] ?? 0, 5) * 2 + (reading.alone[i] ?? 0)) * 256 + words * 32 + shape)
  return n
}

/** The place of a feature's weight (a multiplicative mix, after the finalizer of MurmurHash3). */
export function place(kind: number, value: number): number {
  let h = Math.imul(kind + 0x9e3779b9, 0x85ebca6b) ^ Math.imul(value + 0x7f4a7c15, 0xc2b2ae35)
  h ^= h >>> 15
  h = Math.imul(h, 0x27d4eb2f)
  h ^= h >>> 13
  return h & (BUCKETS - 1)
}

/** Other languages write capitals on small words for politeness. */
const ENGLISH = 1

/** Classes that say what comes beside. */
const CUES =
  CLASS.given |
  CLASS.title |
  CLASS.relative |
  CLASS.nameLabel |
  CLASS.companyEnd |
  CLASS.companyWord |
  CLASS.placeCue |
  CLASS.town

const classesOf = (known: Known | undefined) => known?.classes ?? 0

/**
 * 0 in no list, 1 ordinary in another language, 2 in English, 3 in the text's own, 4 a small word of its own, 5 of
 * English, 6 of another.
 */
export function ordinaryOf({ ordinary, small }: Known, language: number): number {
  const own = language || ordinary
  if (small & own) return language ? 4 : 6
  if (ordinary & own) return 3
  if (small & 1) return 5
  if (ordinary & 1) return 2
  return ordinary ? 1 : 0
}

/** What a neighbour is: masked already, in an address, or how it is written and what kind of word. */
function stateOf(reading: Reading, i: number): number {
  const token = reading.tokens[i]
  const known = reading.known[i]
  if (!token || !known) return 8000
  const taken = reading.taken[i] ?? 0
  if (taken > 0) return 7900 + (TAKEN_GROUPS[taken] ?? 1)
  if (reading.address[i]) return 7800
  return (token.shape * 8 + ordinaryOf(known, reading.language)) * 2 + (known.classes & NAME_LIKE ? 1 : 0)
}

/**
 * What is masked already, by what it says of its neighbours: a fact, somebody's name, how to reach somebody, a number,
 * a place.
 */
const TAKEN_GROUPS: readonly number[] = [0, 1, ...MASK_TYPES.map((type) => TAKEN_AS[type] ?? 4)]

/** A neighbour by its own word where that is an ordinary one, else by its state. */
function identity(reading: Reading, i: number): number {
  if (i < 0) return 1
  const known = reading.known[i]
  if (!known) return 2
  return known.ordinary ? known.id : 3 + stateOf(reading, i)
}

function gapCode(gap: string): number {
  if (gap === " ") return 0
  if (gap === "") return 1
  if (/\n\s*\n/.test(gap)) return 2
  if (gap.includes("\n")) return 3
  if (gap.includes(",")) return 4
  if (/[.!?]/.test(gap)) return 5
  if (gap.includes(":")) return 6
  if (/["“”'‘’«»„]/.test(gap)) return 7
  if (/[-–&/@]/.test(gap)) return 8
  if (/[()]/.test(gap)) return 9
  return 10
}

/** Reads a text's lines and rows of capitals. `taken`: see Reading. */
export function readingOf(
  tokens: readonly Token[],
  knowledge: Knowledge,
  address: Uint8Array,
  taken: Uint8Array,
  language: number
): Reading {
  const n = tokens.length
  const reading: Reading = {
    tokens,
    known: tokens.map(({ low }) => knowledge.of(low)),
    address,
    taken,
    language,
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

/** The word behind a colon near the line's beginning ("Name: ..."), or 0. */
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
