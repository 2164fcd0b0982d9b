import { maskText, maskTicket, type MaskedText } from "../src/masking/index.ts"
import { NO_RULES, type MaskRules } from "../src/masking/basis/masking-rules.ts"
import type { MaskedTicket } from "../src/ticket/masked-ticket.ts"
import type { Person, Ticket } from "../src/ticket/ticket.ts"

/** Returns a function that masks a single text as the product does with a team's rules. */
export function maskWith(rules: Partial<MaskRules>, locale?: string): (text: string, known?: Person[]) => MaskedText {
  const options = { rules: { ...NO_RULES, ...rules }, locale }
  return (text, known = []) => maskText(text, { entries: [] }, known, options)
}

/** Masks a ticket as it leaves the browser of a team with these rules. */
export function maskTicketWith(ticket: Ticket, rules: Partial<MaskRules>): MaskedTicket {
  return maskTicket(ticket, undefined, { rules: { ...NO_RULES, ...rules } }).ticket
}
