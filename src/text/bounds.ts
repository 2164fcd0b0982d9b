import { LISTS } from "replywright/lexicon/branches"
import { optionalEntriesOf } from "../lexicon/lexicon.ts"
import { facts, type Fact } from "./facts.ts"
import { onceEach } from "./memo/text-memory.ts"

/** For which figures a statement applies: "90 to 179 minutes", "more than €150", "up to 24 hours before departure". */
export interface Bound {
  /** Figures can be compared only if they have the same kind and unit. */
  unit: string
  /** The smallest and largest figure; infinite where there is no limit. */
  least: number
  most: number
  /** A period before or after an event: which of the two. */
  side?: "before" | "after"
  /** Where it stands in the text, with the words that make it a limit. */
  start: number
  end: number
}

/**
 * Returns the ranges of figures that a text limits itself to, in its order. A figure without a word that makes it a
 * limit has none.
 */
export function boundsIn(text: string, language: string): Bound[] {
  const words = wordsOf(language)
  const bounds: Bound[] = []
  const figures = facts(text, language).filter(({ value, unit }) => typeof value === "number" && unit !== "")
  for (let at = 0; at < figures.length; at++) {
    const figure = figures[at] as Fact
    const next = figures[at + 1]
    const isRange = next !== undefined && formsRange(text, figure, next, words)
    const place = placeOf(text, figure, isRange ? next : figure, words)
    const range = isRange
      ? rangeOf(Number(figure.value), Number(next.value))
      : limitOf(Number(figure.value), place, words)
    if (range) bounds.push({ ...boundOf(figure, place, words), ...range })
    if (isRange) at++
  }
  return joined(bounds, text)
}

/** Returns whether two figures that follow each other are the ends of one range. */
function formsRange(text: string, figure: Fact, next: Fact, words: BoundWords): boolean {
  if (unitOf(next) !== unitOf(figure)) return false
  const between = text.slice(figure.end, next.start)
  return (
    TO.test(between) ||
    (AND.test(between) && words.between.test(text.slice(Math.max(0, figure.start - 30), figure.start))) ||
    (OR_MORE.test(between) && LESS_THAN.test(text.slice(next.end)))
  )
}

/** A figure or a range in its text. */
interface FigurePlace {
  start: number
  end: number
  before: string
  /** What follows the figure, with the words of a limit that are a part of it. */
  after: string
  /** The length of those words. */
  inside: number
  side: Bound["side"]
  /** What follows the words for "or more" and for "before". */
  behindSide: string
}

function placeOf(text: string, { start }: Fact, { end }: Fact, words: BoundWords): FigurePlace {
  // In Japanese such words can be a part of the figure: 14日以内.
  const inside = /(?:以内|以上|以下|未満)$/u.exec(text.slice(start, end))?.[0] ?? ""
  const after = inside + text.slice(end, end + 30)
  const behindIt = after.slice(Math.max(lengthOf(words.orMore, after), lengthOf(words.orLess, after)))
  // In Japanese the word is a part of the figure: 7日前.
  const last = text.slice(start, end).at(-1)
  return {
    start,
    end,
    before: text.slice(Math.max(0, start - 30), start),
    after,
    inside: inside.length,
    side: sideOf(last, behindIt, words),
    behindSide: behindIt.slice(lengthOf(words.before, behindIt))
  }
}

function sideOf(last: string | undefined, behindIt: string, words: BoundWords): Bound["side"] {
  if (last === "前" || words.before.test(behindIt)) return "before"
  return last === "後" || words.after.test(behindIt) ? "after" : undefined
}

const lengthOf = (pattern: RegExp, part: string) => pattern.exec(part)?.[0].length ?? 0

function boundOf(
  figure: Fact,
  { start, end, before, after, inside, side }: FigurePlace,
  words: BoundWords
): Omit<Bound, "least" | "most"> {
  const ahead = [words.until, words.from, words.to, words.between].map((list) => lengthOf(list, before))
  const behind = [words.orMore, words.orLess, words.untilBehind].map((list) => lengthOf(list, after) - inside)
  return {
    unit: unitOf(figure),
    ...(side && { side }),
    start: start - Math.max(...ahead),
    end: end + Math.max(0, ...behind)
  }
}

