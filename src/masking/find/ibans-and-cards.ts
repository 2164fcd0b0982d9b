import { countrySpecs, isValidIBAN } from "ibantools"
import { type Canvas, digitCount } from "../basis/canvas.ts"
import { hasIssuer, hasLuhn } from "./checksums.ts"

/**
 * Finds IBANs by the length that their country uses. A wrong check digit is a typing mistake, so such an IBAN is masked
 * as well.
 */
export function findIbans(canvas: Canvas): void {
  const text = canvas.rest
  for (const match of text.matchAll(IBAN_START)) {
    const length = countrySpecs[match[0].slice(0, 2).toUpperCase()]?.chars
    if (!length) continue
    const end = takeUnits(text, match.index, length)
    const spaced = match[0].includes(" ")
    if (
      end &&
      (isValidIBAN(compact(text.slice(match.index, end)).toUpperCase()) ||
        (!spaced && digitCount(text.slice(match.index, end)) >= 8))
    )
      canvas.claim(match.index, end, "IBAN")
  }
  for (const match of canvas.rest.matchAll(IBAN_RUN)) {
    if (countrySpecs[match[0].slice(0, 2).toUpperCase()]?.chars && digitCount(match[0]) >= 10)
      canvas.claim(match.index, match.index + match[0].length, "IBAN")
  }
  // An IBAN that is too short or too long lost or gained a digit while it was typed.
  for (const match of canvas.rest.matchAll(CALLED_IBAN)) {
    const account = match[1] ?? ""
    const end = match.index + match[0].length
    if (digitCount(account) >= 8) canvas.claim(end - account.length, end, "IBAN")
  }
}

/**
 * Finds card numbers with as many digits as their issuer uses, in one piece or in groups as cards print them. Other
 * groupings count when the check digit is right. A number with a right check digit is claimed even where an order
 * number might stand. Behind the word for a card any number of 12 to 19 digits counts: a wrong first digit is a typing
 * mistake there.
 */
export function findCards(canvas: Canvas): void {
  const free = canvas.free
  const text = canvas.rest
  for (const match of text.matchAll(DIGIT_RUN)) {
    const whole = match[0]
    const groups = [...whole.matchAll(/\d+/g)].map((group) => ({
      start: group.index,
      end: group.index + group[0].length
    }))
    const take = (start: number, end: number, grouping: RegExp): boolean => {
      const run = whole.slice(start, end)
      if (!grouping.test(run) || run.startsWith("0") || DATED.test(run)) return false
      const from = match.index + start
      if (!hasIssuer(run) && !CALLED_CARD.test(text.slice(Math.max(0, from - 40), from)) && !isCut(text, from, run))
        return false
      const kept = free.slice(from, from + run.length) !== run
      return (
        (hasLuhn(run) ? !kept || digitCount(run) > 12 : !kept && PRINTED.test(run)) &&
        canvas.claim(from, from + run.length, "CARD")
      )
    }
    const count = digitCount(whole)
    if (count >= 12 && count <= 19 && take(0, whole.length, ANY_GROUPING)) continue
    // A card may stand among other numbers: with its expiry date, or two cards in a row.
    for (let i = 0; i < groups.length; i++) {
      for (let j = Math.min(i + 4, groups.length - 1); j >= i; j--) {
        if (take(groups[i]?.start ?? 0, groups[j]?.end ?? 0, PRINTED)) {
          i = j
          break
        }
      }
    }
  }
}

/**
 * Finds IBANs with right check digits wherever they begin and end, such as those glued to a card's number, an address
 * or a word.
 */
export function findGluedIbans(canvas: Canvas): void {
  const text = canvas.rest
  for (const match of text.matchAll(ANY_IBAN_START)) {
    const length = countrySpecs[text.slice(match.index, match.index + 2).toUpperCase()]?.chars
    const end = length && endOfUnits(text, match.index, length)
    if (end && isValidIBAN(compact(text.slice(match.index, end)).toUpperCase())) canvas.claim(match.index, end, "IBAN")
  }
}

