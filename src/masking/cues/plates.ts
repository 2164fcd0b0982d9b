import { LISTS } from "replywright/lexicon/cues"
import { wordsOf } from "../../lexicon/lexicon.ts"
import { type CueText, type Word, FILLER_WORDS, LINKING_VERBS } from "./cue-text.ts"
import type { Value } from "./values.ts"
import { digitCount } from "../basis/canvas.ts"

/**
 * Finds the plates behind a word for a car or for a plate: one within a few words, where a word for the plate itself
 * allows lower case and any grouping, and further ones in the same stretch, if they have the form of a plate: "the other
 * car is the Dutch one, G-482-TX".
 */
export function platesOf(page: CueText, named: boolean, last: number): Value[] {
  const plates: Value[] = []
  let small = named
  let skipped = 0
  for (let i = last; i < last + FURTHEST; i++) {
    const next = page.words[i + 1]
    const isNear = i < last + 6 && plates.length === 0
    if (!next || endsSearch(page, i, last) || (isNear && named && /[.!?;]\s/.test(page.gap(i)))) break
    if (OTHERS.has(next.folded)) skipped = i + 3
    if (i < skipped || (small && isFiller(page, next)) || next.start < (plates.at(-1)?.end ?? 0)) continue
    if (!small && !STARTS.test(page.text.charAt(next.start))) continue
    const plate = isNear ? nearPlate(page.text, next.start, small, named) : formAt(SURE, page.text, next.start)
    small = false
    if (plate) plates.push({ start: next.start, end: next.start + plate.length })
  }
  return plates
}

/** Says whether no plate is looked for behind word i, because a part or another word for a car follows. */
function endsSearch(page: CueText, i: number, last: number): boolean {
  const next = page.folded(i + 1)
  if (/\u0001|\n.*\n/.test(page.gap(i))) return true
  // Another word for a car looks at what follows it.
  return (i < last + 6 && PARTS.has(next)) || (i > last + 1 && CARS.has(next))
}

/** Says whether a small word stands before the plate. "AN" may begin one. */
function isFiller(page: CueText, { start, end, folded }: Word): boolean {
  if (!LINKING_VERBS.has(folded) && !FILLER_WORDS.has(folded)) return false
  return !/^[A-ZÄÖÜ]{1,3}$/.test(page.text.slice(start, end))
}

function nearPlate(text: string, at: number, small: boolean, named: boolean): string | undefined {
  const plate = formAt(small ? ANY_CASE : CAPITALS, text, at)
  const spaced = named ? formAt(SPACED, text, at) : undefined
  if (spaced && isGrouped(spaced)) return spaced
  const grouped = named ? formAt(GROUPED, text, at) : undefined
  return grouped && isGrouped(grouped) && grouped.length > (plate?.length ?? 0) ? grouped : plate
}

function formAt(form: RegExp, text: string, at: number): string | undefined {
  form.lastIndex = at
  return form.exec(text)?.[0]
}

/** A plate of any country has four to nine letters and digits, and at least two digits. */
function isGrouped(value: string): boolean {
  const signs = value.replace(/[^\p{L}\d]/gu, "")
  const digits = digitCount(value)
  return (
    signs.length >= 4 &&
    signs.length <= 9 &&
    digits >= 2 &&
    (digits < signs.length || /^\d{2,3}-\d{2,3}-\d{2,3}$/.test(value))
  )
}

/** A plate begins with a digit or a capital. */
const STARTS = /[\dA-ZÄÖÜ京津沪渝粤苏浙鲁川鄂湘皖冀豫闽辽吉黑晋陕甘青琼桂贵云新宁蒙藏赣]/
/** So many words behind the cue, a plate may still be meant. */
const FURTHEST = 30
const CARS = wordsOf(LISTS, "cue-car")
/** What has a number of its own, which may look like a plate. */
const OTHERS = wordsOf(LISTS, "with-own-number")

/** Plates of another kind: "placa de vídeo", "matrícula del curso". */
const PARTS = wordsOf(LISTS, "no-plate")
/**
 * The plates of Germany, Austria, France, Italy, Spain, Portugal, Australia, India, Britain, Brazil and Mexico; then of
 * Ireland, older Spain, Belgium, Turkey, Romania, Denmark, Switzerland, Czechia, Hungary, California, Finland, the
 * Netherlands and Poland.
 */
