import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import type { Quotable } from "../reading/quotable.ts"
import { conditionOf } from "../../../../text/condition-clause.ts"
import { boundsIn, type Bound } from "../../../../text/bounds.ts"
import type { OtherCase } from "./other-cases.ts"
import { PERIOD, ticketFigures, type TicketFigure } from "../reading/ticket-figures.ts"

/**
 * Finds the sentences that are for another case than the customer's: their limits exclude the ticket's figure, and
 * those of a sentence near them include it ("90 to 179 minutes: 25 %; 180 minutes or more: 50 %"). A limit alone
 * decides nothing, because it may be no condition ("we pay for a hotel, up to £95").
 */
export function decideByFigure(quotable: Quotable[], ticket: MaskedTicket, language: string): OtherCase[] {
  const all = ticketFigures(ticket, language)
  if (all.length === 0) return []
  const figures = Map.groupBy(
    all.filter(({ side }) => side !== "after"),
    ({ unit, side }) => `${unit} ${side ?? ""}`
  )
  const bounded = quotable
    .map((one) => ({ one, bounds: boundsIn(one.text, language) }))
    .filter(({ bounds }) => bounds.length)
  const decisions: OtherCase[] = []
  for (const { one: other, bounds } of bounded) {
    for (const { one: applies, bounds: own } of bounded) {
      if (applies === other || !isNear(applies, other)) continue
      for (const [key, given] of [...figures, ...sinceTheEvent(all, [other, applies])]) {
        const like = ({ unit, side }: Bound) =>
          key === SINCE ? unit === PERIOD && side !== "before" : `${unit} ${side ?? ""}` === key
        const [excluded, included] = [bounds.filter(like), own.filter(like)]
        const bound = included.find((range) => given.every((figure) => within(figure, range)))
        if (!bound || excluded.length === 0) continue
        if (excluded.every((range) => given.every((figure) => outside(figure, range)) && apart(range, bound)))
          decisions.push(caseOf(other, applies, given, bound))
      }
    }
  }
  return decisions
}

/**
 * Finds the sentences with a condition that no figure of the ticket meets: "If the order is worth more than €150, ...",
 * for an order of €98.90.
 */
export function decideByCondition(quotable: Quotable[], ticket: MaskedTicket, language: string): OtherCase[] {
  const figures = Map.groupBy(ticketFigures(ticket, language), ({ unit, side }) => `${unit} ${side ?? ""}`)
  return quotable.flatMap((other) => {
    const bounds = boundsIn(conditionOf(other.text, language), language)
    const given = bounds.flatMap(({ unit, side }) => figures.get(`${unit} ${side ?? ""}`) ?? [])
    const isMet = given.some((figure) => bounds.some((range) => !outside(figure, range)))
    return given.length === 0 || isMet ? [] : [{ other, because: given[0]?.text ?? "" }]
  })
}

/**
 * Returns the past days that the ticket names with a word of these sentences ("delivered on 6 October": "within 45 days
 * of delivery"), as the figure of a limit that isn't said to be before something. A period that the ticket
 * itself gives comes first.
 */
function sinceTheEvent(all: TicketFigure[], ones: Quotable[]): [string, TicketFigure[]][] {
  if (all.some(({ unit, side }) => unit === PERIOD && side === undefined)) return []
  const named = all.filter(
    ({ side, words = new Set<string>() }) =>
      side === "after" && [...words].some((word) => ones.some((one) => [...one.words].some(isLike(word))))
  )
  return named.length > 0 ? [[SINCE, named]] : []
}

/** "Delivered" and "delivery" have different stems, which begin alike. */
const isLike = (word: string) => (other: string) =>
  word === other || (word.length >= ALIKE && word.slice(0, ALIKE) === other.slice(0, ALIKE))
const ALIKE = 5

const SINCE = "since the event"

function caseOf(other: Quotable, applies: Quotable, [figure]: TicketFigure[], bound: Bound): OtherCase {
  const { days, date } = figure ?? {}
  const limit = Number.isFinite(bound.most) ? bound.most : bound.least
  const isInDays = bound.unit === PERIOD && limit > 0 && limit % 24 === 0
  return {
    other,
    applies,
    because: figure?.text ?? "",
    ...(days !== undefined && { days }),
    ...(date?.startsWith("20") && isInDays && { from: date, plus: (figure?.side === "before" ? -limit : limit) / 24 })
  }
}

/** Cases stand in neighbouring sentences or a few sentences apart. */
const NEAR = 4

/** Tells whether two sentences are so near that they can be cases of one rule. */
export const isNear = (one: Quotable, other: Quotable) =>
  one.source === other.source && Math.abs(one.at - other.at) <= NEAR

const within = (figure: TicketFigure, range: Bound) => figure.least >= range.least && figure.most <= range.most
const outside = (figure: TicketFigure, range: Bound) => figure.most < range.least || figure.least > range.most
/** Two ranges that share more than their ends aren't two cases. */
const apart = (a: Bound, b: Bound) => a.most <= b.least || b.most <= a.least
