import { LISTS } from "../../lexicon/groups/cues.ts"
import { wordsOf } from "../../lexicon/lexicon.ts"
import type { CueText } from "./cue-text.ts"
import { FILLER_WORDS, LINKING_VERBS } from "./scan.ts"
import type { Value } from "./values.ts"

/**
 * Finds the plate within four words behind a word for a car. Behind a word for the plate itself, lower case counts too.
 */
export function plateOf(page: CueText, named: boolean, last: number): Value | undefined {
  let small = named
  for (let i = last; i < last + 6; i++) {
    const gap = page.gap(i)
    const next = page.words[i + 1]
    if (!next || /[.!?;\u0001]\s|\n.*\n/.test(gap)) return undefined
    if (PARTS.has(next.folded)) return undefined
    const form = small ? ANY_CASE : CAPITALS
    if (small && (LINKING_VERBS.has(next.folded) || FILLER_WORDS.has(next.folded))) continue
    small = false
    form.lastIndex = next.start
    const plate = form.exec(page.text)?.[0]
    if (plate) return { start: next.start, end: next.start + plate.length }
  }
  return undefined
}

/** Plates of another kind: "placa de vídeo", "matrícula del curso". */
const PARTS = wordsOf(LISTS, "no-plate")
/**
 * The plates of Germany, Austria, France, Italy, Spain, Portugal, Australia, India, Britain, Brazil and Mexico; then of
 * Ireland, older Spain, Belgium, Turkey, Romania, Denmark, Switzerland, Czechia, Hungary, California and Finland.
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
  "[A-Z]{1,3}[- ]\\d{3}[- ]?\\d{2,3}",
  "\\d[A-Z]\\d \\d{4}",
  "[A-Z]{2} ?[A-Z]{2}[- ]\\d{3}",
  "\\d[A-Z]{3} ?\\d{3}",
  "[A-Z]{3}[- ]\\d{3}"
].join("|")
const CAPITALS = new RegExp(`(?:${PLATES})(?![\\p{L}\\d-])`, "uy")
const ANY_CASE = new RegExp(`(?:${PLATES})(?![\\p{L}\\d-])`, "iuy")