const PLATES = [
  "[A-ZÄÖÜ]{1,3}[- :][A-Z]{1,2}[- ]?[1-9]\\d{0,3}[EH]?",
  "[A-Z]{2}[- ]?\\d{3}[- ]?[A-Z]{2}",
  "\\d{4}[- ]?[B-DF-HJ-NP-TV-Z]{3}",
  "\\d{3} (?!EUR|USD|GBP|CHF|AUD|CAD|BRL|MXN|NZD|INR)[A-Z]{3}",
  "[A-Z]{2}[- ]?\\d{1,2}[- ]?[A-Z]{1,2}[- ]?\\d{4}",
  "\\d\\d[- ][A-Z]{2}[- ]\\d\\d",
  "[A-Z]{2}[- ]\\d\\d[- ](?:\\d\\d|[A-Z]{2})",
  "\\d\\d-\\d\\d-[A-Z]{2}",
  "[A-Z]{2}\\d{2} ?[A-Z]{3}",
  "[A-Z]\\d{1,3} ?[A-Z]{3}",
  "[A-Z]{3}[- ]?\\d[A-Z\\d]\\d{2}",
  "[A-Z]{3}-\\d{2,3}-[A-Z]{1,2}",
  "\\d{1,4} [A-Z]{2,3} \\d{2}",
  "\\d{2,3}-[A-Z]{1,2}-\\d{1,6}",
  "[A-Z]{1,2}-\\d{4}-[A-Z]{1,2}",
  "\\d-[A-Z]{3}-\\d{3}",
  "\\d{2} [A-Z]{1,3} \\d{2,5}",
  "[A-Z]{1,2} \\d{2,3} [A-Z]{3}",
  "[A-Z]{2} \\d{2} \\d{3}",
  "[A-Z]{1,3}[- ]\\d{2,3}[- ]?\\d{2,3}",
  "\\d[A-Z]\\d \\d{4}",
  "[A-Z]{2} ?[A-Z]{2}[- ]\\d{3}",
  "\\d[A-Z]{3} ?\\d{3}",
  "[A-Z]{3}[- ]\\d{3}",
  "[A-Z]{1,2}-\\d{3}-[A-Z]{1,2}",
  "\\d-[A-Z]{3}-\\d{2}",
  "[A-Z]{3}-\\d{2}-[A-Z]",
  "[A-Z]{2,3} \\d{3,4}[A-Z]{1,2}"
].join("|")
/** Groups that hold letters or digits, with hyphens or full stops between: no number of an order looks like that. */
const SURE =
  /(?:[A-Z]{1,3}([-·])\d{1,4}\1[A-Z]{1,3}|\d{1,4}([-·])[A-Z]{1,3}\2\d{1,4}|[A-Z]{2,3}([-·])\d{2}\3\d{2}|\d{2}([-·])\d{2}\4[A-Z]{2}|[A-Z]{2}\d{2} [A-Z]{3}|[A-Z]{3} ?\d[A-Z]\d{2}|[A-Z]{2} \d{3} [A-Z]{2}|[A-Z]{2} \d{2} [A-Z]{1,2} \d{4}|[京津沪渝粤苏浙鲁川鄂湘皖冀豫闽辽吉黑晋陕甘青琼桂贵云新宁蒙藏赣][A-Z][· ]?[A-Z\d]{5,6}|\d{2,3}[가-힣] ?\d{4})(?![\p{L}\d-])/uy
/** Groups as they stand behind the word for a plate. A last letter stands apart only before the end of its clause. */
const GROUPED =
  /[A-ZÄÖÜ\d]{1,7}(?:[- ·:][A-ZÄÖÜ\d]{1,5}(?![\p{Ll}])){0,3}(?:(?<![- ·:][A-Z])|(?=[,.;)\n]|$))(?![\p{L}\d]|[-.,:]\d)/uy
/** Groups with a sign and spaces between: "AB - 19 - zz", "CO · BKR-Q19", "W-63 718 K". */
const SPACED =
  /(?:[A-Za-z]{1,3}|\d{1,4})(?: [-·–] [A-Za-z\d]{1,4}(?:-[A-Z\d]{1,4})?){1,3}(?![\p{L}\d])|[A-Z]{1,2}-\d{1,3} \d{1,3} [A-Z]{1,2}(?![\p{L}\d])/uy
const CAPITALS = new RegExp(`(?:${PLATES})(?![\\p{L}\\d-])`, "uy")
const ANY_CASE = new RegExp(`(?:${PLATES})(?![\\p{L}\\d-])`, "iuy")
