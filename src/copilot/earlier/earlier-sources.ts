import { NO_PLACEHOLDERS } from "../../masking/basis/placeholder-table.ts"
import { restore } from "../../masking/restore.ts"
import type { Source } from "../../ticket/draft.ts"
import { promiseLine } from "../../ticket/earlier-ticket.ts"
import type { TicketState } from "../ticket/ticket-state.ts"

/** Puts what was promised in earlier tickets into the sources of a draft, which the relay names without their text. */
export function withPromises<Change extends { sources?: Source[] }>(
  { record, table }: Pick<TicketState, "record" | "table">,
  change: Change | undefined
): Change | undefined {
  const promises = record?.earlier?.promises ?? []
  if (change?.sources === undefined || promises.length === 0) return change
  const sources = change.sources.map((source): Source => {
    const own = promises.filter(({ ticketId }) => source.kind === "earlier" && source.id === `earlier:${ticketId}`)
    const [newest] = own
    if (!newest) return source
    const lines = own.map((one) => promiseLine({ ...one, text: restore(one.text, table ?? NO_PLACEHOLDERS).text }))
    return { ...source, passage: lines.join("\n"), changed: newest.at, url: newest.url }
  })
  return { ...change, sources }
}
