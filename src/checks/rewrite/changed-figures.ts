import type { FactChange } from "../../ticket/fact-change.ts"
import type { Span } from "../../ticket/evidence-pair.ts"
import { comparable, facts, sameFact, type Fact } from "../../text/facts.ts"
import type { ClaimedText, ClaimWord } from "./claim-words.ts"

/**
 * Finds figures, dates, links and codes that only one of the texts states, and those that both state with another limit:
 * "at most 3 days" and "at least 3 days".
 */
export function changedFigures(before: ClaimedText, after: ClaimedText, language: string | null): FactChange[] {
  const [said, says] = [figuresOf(before.text, language), figuresOf(after.text, language)]
  const lost = said.filter((fact) => !says.some((one) => same(one, fact)))
  const unheard = says.filter((fact) => !said.some((one) => same(one, fact)))
  // "Two for 6 euros" may be "a pair".
  const gained = unheard.filter(
    ({ kind, unit, text }) =>
      lost.length > 0 || !(kind === "weekday" || (kind === "number" && unit === "" && !/\d/.test(text)))
  )
  const limits = says.flatMap((fact): FactChange[] => {
    const alike = said.filter((one) => same(one, fact))
    const own = limitOf(fact, after)
    const conflicts = (one: Fact) => own !== "none" && limitOf(one, before) !== own && limitOf(one, before) !== "none"
    return alike.length === 0 || !alike.every(conflicts)
      ? []
      : [{ kind: "limit", before: spanOf(alike[0] ?? fact), after: spanOf(fact) }]
  })
  return [...paired(lost, gained), ...limits]
}

/** Shows a figure beside the one that took its place. */
export function paired(lost: Fact[], gained: Fact[]): FactChange[] {
  const free = new Set(gained)
  const gone = lost.map((fact): FactChange => {
    const instead = [...free].find((one) => comparable(fact, one))
    if (instead) free.delete(instead)
    return { kind: kindOf(fact), before: spanOf(fact), ...(instead && { after: spanOf(instead) }) }
  })
  return [...gone, ...[...free].map((fact) => ({ kind: kindOf(fact), after: spanOf(fact) }))]
}

const spanOf = ({ start, end }: Span): Span => ({ start, end })
const kindOf = ({ kind }: Fact): FactChange["kind"] => (kind === "link" || kind === "email" ? "link" : "figure")

/** "One of them" counts nothing. */
export const figuresOf = (text: string, language: string | null): Fact[] =>
  facts(withoutListNumbers(text), language).filter(
    ({ kind, value, text: words }) =>
      kind !== "name" &&
      !(kind === "number" && value === 1 && !/\d/.test(words)) &&
      !(kind === "ordinal" && !/\d/.test(words))
  )

/** The numbers of a list's items count nothing. */
const withoutListNumbers = (text: string): string =>
  text.replace(/^[ \t]*\d{1,2}[.)](?=\s)/gmu, (number) => " ".repeat(number.length))

/** Also "the 6th" and "6 September", "11 am" and "11" say the same. */
export const same = (a: Fact, b: Fact): boolean => sameFact(a, b) || isPart(a, b) || isPart(b, a)

function isPart(a: Fact, b: Fact): boolean {
  if (/^\d{1,2} ?h$/i.test(a.text)) return b.kind === "time" && numbersIn(b.text)[0] === numbersIn(a.text)[0]
  if (a.kind !== "ordinal" && (a.kind !== "number" || a.unit !== "")) return false
  if (b.kind !== "date" && b.kind !== "time" && b.kind !== "ordinal") return false
  const own = numbersIn(a.text)
  if (own.length === 2) return own.every((number) => numbersIn(String(b.value)).includes(number))
  return numbersIn(b.text).includes(Number(a.value))
}

const numbersIn = (text: string): number[] => Array.from(text.matchAll(/\d+/g), ([digits]) => Number(digits))

/** Returns the nearest limit before a figure, or right behind it, as the side on which the figure bounds. */
function limitOf({ start, end }: Fact, { text, words }: ClaimedText): "most" | "least" | "none" {
  const before = words.findLast(
    (word) =>
      SIDES[word.kind] !== undefined &&
      word.end <= start &&
      !BREAK.test(text.slice(word.end, start)) &&
      start - word.end <= REACH
  )
  const behind = words.find(
    (word) =>
      /^limit-(?:most|least)$/.test(word.kind) &&
      word.start >= end &&
      word.start - end <= REACH_BEHIND &&
      !BREAK.test(text.slice(end, word.start))
  )
  const word = behind ?? before
  return (word && SIDES[word.kind]) || "none"
}

/** In characters. */
const REACH = 14
const REACH_BEHIND = 12
const BREAK = /[.!?;:\n。！？]|\d/u
const SIDES: Partial<Record<ClaimWord["kind"], "most" | "least">> = {
  "limit-most": "most",
  "limit-within": "most",
  "limit-under": "most",
  "order-until": "most",
  "order-before": "most",
  "limit-least": "least",
  "limit-over": "least",
  "order-after": "least"
}
