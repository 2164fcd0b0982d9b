import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import type { Quotable } from "../reading/quotable.ts"
import { goesBeyond, saysLate, conditionOf } from "../../../../text/case-signs.ts"
import { boundsIn, type Bound } from "../../../../text/bounds.ts"
import type { OtherCase } from "./other-cases.ts"
import { DELAY, PERIOD, ticketFigures, type TicketFigure } from "../reading/ticket-figures.ts"

/**
 * Finds the sentences that are for another case than the customer's: their limits exclude the ticket's figure, and
 * those of a sentence near them include it ("90 to 179 minutes: 25 %; 180 minutes or more: 50 %"). A limit alone
 * decides nothing, because it may be no condition ("we pay for a hotel, up to £95").
 */
export function decideByFigure(quotable: Quotable[], ticket: MaskedTicket, language: string): OtherCase[] {
  const all = ticketFigures(ticket, language)
  if (all.length === 0) return []
  const bounded = withSides(limitsOf(quotable, language))
  const usual = all.filter(({ side }) => side !== "after")
  const late = bounded.map(({ one }) => one).filter(({ text }) => saysLate(text, language))
  const decisions: OtherCase[] = []
  for (const { one: other, bounds } of bounded) {
    for (const { one: applies, bounds: own } of bounded) {
      if (applies === other || !isNear(applies, other)) continue
      const isOfDelay = late.some((one) => isNear(one, other) && isNear(one, applies))
      const compared = [...comparisons(usual, isOfDelay), ...(isOfDelay ? [] : sinceTheEvent(all, [other, applies]))]
      for (const { limits, given } of compared) {
        const [excluded, included] = [bounds.filter(limits), own.filter(limits)]
        const bound = included.find((range) => given.every((figure) => within(figure, range)))
        if (!bound || excluded.length === 0) continue
        const isOther = (range: Bound) => apart(range, bound) || goesFurther(range, bound)
        if (excluded.every((range) => given.every((figure) => outside(figure, range)) && isOther(range)))
          decisions.push(caseOf(other, applies, given, bound))
      }
    }
  }
  return decisions
}

interface Limited {
  one: Quotable
  bounds: Bound[]
}

/** Returns the sentences with limits. "After that" begins where the limit of the sentence before it ends. */
function limitsOf(quotable: Quotable[], language: string): Limited[] {
  const all = quotable.map((one) => ({ one, bounds: boundsIn(one.text, language) }))
  return all
    .map(({ one, bounds }, at) => {
      const before = all[at - 1]
      const beyond =
        bounds.length === 0 && before?.one.source === one.source && goesBeyond(one.text, language)
          ? before.bounds.slice(-1).flatMap(beyondOf)
          : []
      return { one, bounds: [...bounds, ...beyond] }
    })
    .filter(({ bounds }) => bounds.length > 0)
}

const beyondOf = (bound: Bound): Bound[] => {
  if (bound.side === "before" && bound.least > 0) return [{ ...bound, least: 0, most: bound.least }]
  return bound.side !== "before" && bound.least === 0 ? [{ ...bound, least: bound.most, most: Infinity }] : []
}

/** Figures of a ticket, and for which limits of a page they count. */
interface Comparison {
  given: TicketFigure[]
  limits: (bound: Bound) => boolean
}

/** @param isOfDelay the sentences rule by how late something came, so that other periods don't count */
function comparisons(all: readonly TicketFigure[], isOfDelay: boolean): Comparison[] {
  const byKind = Map.groupBy(
    all.filter(({ unit }) => unit !== DELAY),
    ({ unit, side }) => `${unit} ${side ?? ""}`
  )
  return [
    ...[...byKind].flatMap(([kind, given]): Comparison[] =>
      isOfDelay && kind === ANY_PERIOD ? [] : [{ given, limits: ({ unit, side }) => `${unit} ${side ?? ""}` === kind }]
    ),
    ...(isOfDelay ? byDelay(all) : [])
  ]
}

/** Compares delays, told by two clock times or as a period, with what isn't given in days. */
function byDelay(all: readonly TicketFigure[]): Comparison[] {
  const given = all.filter(({ unit, side, isLate }) => unit === DELAY || (isLate && unit === PERIOD && !side))
  const limits = (bound: Bound) => bound.unit === PERIOD && !bound.side && limitOf(bound) <= MAX_DELAY_HOURS
  return given.length > 0 ? [{ given, limits }] : []
}

/** In hours. */
const MAX_DELAY_HOURS = 24

/**
 * Finds the sentences with a condition that no figure of the ticket meets: "If the order is worth more than €150, ...",
 * for an order of €98.90.
 */
