import { LISTS } from "replywright/lexicon/cues"
import { wordsOf } from "../../lexicon/lexicon.ts"
import { isState } from "./secret-forms.ts"
import { canBeWord } from "../basis/words.ts"
import { OPENED, type Cue } from "./cue-words.ts"
import { type CueText, FILLER_WORDS, scan, LINKING_VERBS, type ScanState } from "./cue-text.ts"
import { isNumberWord } from "./word-dates.ts"
import { digitsAt, isDate, keypadCodeAt, isMixed, runAt, sameShape, type Value } from "./values.ts"

/** Returns the secret that a cue announces, behind it or before it, and the secrets listed with it. */
export function secretsOf(page: CueText, announced: Cue, first: number, last: number): Value[] {
  const aloud = announced === "password" ? aloudBehind(page, first, last) : undefined
  const cue = aloud === undefined ? announced : "answer"
  if (cue === "code" && NOT_SECRET.some((near) => near(page, first, last))) return []
  const owned = cue !== "code" || page.near(first - 1, -3, OWNERS) !== undefined
  const found =
    (cue === "device" ? undefined : before(page, cue, first, last, owned)) ?? behind(page, cue, aloud ?? last, owned)
  if (!found) return []
  const other = cue === "answer" || cue === "password" ? undefined : ofAnotherDoor(page, last, found)
  return [found, ...listed(page, found), ...listedBefore(page, found), ...(other ? [other] : [])]
}

/** Finds the code of a second door in the same sentence: "the gate code is 4417 and the shed 8812". */
function ofAnotherDoor(page: CueText, last: number, first: Value): Value | undefined {
  let index = last + 1
  while ((page.words[index]?.start ?? Infinity) < first.end) index++
  let isDoor = false
  for (let i = index; i < index + FURTHEST_DOOR && !page.ends(i - 1); i++) {
    const word = page.folded(i)
    const start = page.words[i]?.start ?? page.text.length
    if (/^\d/.test(word)) return isDoor ? (keypadCodeAt(page, start) ?? digitsAt(page, start)) : undefined
    if (OPENED.has(word)) isDoor = true
    else if (word.length > LONGEST_SMALL_WORD && !isBetween(word)) return undefined
  }
  return undefined
}

const FURTHEST_DOOR = 8
const LONGEST_SMALL_WORD = 4
const isBetween = (word: string) => OF.has(word) || FILLER_WORDS.has(word) || LINKING_VERBS.has(word)

/**
 * A password for the telephone or a counter is an everyday word. Returns the last word that says so, or of the cue:
 * "telephone password", "Kennwort am Telefon".
 */
function aloudBehind(page: CueText, first: number, last: number): number | undefined {
  const behind = page.near(last + 1, 4, TOLD_ALOUD)
  if (behind !== undefined) return behind
  return ALOUD_COMPOUND.test(page.folded(first)) || page.near(first - 1, -2, TOLD_ALOUD) !== undefined
    ? last
    : undefined
}

function behind(page: CueText, cue: Cue, last: number, owned: boolean): Value | undefined {
  let opens = cue !== "device"
  return scan(page, saidBehind(page, cue, last) ?? last, cue === "device" ? 7 : 10, (way) => {
    const word = page.folded(way.index)
    if (cue === "code" && (NEGATIVE.has(word) || page.gap(way.index).startsWith("%"))) return null
    if (OPENED.has(word)) owned = true
    if (OPENS.has(word) || isLabel(page, last, way)) opens = true
    if (!owned || !opens || (cue === "device" && !isWith(page, way.index) && !isLabel(page, last, way)))
      return undefined
    const isTold = way.told || isForDoor(page, last, way.index)
    return valueAt(page, cue, { ...way, told: isTold }, page.words[last]?.end ?? 0)
  })
}

/** Says whether only what the code opens stands between the cue and the word: "clave del cajetín 1177". */
function isForDoor(page: CueText, last: number, index: number): boolean {
  let isDoor = false
  for (let i = last + 1; i < index; i++) {
    const word = page.folded(i)
    if (OPENED.has(word)) isDoor = true
    else if (word.length > LONGEST_SMALL_WORD && !isBetween(word)) return false
  }
  return isDoor && index - last <= FURTHEST_DOOR && /^\d{3,8}$/.test(page.folded(index))
}

/** Says whether "with" stands before the word, or before its article: "se abre con el 3085". */
const isWith = (page: CueText, index: number) =>
  WITH.has(page.folded(index - 1)) || (WITH.has(page.folded(index - 2)) && FILLER_WORDS.has(page.folded(index - 1)))

/**
 * Returns the verb of the sentence behind a cue that ends its own sentence: "They want the alarm word. It is
 * 'pilchard'."
 */
function saidBehind(page: CueText, cue: Cue, last: number): number | undefined {
  const said =
    (cue === "answer" || cue === "password") &&
    page.ends(last) &&
    /^[.!?] {1,2}$/.test(page.gap(last)) &&
    page.has(last + 1, IT)
  return said && page.has(last + 2, LINKING_VERBS) && !page.ends(last + 2) ? last + 2 : undefined
}

