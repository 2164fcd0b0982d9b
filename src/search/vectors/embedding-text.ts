import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { newlyWrittenText } from "../query/query.ts"

/**
 * Returns the part of a ticket that an embedding model receives: the subject and the customer's own newest messages,
 * masked as the relay has them, without placeholders and quoted mail.
 */
export function embeddingTextOf({ subject, messages }: MaskedTicket): string {
  const own = messages
    .filter(({ role }) => role === "customer")
    .toReversed()
    .map(({ text }) => newlyWrittenText(text))
  return [newlyWrittenText(subject), ...own]
    .map((text) => text.replace(/\s+/g, " ").trim())
    .filter((text) => /[\p{L}\p{N}]/u.test(text))
    .join("\n")
    .slice(0, LONGEST)
}

/** The limit is in characters. An older message is left out if the newer ones are long. */
const LONGEST = 1_500