export function decideByCondition(quotable: Quotable[], ticket: MaskedTicket, language: string): OtherCase[] {
  const all = ticketFigures(ticket, language)
  return quotable.flatMap((other) => {
    const bounds = boundsIn(conditionOf(other.text, language), language)
    const compared = comparisons(all, saysLate(other.text, language))
      .map(({ given, limits }) => ({ given, ranges: bounds.filter(limits) }))
      .filter(({ ranges }) => ranges.length > 0)
    const isMet = compared.some(({ given, ranges }) =>
      given.some((figure) => ranges.some((range) => !outside(figure, range)))
    )
    const [first] = compared
    return first && !isMet ? [{ other, because: first.given[0]?.text ?? "" }] : []
  })
}

/**
 * A stage may leave out what its neighbour says: "up to 48 hours before departure", "with less than 48 hours to go". It
 * counts back from the same event where the two meet.
 */
function withSides(all: Limited[]): Limited[] {
  const before = all.flatMap(({ one, bounds }) =>
    bounds.filter(({ side, unit }) => side === "before" && unit === PERIOD).map((bound) => ({ one, bound }))
  )
  const meets = (own: Bound, { bound }: (typeof before)[number]) =>
    [own.least, own.most].some((end) => end > 0 && Number.isFinite(end) && (end === bound.least || end === bound.most))
  return all.map(({ one, bounds }) => ({
    one,
    bounds: bounds.map((bound) =>
      bound.unit === PERIOD && !bound.side && before.some((own) => isNear(own.one, one) && meets(bound, own))
        ? { ...bound, side: "before" as const }
        : bound
    )
  }))
}

/**
 * Returns the past days that the ticket names with a word of these sentences ("delivered on 6 October": "within 45 days
 * of delivery"), as the figure of a limit that isn't said to be before something. A period that the ticket
 * itself gives comes first.
 */
function sinceTheEvent(all: readonly TicketFigure[], ones: Quotable[]): Comparison[] {
  if (all.some(({ unit, side }) => unit === PERIOD && side === undefined)) return []
  const given = all.filter(
    ({ side, words = new Set<string>() }) =>
      side === "after" && [...words].some((word) => ones.some((one) => [...one.words].some(isLike(word))))
  )
  return given.length > 0 ? [{ given, limits: ({ unit, side }) => unit === PERIOD && side !== "before" }] : []
}

/** "Delivered" and "delivery" have different stems, which begin alike. */
const isLike = (word: string) => (other: string) =>
  word === other || (word.length >= ALIKE && word.slice(0, ALIKE) === other.slice(0, ALIKE))
const ALIKE = 5

const ANY_PERIOD = `${PERIOD} `

function caseOf(other: Quotable, applies: Quotable, [figure]: TicketFigure[], bound: Bound): OtherCase {
  const { days, date } = figure ?? {}
  const limit = limitOf(bound)
  const isInDays = bound.unit === PERIOD && limit > 0 && limit % 24 === 0
  return {
    other,
    applies,
    because: figure?.text ?? "",
    ...(days !== undefined && { days }),
    ...(figure?.isClock && { ahead: { least: Math.floor(figure.least), most: Math.ceil(figure.most) } }),
    ...(figure?.unit === DELAY && { late: Math.round(figure.least * 60) }),
    ...(date?.startsWith("20") && isInDays && { from: date, plus: (figure?.side === "before" ? -limit : limit) / 24 })
  }
}

const limitOf = ({ least, most }: Bound) => (Number.isFinite(most) ? most : least)

/** Cases stand in neighbouring sentences or a few sentences apart. */
const NEAR = 4

/** Tells whether two sentences are so near that they can be cases of one rule. */
export const isNear = (one: Quotable, other: Quotable) =>
  one.source === other.source && Math.abs(one.at - other.at) <= NEAR

const within = (figure: TicketFigure, range: Bound) => figure.least >= range.least && figure.most <= range.most
const outside = (figure: TicketFigure, range: Bound) => figure.most < range.least || figure.least > range.most
/** Two ranges that share more than their ends aren't two cases. */
const apart = (a: Bound, b: Bound) => a.most <= b.least || b.most <= a.least
/** "From 120 minutes" goes further than "from 60 minutes", and "less than 12 hours" than "less than 48". */
const goesFurther = (other: Bound, own: Bound) =>
  own.side === other.side &&
  ((own.most === Infinity && other.most === Infinity && other.least > own.least) ||
    (own.least === 0 && other.least === 0 && other.most < own.most))
