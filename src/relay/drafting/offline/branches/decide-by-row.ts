import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import { stems } from "../../../../search/words/stems.ts"
import type { Quotable } from "../reading/quotable.ts"
import { tableRow } from "../reading/table-row.ts"
import type { OtherCase } from "./other-cases.ts"
import { exceptTold, isNamed, writtenStems, type PageCase } from "./told-cases.ts"

/**
 * Finds the rows of tables that aren't for this customer. A table is imported as a list of rows ("Paid by: card; Takes:
 * 5 days"), and the first column is the case. Where the ticket names none of the cases, a short table is said whole, and
 * of a long one no row is for this customer until somebody says which.
 */
export function decideByRow(quotable: Quotable[], ticket: MaskedTicket, language: string): OtherCase[] {
  const written = writtenStems(ticket, language)
  const rows = quotable.flatMap((one) => {
    const row = one.isListItem ? tableRow(one.text) : undefined
    return row ? [{ one, ...row }] : []
  })
  const tables = Map.groupBy(rows, ({ one, column }) => JSON.stringify([one.source.n, one.paragraph, column]))
  return [...tables.values()]
    .filter((table) => table.length > 1)
    .flatMap((table) => {
      const cases = table.map(
        ({ one, value }): PageCase => ({
          name: value,
          isTold: isNamed(stems(value, language), written),
          sentences: [one]
        })
      )
      return cases.length <= FEW_ROWS && !cases.some(({ isTold }) => isTold) ? [] : exceptTold(cases)
    })
}

/** The customer finds the own row among as many; of more rows nobody knows which one is meant. */
const FEW_ROWS = 5
