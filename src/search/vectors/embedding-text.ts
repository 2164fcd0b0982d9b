import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { newlyWrittenText, writtenByCustomer } from "../query/query.ts"

/**
 * Returns the part of a ticket that an embedding model receives: the subject and the customer's own newest messages,
 * masked as the relay has them, without placeholders and quoted mail.
 */
export function embeddingTextOf(ticket: MaskedTicket): string {
  return [newlyWrittenText(ticket.subject), ...writtenByCustomer(ticket).toReversed()]
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter((text) => /[\p{L}\p{N}]/u.test(text))
    .join("\n")
    .slice(0, LONGEST)
}

/** The limit is in characters. An older message is left out if the newer ones are long. */
const LONGEST = 1_500
