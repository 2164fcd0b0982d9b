import type { OpenCase } from "../../../../ticket/draft.ts"
import { facts } from "../../../../text/facts.ts"
import { boundsIn, unitOf, type Bound } from "../../../../text/bounds.ts"
import type { Quotable } from "../reading/quotable.ts"
import { suggestionOf } from "../choosing/suggest-sentences.ts"
import type { CaseToAsk } from "./cases-to-ask.ts"
import { isNear } from "./decide-by-figure.ts"

/**
 * Finds the sentences of a draft that are for different cases ("up to 14 days ...", "later ..."), of which the ticket
 * says not which is the customer's: their limits exclude each other, and none was left out. All of them stay in the
 * draft, each with its condition, and the agent can keep one.
 */
export function openCases(chosen: Quotable[], language: string): OpenCase[] {
  return limitedCases(chosen, language).map((ways) => ({ ways: ways.map((way) => suggestionOf(way, chosen)) }))
}

/** Returns the cases that the customer is asked about, and the others that stay open. */
export function withAsked(open: OpenCase[], asked: CaseToAsk[], chosen: Quotable[]): OpenCase[] {
  const texts = new Set(asked.flatMap(({ ways }) => ways.map(({ text }) => text)))
  return [
    ...asked.map(({ ways, names, question }) => ({
      ways: ways.map((way) => suggestionOf(way, chosen)),
      asked: { names, question }
    })),
    ...open.filter(({ differ, ways }) => differ || !ways.some(({ text }) => texts.has(text)))
  ]
}

/** Finds the sentences whose limits exclude each other. */
export function limitedCases(chosen: Quotable[], language: string): Quotable[][] {
  const bounded = chosen
    .map((one) => ({ one, bounds: boundsIn(one.text, language) }))
    .filter(({ bounds }) => bounds.length > 0)
  const seen = new Set<Quotable>()
  return bounded.flatMap((first) => {
    if (seen.has(first.one)) return []
    const others = bounded.filter(
      (other) => other !== first && isNear(first.one, other.one) && excludeEachOther(first.bounds, other.bounds)
    )
    if (others.length === 0) return []
    const ways = [first, ...others].map(({ one }) => one)
    for (const way of ways) seen.add(way)
    return [ways]
  })
}

/**
 * Finds the sentences of a draft that another page says with other figures ("within 14 days" and "within 30 days"). Both
 * are shown, and the agent keeps the one that is right.
 */
export function differingPages(chosen: Quotable[], quotable: Quotable[], language: string): OpenCase[] {
  return chosen.flatMap((own) => {
    const figures = figuresOf(own, language)
    if (figures.size === 0) return []
    const others = quotable.filter(
      (other) =>
        other.source !== own.source &&
        saysTheSame(own, other) &&
        [...figuresOf(other, language)].some(([unit, value]) => figures.has(unit) && figures.get(unit) !== value)
    )
    const [other] = others
    return other ? [{ ways: [own, other].map((way) => suggestionOf(way, chosen)), differ: true }] : []
  })
}

const figuresOf = ({ text }: Quotable, language: string) =>
  new Map(
    facts(text, language).flatMap((fact) =>
      typeof fact.value === "number" ? [[unitOf(fact), fact.value] as const] : []
    )
  )

/** Tells whether two sentences share most of their words but for the figures. */
function saysTheSame(one: Quotable, other: Quotable): boolean {
  const [own, theirs] = [one, other].map(({ words }) => new Set([...words].filter((word) => !/^\d/.test(word))))
  if (!own || !theirs || Math.min(own.size, theirs.size) < MIN_WORDS) return false
  return own.intersection(theirs).size / own.union(theirs).size >= SAME
}

const MIN_WORDS = 3
const SAME = 0.6

/** Tells whether two sentences limit the same kind of figure, and no figure is within the limits of both. */
function excludeEachOther(own: Bound[], other: Bound[]): boolean {
  const pairs = own.flatMap((bound) =>
    other.filter(({ unit, side }) => unit === bound.unit && side === bound.side).map((like) => [bound, like] as const)
  )
  return pairs.length > 0 && pairs.every(([a, b]) => a.most <= b.least || b.most <= a.least)
}