/** Recognises a cue used as a label: "Bike shed: 1507". */
function isLabel(page: CueText, last: number, { passed }: ScanState): boolean {
  return passed === 0 && /^ ?:/.test(page.gap(last)) && /^\d{4,6}$/.test(page.folded(last + 1))
}

function valueAt(page: CueText, cue: Cue, way: ScanState, from: number): Value | undefined {
  const { index, told, passed, before: previous } = way
  const run = runBehind(page, index, from)
  if (!run) return undefined
  const value = page.text.slice(run.start, run.end)
  if (isDate(value) && !value.includes("-")) return undefined
  const isTyped = told && (cue === "pin" || cue === "code" || cue === "device")
  const keypad = isTyped ? keypadCodeAt(page, codeStart(page, index)) : undefined
  if (keypad && keypad.end >= run.end) return keypad
  const spoken = isTyped ? numberWordsAt(page, index) : undefined
  if (spoken && /^\p{L}+-/u.test(value)) return spoken
  if (isMixed(value) && (told || passed === 0 || !OF.has(previous))) return run
  return keypad ?? plainDigitsAt(page, cue, index, told) ?? spoken ?? wordsAt(page, cue, way, run)
}

/** Returns the run of the word. In "24-pin-plug" and "PIN:x4471" the cue itself is no part of it. */
function runBehind(page: CueText, index: number, from: number): Value | undefined {
  const run = runAt(page, index)
  if (run.start >= from) return run
  const start = page.words[index]?.start ?? run.end
  return /^["'”»)]{0,2} ?[:=]/.test(page.gap(index - 1)) ? { start, end: run.end } : undefined
}

/** Finds digits that are announced, or stand apart between commas: "The PIN I chose, 8803, is refused." */
function plainDigitsAt(page: CueText, cue: Cue, index: number, told: boolean): Value | undefined {
  const digits = digitsAt(page, page.words[index]?.start ?? 0)
  if (!digits || told) return digits
  const isApart = cue !== "device" && /^, ?$/.test(page.gap(index - 1)) && page.text.startsWith(",", digits.end)
  return isApart ? digits : undefined
}

const wordsAt = (page: CueText, cue: Cue, way: ScanState, run: Value): Value | undefined =>
  quotedAt(page, cue, way, run) ?? wordAt(page, cue, way, run)

/** Finds a secret that is a word: the answer to a question, or a password in quotes. */
function wordAt(page: CueText, cue: Cue, way: ScanState, run: Value): Value | undefined {
  const { index, told, quoted, passed, before: previous } = way
  const value = page.text.slice(run.start, run.end)
  if (cue !== "answer" && !(cue === "password" && quoted)) return undefined
  if (!told && !quoted && !SAID.has(previous)) return undefined
  if (value.length < 3 || !/^\p{L}+$/u.test(value) || isState(value) || page.has(index, SAID)) return undefined
  const alone = (quoted ? /^\s?["'’”»“]/ : /^[.,;!?]|^\s*$/).test(page.text.slice(run.end, run.end + 3))
  if (alone) return quoted || !canBeWord(value) ? run : undefined
  if (cue !== "answer" || passed > 0 || !/^\p{Lu}\p{Ll}/u.test(value) || canBeWord(value)) return undefined
  return nameFrom(page, index, run)
}

/** Finds a secret of several words or with a number in its quotes: "Blue Heron 7". */
function quotedAt(page: CueText, cue: Cue, { told, quoted }: ScanState, { start }: Value): Value | undefined {
  if (!told || !quoted || (cue !== "answer" && cue !== "password")) return undefined
  QUOTED.lastIndex = start
  const phrase = QUOTED.exec(page.text)?.[0]
  return phrase !== undefined && /[\d\p{Lu}]/u.test(phrase) && phrase.includes(" ")
    ? { start, end: start + phrase.length }
    : undefined
}

const QUOTED = /[\p{L}\d][\p{L}\d '-]{2,38}(?=["'’”»“])/uy

/**
 * In "First pet Biscuit and ..." and "memorable place Saltburn pier." the answer is a name, which the word behind it
 * ends.
 */
function nameFrom(page: CueText, index: number, run: Value): Value {
  const next = runAt(page, index + 1)
  const ends =
    page.gap(index) === " " &&
    /^[.,;!?\n]|^$/.test(page.text.slice(next.end, next.end + 1)) &&
    /^\p{L}+$/u.test(page.text.slice(next.start, next.end))
  return ends ? { start: run.start, end: next.end } : run
}

/** A code may begin with a sign: "code #4471". */
function codeStart(page: CueText, index: number): number {
  const start = page.words[index]?.start ?? 0
  return /[*#]/.test(page.text.charAt(start - 1)) ? start - 1 : start
}

/** Finds digits that are written as words: "eight two one five". */
function numberWordsAt(page: CueText, index: number): Value | undefined {
  let end = index
  while (
    end < index + 12 &&
    (isNumberWord(page.folded(end)) || KEYPAD_KEYS.has(page.folded(end))) &&
    (end === index || /^(?:,? |-)$/.test(page.gap(end - 1)))
  )
    end++
  const [first, last] = [page.words[index], page.words[end - 1]]
  return end - index >= LEAST_SPOKEN && first && last ? { start: first.start, end: last.end } : undefined
}

const LEAST_SPOKEN = 2
const KEYPAD_KEYS = wordsOf(LISTS, "keypad-keys")

/** Finds the secret before the cue: "4471 is my pin", "bluekettle9 as the password". */
function before(page: CueText, cue: Cue, first: number, last: number, owned: boolean): Value | undefined {
  const at = valueBefore(page, first)
  if (at < 0) return undefined
  if (!owned && page.near(last + 1, 4, OWNERS) === undefined && page.near(at - 1, -5, OWNERS) === undefined)
    return undefined
  const run = runAt(page, at)
  const value = page.text.slice(run.start, run.end)
  if (isMixed(value) && !isDate(value)) return run
  if (cue === "password" || !/^\d/.test(page.folded(at))) return undefined
  let from = at
  while (from > 0 && at - from < 3 && isGroup(page, from - 1)) from--
  return digitsAt(page, page.words[from]?.start ?? 0)
}

const isGroup = (page: CueText, i: number) => /^\d{1,6}$/.test(page.folded(i)) && /^[ -]$/.test(page.gap(i))

/** Returns the word before the verb that says that a value is the secret, or -1. */
function valueBefore(page: CueText, first: number): number {
  let at = first - 1
  for (let left = 4; left > 0 && MINE.has(page.folded(at)) && !page.ends(at); left--) at--
  if (!IS.has(page.folded(at)) || page.ends(at) || page.ends(at - 1)) return -1
  if (!THAT.has(page.folded(at - 1))) return at - 1
  // In "It takes 6602 at the barrier, that's the code we were given." the code stands some words before "that".
  at--
  while (at > first - 12 && at > 1 && !/^\d{3}/.test(page.folded(at - 1)) && /^[ ,]+$/.test(page.gap(at - 2))) at--
  return at - 1
}

/** Finds the values that follow in the same form: "8831-KQPA and 2207-MWTE". */
function listed(page: CueText, first: Value): Value[] {
  const found: Value[] = []
  let value = first
  while (found.length < 24) {
    AND.lastIndex = value.end
    if (!AND.test(page.text)) return found
    NEXT.lastIndex = AND.lastIndex
    const next = NEXT.exec(page.text)?.[0].replace(/[.,;:)"'”»]+$/, "") ?? ""
    if (!/\d/.test(next) || next.length < 4 || !sameShape(page.text.slice(first.start, first.end), next)) return found
    value = { start: AND.lastIndex, end: AND.lastIndex + next.length }
    found.push(value)
  }
  return found
}

/** Finds the values listed before: "Fennel-21, Fennel-22 and also Fennel-23 as password". */
function listedBefore(page: CueText, last: Value): Value[] {
  const found: Value[] = []
  for (let value = last; found.length < 12; ) {
    const other = BEFORE.exec(page.text.slice(Math.max(0, value.start - 80), value.start))
    const before = other?.[1] ?? ""
    if (!/\d/.test(before) || !/\p{L}/u.test(before) || !sameShape(page.text.slice(last.start, last.end), before))
      return found
    const start = value.start - (other?.[0].length ?? 0)
    value = { start, end: start + before.length }
    found.push(value)
  }
  return found
}

const BEFORE =
  /(?<![^\s"'“„«(])([^\s"'“”„«»,;]{4,64})["'”»]?(?:, ?|,? (?:and|und|et|y|e|or|oder|ou|o|then)(?: also| auch| aussi| también| também)? )["'“„«]?$/i
const AND = /["'”»]?(?:, ?|; ?| ?\/ ?| ?& ?|\n| and | und | et | y | e | or | oder | ou | o | ni )["'“„«]?/iy
const NEXT = /[^\s,;]{3,64}/y

/**
 * "Error code", "code postal" and "discount code for ..." are no secrets. The word that says so stands before or behind
 * the cue.
 */
const NOT_SECRET = [
  (page: CueText, first: number) => page.near(first - 1, -5, NEGATIVE) !== undefined,
  (page: CueText, _: number, last: number) => page.near(last + 1, 3, NEGATIVE) !== undefined
]
/**
 * Near these words the code is one that lets somebody in: "gate code", "code from the text message", "código que
 * pusimos".
 */
const OWNERS = wordsOf(LISTS, "secret-context")
const TOLD_ALOUD = wordsOf(LISTS, "told-aloud")
const ALOUD_COMPOUND = new RegExp(`^(?:${[...TOLD_ALOUD].join("|")}).`)
const NEGATIVE = wordsOf(LISTS, "no-secret-context")
const OPENS = wordsOf(LISTS, "opens")
const WITH = wordsOf(LISTS, "with")
/** Behind these words stands what the secret is for. */
const OF = wordsOf(LISTS, "secret-of")
const SAID = wordsOf(LISTS, "answered")
const IT = wordsOf(LISTS, "it")
const THAT = wordsOf(LISTS, "that")
const IS = wordsOf(LISTS, "is")
const MINE = wordsOf(LISTS, "whose-secret")
