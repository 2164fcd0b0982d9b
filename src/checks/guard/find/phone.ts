import { getCountries, getCountryCallingCode } from "libphonenumber-js/min"
import type { Found } from "../basis/finding.ts"
import type { Given, KnownNumbers, Written } from "../basis/given.ts"
import { BEFORE_DIALLED, BEFORE_UNDIALLED } from "../words/words.ts"

/**
 * Finds phone numbers that nobody gave. They are compared by their digits: other spaces, or a country code in place of
 * the 0, make the same number.
 */
export function findPhones(text: string, given: Given): Found[] {
  const findings: Found[] = []
  for (const match of text.matchAll(RUN)) {
    const run = match[0]
    const before = text.slice(Math.max(0, match.index - 48), match.index)
    const after = text.slice(match.index + run.length, match.index + run.length + 10)
    if (!isPhone(run, before, after) || isKnown(run, given.numbers)) continue
    findings.push({ kind: "phone", start: match.index, end: match.index + run.length })
  }
  for (const match of text.matchAll(VANITY))
    if (!given.holds(match[0])) findings.push({ kind: "phone", start: match.index, end: match.index + match[0].length })
  return findings
}

export function knownNumbers(text: string): KnownNumbers {
  const whole = new Map<string, Set<string>>()
  const loose = new Map<string, Set<string>>()
  for (const [run] of text.matchAll(RUN)) {
    add(whole, run)
    for (const part of parts(run)) add(loose, part)
  }
  return { whole, loose }
}

function add(written: Map<string, Set<string>>, number: string) {
  const { whole, nationals } = readNumber(number)
  for (const one of nationals) {
    const codes = written.get(one) ?? new Set<string>()
    if (whole !== undefined) codes.add(whole)
    written.set(one, codes)
  }
}

/**
 * Says whether the number is known as it is written, or known without what stands beside it on one of the two sides.
 * Ignoring both sides would equate two numbers that begin alike.
 */
export function isKnown(run: string, { whole, loose }: KnownNumbers): boolean {
  return stands(run, whole) || stands(run, loose) || parts(run).some((part) => stands(part, whole))
}

function stands(number: string, written: Written): boolean {
  const { whole, nationals } = readNumber(number)
  return nationals.some((one) => {
    const codes = written.get(one)
    return codes !== undefined && (whole === undefined || codes.size === 0 || codes.has(whole))
  })
}

/**
 * Reads a number. With a country code it returns the whole number and the digits without each possible code. Otherwise
 * it returns the digits without the 0 (1, 8) that is dialled first.
 */
function readNumber(written: string): { whole?: string; nationals: string[] } {
  const all = digits(written.replace(/\(0\)/, ""))
  const international = /^\(?\+|^00/.test(written.trim())
  if (!international)
    return {
      nationals: [all.replace(/^0+/, ""), ...(/^[18]\d{9,10}$/.test(all) ? [all.slice(1)] : [])].filter(
        (one) => one.length >= 4
      )
    }
  const whole = all.replace(/^00/, "")
  const nationals = [1, 2, 3]
    .filter((length) => CODES.has(whole.slice(0, length)))
    .map((length) => whole.slice(length).replace(/^0/, ""))
  // Zeros before something that is no country code make a number of another kind, which is known by its digits.
  if (nationals.length === 0) return { nationals: [whole.replace(/^0+/, "")] }
  return { whole, nationals: nationals.filter((one) => one.length >= 4) }
}

/**
 * Returns the run without one or two short groups at its beginning or end. For a run that is too long for one number it
 * returns every row of its groups.
 */
function parts(run: string): string[] {
  const groups = [...run.matchAll(/(?:\(?\+ ?\(?)?\d+/g)].slice(0, MAX_GROUPS)
  const isLong = digits(run).length > 15
  const numbers: string[] = []
  for (const [first, from] of groups.entries()) {
    for (const [step, to] of groups.slice(first, first + MAX_IN_ONE).entries()) {
      const left = [...groups.slice(0, first), ...groups.slice(first + step + 1)]
      const part = run.slice(from.index, to.index + to[0].length)
      if (
        left.length > 0 &&
        digits(part).length >= 7 &&
        (isLong || (left.length <= 2 && left.every(([group]) => group.length <= 2)))
      )
        numbers.push(part)
    }
  }
  return numbers
}

function isPhone(run: string, before: string, after: string): boolean {
  const all = digits(run)
  const groups = run.match(/\d+/g) ?? []
  if (all.length > 16 || DATE.test(run) || MONEY_BEFORE.test(before) || UNIT_AFTER.test(after)) return false
  if (/^\(?\+|^00/.test(run)) return all.length >= 7
  if (BEFORE_DIALLED.test(before) && !BEFORE_UNDIALLED.test(before))
    return all.length >= 5 && !/^\d{1,3}(?:[.,]\d{3})+$/.test(run)
  if (BEFORE_UNDIALLED.test(before)) return false
  if (/^\(\d{2,5}\)/.test(run)) return all.length >= 7
  if (/^0[1-9]/.test(all))
    return groups.length > 1
      ? (all.length >= 8 && !/^\d+(?:\.\d+){1,2}$/.test(run)) || all.length >= 9
      : all.length >= 10
  return /^(?:1[-. ])?\(?[2-9]\d{2}\)?[-. ]\d{3}[-. ]\d{4}$/.test(run) || /^[89]00[-. ]\d{3}[-. ]?\d{3}$/.test(run)
}

/** Matches digits with the separators of phone numbers, but not behind a letter, a currency sign or a decimal point. */
const RUN =
  /(?<![\p{Script=Latin}\d#$€£¥_%=&]|\d[.,:]|[\p{Script=Latin}\d][-/])\+?\(?\+?\d(?:[ )(]{0,2}[./-]?[ (]{0,2}\d)*(?![\p{Script=Latin}\d_]|,\d|[:/-]\p{Script=Latin}|-\d|:\d)/gu
const VANITY =
  /(?<![\p{L}\d])(?:1[-. ])?\(?8\d\d\)?[-. ][A-Z0-9]{2,7}(?:-[A-Z0-9]{2,7}){0,2}(?<=[A-Z]{4}[A-Z0-9-]{0,8})(?![\p{L}\d])/gu
const DATE =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))(?: \d{1,2})?$|^\d{4} ?- ?\d{4}$|^\d{1,2} - \d{1,2}$/
const MONEY_BEFORE = /[$€£¥]\s?$|\b(?:EUR|USD|GBP|CHF|IBAN|HS|v|version|build)\.? ?$/i
const UNIT_AFTER = /^\s?(?:[€$£¥%°]|EUR|USD|GBP|CHF|Euros?\b|euros\b|円|kr\b|kWh|km\b|kg\b|MB\b|GB\b|Mbit|rows|Zeilen)/i
const MAX_GROUPS = 40
const MAX_IN_ONE = 9
const CODES: ReadonlySet<string> = new Set(getCountries().map((country): string => getCountryCallingCode(country)))

const digits = (text: string) => text.replace(/\D/g, "")
