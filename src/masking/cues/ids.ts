import { LISTS } from "replywright/lexicon/cues"
import { wordsOf } from "../../lexicon/lexicon.ts"
import type { Cue } from "./cue-words.ts"
import { type CueText, scan, type ScanState } from "./cue-text.ts"
import { digitsAt, isDate, isMixed, isYear, numberAt, runAt, type Value, VERSION } from "./values.ts"
import { digitCount } from "../basis/canvas.ts"

/** Finds personal numbers by the word before them, which says whose number it is or which government issued it. */
export function numberOf(page: CueText, cue: Cue, last: number): Value | undefined {
  if (cue === "extension") return scan(page, last, 3, (way) => (way.direct ? shortNumber(page, way, 2, 5) : undefined))
  if (cue === "branch") return scan(page, last, 3, (way) => (way.direct ? shortNumber(page, way, 3, 9) : undefined))
  if (cue === "key") return scan(page, last, 9, (way) => uuidAt(page, way))
  if (cue === "hardware") return scan(page, last, 8, (way) => (way.told ? serialAt(page, way) : undefined))
  if (cue === "gov") return scan(page, last, 10, (way) => (way.told ? longNumber(page, way, 6) : undefined))
  return scan(page, last, 7, (way) => {
    // Behind words that say more of the cue ("Police der Haftpflicht 7.204.118.36-K") only a long number counts.
    return way.told
      ? longNumber(page, way, 4)
      : way.passed < 4 && /^\d/.test(page.folded(way.index))
        ? longNumber(page, way, 8)
        : undefined
  })
}

/**
 * Finds a name in a messenger or on a network: "insta @x.y", "my username is harbour_owl42".
 * @param isMadeUp says whether a word in lower case is no word of a language
 */
export function handleOf(
  page: CueText,
  cue: Cue,
  last: number,
  isMadeUp: (word: string) => boolean
): Value | undefined {
  return scan(page, last, 5, (way) => {
    const { index, told } = way
    const run = runAt(page, index)
    const value = HANDLE.exec(page.text.slice(run.start, run.end))?.[0] ?? ""
    // "x.com" and "instagram.com/..." are the network itself and no handle.
    if (run.start < (page.words[last]?.end ?? 0) || page.text.charAt(run.start + value.length) === "/") return undefined
    const handle = { start: run.start, end: run.start + value.length }
    if (value.startsWith("@") || /[_#]/.test(value)) return handle
    if (!told || value.length < 3 || isDate(value)) return undefined
    if (cue === "username" && way.direct && isLastOfClause(page, way.index, value) && isMadeUp(value)) return handle
    return isHandle(cue, value) ? handle : undefined
  })
}

const isHandle = (cue: Cue, value: string) =>
  value.includes(".") || (/\d/.test(value) && /\p{L}/u.test(value) && (cue === "username" || isMixed(value)))

/** Says whether a word in lower case ends its clause: "my login is bfinch, but". */
const isLastOfClause = (page: CueText, index: number, value: string) =>
  /^[a-z]{5,20}$/.test(value) && /^\s*[,.;!)\n]|^\s*$|^ (?:and|und|en|et|y|e) /.test(page.gap(index))

/** Finds a handle before the network: "harbour_owl42 on insta", "I'm kit_fox bei Telegram". */
export function handleBefore(page: CueText, first: number): Value | undefined {
  let at = first - 1
  while (at > first - 4 && page.has(at, WHERE)) at--
  if (at === first - 1 || at < 0 || page.ends(at)) return undefined
  const run = runAt(page, at)
  const value = HANDLE.exec(page.text.slice(run.start, run.end))?.[0] ?? ""
  return /^@|_/.test(value) && value.length > 3 ? { start: run.start, end: run.start + value.length } : undefined
}

/**
 * Finds a device's serial number as its maker prints it: digits, usually mixed with letters, in groups or in one piece.
 */
function serialAt(page: CueText, { index }: ScanState): Value | undefined {
  const run = runAt(page, index)
  const word = page.words[index]
  if (!word || run.start < word.start) return undefined
  const number = numberAt(page, word.start)
  const value = number && number.end > run.end ? number : run
  const text = page.text.slice(value.start, value.end)
  if (!SERIAL.test(text) || isDate(text) || isYear(text)) return undefined
  const digits = digitCount(text)
  return digits >= 5 || (digits >= 2 && /[A-Z]/i.test(text) && text.length >= 6)
    ? { start: value.start, end: value.end }
    : undefined
}

/** A random key, as Pix and other ways of payment give them. */
function uuidAt(page: CueText, { index }: ScanState): Value | undefined {
  const start = page.words[index]?.start ?? 0
  UUID.lastIndex = start
  return UUID.test(page.text) ? { start, end: UUID.lastIndex } : undefined
}

const UUID = /[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\da-z-])/iy
const SERIAL = /^[\dA-Za-z](?:[\dA-Za-z]|[-/._ :](?=[\dA-Za-z])){4,39}$/
const WHERE = wordsOf(LISTS, "where")

/** Of a supply point: "PT 0002 000 044 718 209 EW". */
const MOST_DIGITS = 20

function longNumber(page: CueText, { index, direct }: ScanState, least: number): Value | undefined {
  const number = numberAt(page, page.words[index]?.start ?? 0)
  if (!number) return undefined
  const value = page.text.slice(number.start, number.end)
  const digits = digitCount(value)
  if (digits < least && !(direct && least > 4 && digits >= 4 && /[A-Z]/.test(value) && value.length > 7))
    return undefined
  // A date, a year or an account with check digits is something else and has its own finder.
  if (
    digits > (direct ? MOST_DIGITS : 15) ||
    isYear(value) ||
    isDate(value) ||
    VERSION.test(value) ||
    /^[A-Z]{2}\d{2} ?[A-Z\d]{4}.{7}/i.test(value)
  )
    return undefined
  return ENDS_IN_PHONE.test(value) ? undefined : number
}

function shortNumber(page: CueText, { index }: ScanState, least: number, most: number): Value | undefined {
  const word = page.words[index]
  const number = word && (digitsAt(page, word.start) ?? (/^\d\d$/.test(word.folded) ? word : undefined))
  const digits = number ? digitCount(page.text.slice(number.start, number.end)) : 0
  return number && digits >= least && digits <= most ? { start: number.start, end: number.end } : undefined
}

const HANDLE =
  /^@?[\p{Script=Latin}\d](?:[\p{Script=Latin}\d._-]{0,40}[\p{Script=Latin}\d_])?(?:#\d{4})?(?![\p{Script=Latin}\d@])/u
const ENDS_IN_PHONE = /^\+|^00\d{9}/