const rangeOf = (one: number, other: number) => ({ least: Math.min(one, other), most: Math.max(one, other) })

/** Returns the range to which the words around a figure limit it, or undefined if they don't. */
function limitOf(
  value: number,
  { before, after, side, behindSide }: FigurePlace,
  words: BoundWords
): Pick<Bound, "least" | "most"> | undefined {
  const orMore = { least: value, most: Infinity }
  const orLess = { least: 0, most: value }
  // Until a day before the journey: the day before or any earlier one.
  if (words.until.test(before) || words.untilBehind.test(after)) return side === "before" ? orMore : orLess
  // From a day before the journey: that day or any later one.
  if (side === "before" && (words.fromThen.test(before) || words.fromThenBehind.test(behindSide))) return orLess
  if (words.from.test(before) || words.orMore.test(after) || words.orMore.test(behindSide)) return orMore
  return words.to.test(before) || words.orLess.test(after) || words.orLess.test(behindSide) ? orLess : undefined
}

/** "More than two hours and up to four" is one range. */
function joined(bounds: Bound[], text: string): Bound[] {
  return bounds.reduce<Bound[]>((all, bound) => {
    const before = all.at(-1)
    const isRange =
      before !== undefined &&
      before.unit === bound.unit &&
      before.most === Infinity &&
      bound.least === 0 &&
      before.least < bound.most &&
      JOINS.test(text.slice(before.end, bound.start))
    if (!isRange) return [...all, bound]
    const side = bound.side ?? before.side
    return [...all.slice(0, -1), { ...before, ...(side && { side }), most: bound.most, end: bound.end }]
  }, [])
}

/** Returns a name for what a figure counts, so that only like is compared with like. */
export const unitOf = ({ kind, unit }: Fact) => `${kind} ${unit}`

/** What stands between the figures of "90 to 179 minutes", and of "between 48 hours and 2 hours". */
const TO = /^[^.,;:!?]{0,12}(?:-|–|—|\b(?:to|bis|a)\b|à|〜|~|から)[^.,;:!?\p{L}]{0,3}$/iu
/** In Japanese: "30分以上60分未満". */
const OR_MORE = /^(?:以上|超|を超え)、?$/u
const LESS_THAN = /^(?:未満|以下|以内)/u
const AND = /^[^.,;:!?]{0,12}\b(?:and|und|et|y|e)\b[^.,;:!?\p{L}]{0,3}$/iu

const JOINS = /^[ \u00a0,]{0,2}(?:and|but|und|aber|et|mais|y|pero|e|mas)?[ \u00a0]?$/iu

interface BoundWords {
  from: RegExp
  to: RegExp
  orMore: RegExp
  orLess: RegExp
  between: RegExp
  fromThen: RegExp
  fromThenBehind: RegExp
  until: RegExp
  untilBehind: RegExp
  before: RegExp
  after: RegExp
}

function readWords(language: string): BoundWords {
  const any = (list: string) => (optionalEntriesOf(LISTS, language, list) ?? ["(?!)"]).join("|")
  const spaced = language === "ja" ? "" : "[ \\u00a0]"
  const ahead = (list: string) =>
    new RegExp(
      `(?<!\\p{L})(?:${any(list)})${spaced && `${spaced}?`}(?:(?:the|den|der|die|les|los|las|os|as|full|first) )?$`,
      "iu"
    )
  const behind = (list: string) =>
    new RegExp(`^${spaced && `${spaced}{0,2}`}(?:${any(list)})${language === "ja" ? "" : "(?!\\p{L})"}`, "iu")
  return {
    from: ahead("from"),
    to: ahead("to"),
    orMore: behind("or-more"),
    orLess: behind("or-less"),
    between: ahead("between"),
    fromThen: ahead("from-then"),
    fromThenBehind: behind("from-then"),
    until: ahead("until"),
    untilBehind: /^[前後]?まで/u,
    before: behind("before"),
    after: behind("after")
  }
}

const wordsOf = onceEach(readWords)
