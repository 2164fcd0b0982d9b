import { LISTS } from "replywright/lexicon/names"
import { wordsOf } from "../../lexicon/lexicon.ts"
import { CLASS, type Knowledge } from "./knowledge.ts"
import { isCapital, isNumber, SHAPE, type Token } from "./tokens.ts"

/**
 * Returns where an address begins when a flat, unit or dock stands before it: "B-204, Green Park Apartments, MG Road",
 * "Dock 3, Ellerbeck Estate, Skipton". It goes back over names with commas between them to the number of a part of a
 * building, and no further.
 * @param from first word of the address so far
 */
export function unitBefore(tokens: readonly Token[], knowledge: Knowledge, from: number): number {
  const own = unitAt(tokens, knowledge, from)
  if (own !== undefined) return own
  for (let i = from; i > 0 && from - i < FURTHEST; i--) {
    const start = unitAt(tokens, knowledge, i - 1)
    if (start !== undefined && /^,? $|^[/-]$/.test(tokens[i]?.gap ?? "")) return start
    const before = tokens[i - 1]
    if (!before || !/^,? $/.test(tokens[i]?.gap ?? "") || before.begins > 0) return from
    if (!isCapital(before) && before.shape !== SHAPE.ordinal) return from
    if (knowledge.of(before.low).classes & NO_PART) return from
  }
  return from
}

/** Returns where the part of a building begins that ends at this word: "Dock 3", "B-204", "Bât. C", "Unit 7". */
function unitAt(tokens: readonly Token[], knowledge: Knowledge, i: number): number | undefined {
  const [word, number] = [tokens[i - 1], tokens[i]]
  if (!word || !number) return undefined
  const { length } = number.written
  if (word.shape === SHAPE.capitalLetter && number.gap === "-" && isNumber(number) && length < 6) return i - 1
  const isNumbered =
    number.shape === SHAPE.capitalLetter || ((isNumber(number) || number.shape === SHAPE.code) && length < 5)
  if (!isNumbered || !/^\.? $/.test(number.gap)) return undefined
  const isPart = PARTS.has(word.low) || (knowledge.of(word.low).classes & CLASS.unit) !== 0
  return isPart && (isCapital(word) || SHORT_UNITS.has(word.low)) ? i - 1 : undefined
}

/** Words for a part of a house, a yard or a harbour besides the words for flats. */
const PARTS = wordsOf(LISTS, "parts")
/** No other words are written like these. */
export const SHORT_UNITS = wordsOf(LISTS, "short-units")
const NO_PART = CLASS.given | CLASS.month | CLASS.weekday | CLASS.title
/** How many words back the search goes. */
const FURTHEST = 10
