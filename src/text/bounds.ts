import { LISTS } from "../lexicon/groups/branches.ts"
import { optionalEntriesOf } from "../lexicon/lexicon.ts"
import { facts, type Fact } from "./facts.ts"

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
  const found: Bound[] = []
  const figures = facts(text, language).filter(({ value, unit }) => typeof value === "number" && unit !== "")
  for (let at = 0; at < figures.length; at++) {
    const figure = figures[at] as Fact
    const next = figures[at + 1]
    const before = text.slice(Math.max(0, figure.start - 30), figure.start)
    const between = next && text.slice(figure.end, next.start)
    const ranged =
      next &&
      between !== undefined &&
      unitOf(next) === unitOf(figure) &&
      (TO.test(between) ||
        (AND.test(between) && words.between.test(before)) ||
        (OR_MORE.test(between) && LESS_THAN.test(text.slice(next.end))))
    const end = ranged ? next.end : figure.end
    // In Japanese such words can be a part of the figure: 14日以内.
    const within = /(?:以内|以上|以下|未満)$/u.exec(text.slice(figure.start, end))?.[0] ?? ""
    const after = within + text.slice(end, end + 30)
    const length = (words: RegExp, part: string) => words.exec(part)?.[0].length ?? 0
    const behindIt = after.slice(Math.max(length(words.orMore, after), length(words.orLess, after)))
    // In Japanese the word is a part of the figure: 7日前.
    const last = text.slice(figure.start, end).at(-1)
    const side: Bound["side"] =
      last === "前" || words.before.test(behindIt)
        ? "before"
        : last === "後" || words.after.test(behindIt)
          ? "after"
          : undefined
    const ahead = [words.until, words.from, words.to, words.between].map((list) => length(list, before))
    const behind = [words.orMore, words.orLess, words.untilBehind].map((list) => length(list, after) - within.length)
    const common: Pick<Bound, "unit" | "side" | "start" | "end"> = {
      unit: unitOf(figure),
      ...(side && { side }),
      start: figure.start - Math.max(...ahead),
      end: end + Math.max(0, ...behind)
    }
    const behindSide = behindIt.slice(length(words.before, behindIt))
    const value = Number(figure.value)
    if (ranged) {
      const other = Number(next.value)
      found.push({ ...common, least: Math.min(value, other), most: Math.max(value, other) })
      at++
    } else if (words.until.test(before) || words.untilBehind.test(after))
      // Until a day before the journey: the day before or any earlier one.
      found.push(side === "before" ? { ...common, least: value, most: Infinity } : { ...common, least: 0, most: value })
    else if (side === "before" && (words.fromThen.test(before) || words.fromThenBehind.test(behindSide)))
      // From a day before the journey: that day or any later one.
      found.push({ ...common, least: 0, most: value })
    else if (words.from.test(before) || words.orMore.test(after) || words.orMore.test(behindSide))
      found.push({ ...common, least: value, most: Infinity })
    else if (words.to.test(before) || words.orLess.test(after) || words.orLess.test(behindSide))
      found.push({ ...common, least: 0, most: value })
  }
  return joined(found, text)
}

/** "More than two hours and up to four" is one range. */
function joined(found: Bound[], text: string): Bound[] {
  return found.reduce<Bound[]>((all, bound) => {
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

const known = new Map<string, BoundWords>()
function wordsOf(language: string): BoundWords {
  const words = known.get(language) ?? readWords(language)
  known.set(language, words)
  return words
}
