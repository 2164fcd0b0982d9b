import type { MaskedTicket } from "../../../../ticket/masked-ticket.ts"
import { stems } from "../../../../search/words/stems.ts"
import type { Quotable } from "../reading/quotable.ts"
import type { OtherCase } from "./other-cases.ts"

/**
 * Finds the rows of tables that aren't for this customer. A table is imported as a list of rows ("Paid by: card; Takes:
 * 5 days"), and the first column is the case. Where the ticket names none of the cases, no row is for this customer
 * until somebody says which.
 */
export function decideByRow(quotable: Quotable[], ticket: MaskedTicket, language: string): OtherCase[] {
  const written = new Set(stems([ticket.subject, ...ticket.messages.map(({ text }) => text)].join("\n"), language))
  const rows = quotable.flatMap((one) => {
    const [, column, value] = ROW.exec(one.text) ?? []
    return one.isListItem && column && value ? [{ one, column, value }] : []
  })
  const tables = Map.groupBy(rows, ({ one, column }) => JSON.stringify([one.source.n, one.paragraph, column]))
  return [...tables.values()]
    .filter((table) => table.length > 1)
    .flatMap((table) => {
      const told = table.filter(({ value }) => {
        const words = stems(value, language)
        return words.length > 0 && words.every((word) => written.has(word))
      })
      return table
        .filter((row) => !told.includes(row))
        .map(({ one }) => ({
          other: one,
          because: told.map((row) => row.value).join(", "),
          ...(told[0] && { applies: told[0].one })
        }))
    })
}

/** A row as it is imported: the columns' headings, each with its cell. */
const ROW = /^([^:;.]{1,40}): ([^:;]{1,80}); [^:;.]{1,40}: /u
