import type { CustomerQuestion } from "../reading/customer-question.ts"
import type { Quotable } from "../reading/quotable.ts"
import { tableRow } from "../reading/table-row.ts"

/**
 * Leaves the sections of pages that may answer. One that matches less than half as well as its page's best counts only
 * if a sentence of it speaks of what is asked, or a row of a table of the customer's case: "How long until it is gone?"
 * isn't answered by when a transfer is due, though that is a time as well. A page without headings is one section.
 */
export function toThePoint(question: CustomerQuestion, quotable: Quotable[]): Quotable[] {
  if (question.asks.length === 0) return quotable
  return [...Map.groupBy(quotable, ({ source }) => source).values()].flatMap((page) => {
    const sections = [...Map.groupBy(page, ({ section }) => section).values()].map((own) => ({
      own,
      match: matchOf(own, question)
    }))
    const best = Math.max(...sections.map(({ match }) => match))
    return sections.flatMap(({ own, match }) =>
      match >= best * HALF || own.some((one) => isMeant(one, question)) ? own : []
    )
  })
}

const HALF = 0.5

const isMeant = (one: Quotable, { asks, weights }: CustomerQuestion): boolean =>
  asks.some((ask) => !one.words.isDisjointFrom(ask)) ||
  (tableRow(one.text) !== undefined && [...one.words].some((word) => weights.has(word)))

/** Returns the weight of the asked words that a section holds. */
function matchOf(section: Quotable[], { weights }: CustomerQuestion): number {
  const words = new Set(section.flatMap((one) => [...one.words]))
  return [...words].reduce((sum, word) => sum + (weights.get(word) ?? 0), 0)
}