/** Finds cards with a right check digit that are joined to letters or follow each other behind a comma. */
export function findGluedCards(canvas: Canvas): void {
  for (const match of canvas.rest.matchAll(ANY_CARD))
    if (hasIssuer(match[0]) && hasLuhn(match[0])) canvas.claim(match.index, match.index + match[0].length, "CARD")
}

const ANY_IBAN_START = /[A-Za-z](?=[A-Za-z]\d{2}[ -]?[A-Za-z0-9])/g
const ANY_CARD = /(?<!\d|\d[ .-])(?:[2-6]\d{14,15}|[2-6]\d{3}([ .-])\d{4}\1\d{4}\1\d{4})(?!\d)/g
const IBAN_START = /(?<![A-Za-z0-9])[A-Za-z]{2} ?\d{2}(?=[ .\n-]?[A-Za-z0-9])/g
const CALLED_IBAN =
  /(?<![\p{L}\p{N}])IBAN(?:[ -]?(?:number|nummer|nr|no|n°)\.?)?(?: (?:is|ist|lautet|est|es|é))?[ :=#"'(]{0,4}([A-Z]{2} ?\d{2}(?:[ .-]?[A-Z]{4})?(?:[ .-]?(?=[A-Z]{0,3}\d)[A-Z\d]{1,4}){2,8})(?![A-Z\d])/giu
const IBAN_RUN = /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}[A-Za-z0-9]{11,30}(?![A-Za-z0-9])/g
/**
 * Says whether a run is three of four groups whose last group was masked as something else: "4000 0000 0000
 * 0002anna@post.example".
 */
const isCut = (text: string, start: number, run: string) =>
  /^\d{4}([ .-])\d{4}\1\d{4}$/.test(run) && /^[ .-]\u0001/.test(text.slice(start + run.length, start + run.length + 2))
/** Matches "card", "Karte", "carte", "tarjeta", "cartão" or "カード" a few words before. */
const CALLED_CARD =
  /(?:(?<![\p{L}\p{N}])(?:(?:credit|debit|bank)?cards?|visa|mastercard|master|amex|maestro|(?:kredit|bank|debit|giro|ec-?)?karten?(?:nummer|nr)?|carte|cb|tarjeta|cartão)(?![\p{L}\p{N}])|カード)[^\d\n.;]{0,30}$/iu
const DIGIT_RUN = /(?<![\d.,$€£¥#+]|[A-Za-z]-?)\d(?:[ ./-]{0,2}\d)*(?!\d|,\d)/g
const PRINTED = /^\d{12,19}$|^\d{4}([ .-])\d{4}\1\d{4}(?:\1\d{1,7})?$|^\d{4}([ .-])\d{6}\2\d{4,5}$/
/** Matches groups of three digits and more, or single digits. */
const ANY_GROUPING = /^\d{3,19}(?:[ ./-]{1,2}\d{3,19})*(?:[ ./-]{1,2}\d{1,2})?$|^\d(?:[ ./-]{1,2}\d)*$/
const DATED =
  /(?<!\d)(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?!\d)|(?<!\d)(?:0?[1-9]|[12]\d|3[01])[-/.](?:0?[1-9]|1[0-2])[-/.](?:19|20)\d\d(?!\d)/

/**
 * Returns the end of `count` letters and digits from `start`, with single separators or line ends between them. Returns
 * undefined when there are fewer, or when more follow.
 */
function takeUnits(text: string, start: number, count: number): number | undefined {
  const end = endOfUnits(text, start, count)
  return end !== undefined && /[A-Za-z0-9]/.test(text.charAt(end)) ? undefined : end
}

function endOfUnits(text: string, start: number, count: number): number | undefined {
  let at = start
  for (let taken = 0; taken < count; at++) {
    if (/[A-Za-z0-9]/.test(text.charAt(at))) taken++
    else if (!/[ .\n-]/.test(text.charAt(at)) || !/[A-Za-z0-9]/.test(text.charAt(at + 1))) return undefined
  }
  return at
}

const compact = (text: string) => text.replace(/[^A-Za-z0-9]/g, "")
