import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { newlyWrittenText } from "../query/query.ts"

/**
 * What of a ticket an embedding model is given: the subject and the customer's own newest messages, as the relay has
 * them, which is masked; neither placeholders nor quoted mail.
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

/** Characters: an older message stays out where the newer ones are long. */
const LONGEST = 1_500
