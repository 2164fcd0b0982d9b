import { dangerSigns, type DangerSigns } from "../../../intent/danger/tell-danger.ts"
import { newlyWrittenText } from "../../../search/query/query.ts"
import { meaningsOf } from "../../../search/synonyms/synonyms.ts"
import type { MaskedTicket } from "../../../ticket/masked-ticket.ts"
import { waitingMessages } from "../offline/reading/customer-question.ts"

/**
 * Tells whether what the customer wrote since the last answer, or else the newest message, tells of a danger.
 * @param language ISO 639-1, or null
 */
export function ticketDanger(ticket: MaskedTicket, language: string | null): DangerSigns | undefined {
  const text = waitingTexts(ticket).join("\n")
  return dangerSigns(`${ticket.subject}\n${text}`, language, meaningsOf)
}

/** Returns what nobody has answered yet, as the customer wrote it. */
export const waitingTexts = (ticket: MaskedTicket): string[] =>
  waitingMessages(ticket).map(({ text }) => newlyWrittenText(text.slice(0, MAX_CHARACTERS)))

/** Of each message. A danger is told early. */
const MAX_CHARACTERS = 4000
