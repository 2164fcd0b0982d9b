import { LISTS } from "replywright/lexicon/cues"
import { wordsOf } from "../../lexicon/lexicon.ts"
import type { CueText } from "./cue-text.ts"

export interface Value {
  start: number
  end: number
}

/** Returns the run without spaces that holds the word, without the quotes, brackets and full stops around it. */
export function runAt(page: CueText, index: number): Value {
  const word = page.words[index]
  let start = word?.start ?? 0
  let end = word?.end ?? 0
  for (let left = LONGEST; left > 0 && INSIDE.test(page.text.charAt(start - 1)); left--) start--
  for (let left = LONGEST; left > 0 && INSIDE.test(page.text.charAt(end)); left--) end++
  while (start < end && LEADS.test(page.text.charAt(start))) start++
  while (end > start && TRAILS.test(page.text.charAt(end - 1))) end--
  return { start, end }
}

/**
 * Says whether a value has letters beside digits, or signs inside, such as "qT7-lamp-0042" or "Plum!4Gate", but not
 * "24h", "60th", "e-mail" or "A4".
 */
export function isMixed(value: string): boolean {
  if (value.length < 5 || value.length > 128 || !/\p{L}/u.test(value)) return false
  if (
    /^(?:\d{1,3}[-.]?\p{L}|\d{4}[-.]?\p{Ll})\p{L}{0,11}$/u.test(value) ||
    /^[$€£]|^\d+[.,]\d+\p{L}+$/u.test(value) ||
    /:\/\/|^0x/i.test(value)
  )
    return false
  return /\d/.test(value) || /[^\p{L}\p{N}.,'’/&()…-]/u.test(value.slice(0, -1))
}

/** Finds three to twelve digits, also in groups, that are no quantity, amount, clock time or percentage. */
export function digitsAt(page: CueText, start: number): Value | undefined {
  DIGITS.lastIndex = start
  const digits = DIGITS.exec(page.text)?.[0]
  return digits === undefined ? undefined : { start, end: start + digits.length }
}

/**
 * Finds a code as it is typed on a keypad: digits one by one or in groups, a letter before or behind them, and the keys
 * for star and pound as signs or in words: "2-9-0-6", "A 19 80 #", "5*5*19", "pound 7741 pound".
 */
export function keypadCodeAt(page: CueText, start: number): Value | undefined {
  KEYPAD.lastIndex = start
  const code = KEYPAD.exec(page.text)?.[0]
  const digits = code?.match(/\d/g)?.length ?? 0
  if (code === undefined || digits < 3 || digits > 10 || isDate(code) || /^\d{1,2} \d{1,2}$/.test(code))
    return undefined
  // Plain digits are read with their unit.
  return /^[\d -]*$/.test(code) && !/^\d(?:[ -]\d)+$| - /.test(code) ? undefined : { start, end: start + code.length }
}

/**
 * Finds digits, letters and the signs between them, as customer numbers are printed: "ZV-4 410 882 / 03", "00771-K".
 */
export function numberAt(page: CueText, start: number): Value | undefined {
  NUMBER.lastIndex = start
  const number = NUMBER.exec(page.text)?.[0]
  return number === undefined ? undefined : { start, end: start + number.length }
}

/** The version of a program: "4.12.0-rc2". */
export const VERSION = /^[vV]?\d{1,2}\.\d{1,2}\.\d{1,3}(?:-?(?:rc|beta|alpha|b|a|pre)\.?\d{0,2})?$/

export const isYear = (value: string): boolean => /^(?:19|20)\d\d$/.test(value)
export const isDate = (value: string): boolean =>
  /^(?:\d{1,2}[./-]\d{1,2}[./-](?:\d\d|\d{4})|\d{4}-\d{1,2}-\d{1,2})$/.test(value)
/** Says whether two values have the same shape, as "4471-KX" and "8832-ZZ" do, but not "4471" and "12". */
export const sameShape = (a: string, b: string): boolean => shape(a) === shape(b)

const shape = (value: string) => value.replace(/\d/g, "9").replace(/\p{L}/gu, "x")
const LONGEST = 128
const INSIDE = /[^\s"“”„«»\u0001]/
const LEADS = /[(['`‘‚<*:,;=]/
const TRAILS = /[.,;:?)\]'’`>*]/
const UNIT =
  "(?:%|€|\\$|£|[°h](?!\\p{L})|kwh|eur|euros?|usd|gbp|pounds?|dollars?|reais|pesos|x|characters?|chars|digits?|zeichen|stellig|stellen|ziffern|caracteres?|caractères?|chiffres?|cifras|d[ií]gitos|letters|times?|mal|fois|veces|vezes|minuten?|minutes?|minutos|min|days?|tagen?|jours|d[ií]as|hours?|stunden|heures|horas|weeks?|wochen|semaines|semanas|months?|monaten?|mois|meses|years?|jahren?|ans|años|anos|items|stück|mm|cm|m|km|kg|mb|gb)"
/** Matches how a number continues: "-K", "/ 03", " EMH00", " J". */
const GROUP =
  "[-/][\\dA-Za-z]{1,16}|\\.\\d{1,16}| [-/] [\\dA-Z]{1,16}(?!\\p{L})| (?:[A-Z]{1,4}[- ]?)?\\d[\\dA-Z]{1,12}(?!\\p{L})| (?!I[ ,])[A-Z](?![\\p{L}\\d])| \\d(?=$|[.,;)\\n]| (?:and|or|und|oder|et|ou|y|e|o) )| [A-Z]{2,3}(?=$|[.,;)\\n])"
const DIGITS = new RegExp(`\\d(?:[ -]?\\d){2,11}(?![\\p{L}\\d]|[.,:/]\\d| ?${UNIT}(?![\\p{L}\\d]))`, "uy")
/** The keys beside the digits. */
const KEY_WORD = [...wordsOf(LISTS, "keypad-keys")].join("|")
const KEYPAD = new RegExp(
  `(?:(?:${KEY_WORD})[ -]?|[A-D*#] ?-?)?\\d(?:(?: - |[ *.-])?\\d){0,9}(?:[ -]?[A-Z*#](?![\\p{L}\\d])|[ -](?:${KEY_WORD})(?!\\p{L})){0,2}(?![\\p{L}\\d]|[,:/]\\d| ?${UNIT}(?![\\p{L}\\d]))`,
  "uy"
)
const NUMBER = new RegExp(
  `(?:(?:[A-Z]{1,4}/){1,2}|[A-Z]{1,5}[-/. ]?|[a-z]{1,5}[-/]?)?\\d[\\dA-Za-z]{0,24}(?:${GROUP}){0,7}(?![\\p{L}\\d]|@|[.,:]\\d| ?${UNIT}(?![\\p{L}\\d]))`,
  "uy"
)
