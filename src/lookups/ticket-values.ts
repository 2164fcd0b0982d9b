import { plainWidth } from "../text/numerals.ts"
import { patternMatches } from "../text/order-pattern.ts"
import { visibleReply } from "../text/mail/mail-parts.ts"
import type { Ticket } from "../ticket/ticket.ts"
import type { LookupDefinition, TicketValue } from "../protocol/routes/lookups.ts"

/**
 * Reads the values of a lookup's address in the unmasked ticket.
 * @returns the values by their names, or the label of the first one that the ticket doesn't have
 */
export function ticketValues(
  { values }: Pick<LookupDefinition, "values">,
  ticket: Ticket
): { values: Record<string, string>; missing?: undefined } | { values?: undefined; missing: string } {
  const read: Record<string, string> = {}
  for (const [name, value] of Object.entries(values)) {
    const found = valueOf(value, ticket)
    if (found === undefined) return { missing: value.label }
    read[name] = found
  }
  return { values: read }
}

function valueOf({ from, field, pattern }: TicketValue, ticket: Ticket): string | undefined {
  const given = from === undefined ? undefined : ORIGINS[from](ticket)?.trim()
  if (given) return given
  const fields = Object.entries(ticket.fields ?? {}).filter(([key]) => field.some((one) => isSame(one, key)))
  for (const [, text] of fields) {
    const found = pattern === undefined ? text.trim() : lastMatch(text, pattern)
    if (found) return found
  }
  if (pattern === undefined) return undefined
  for (const text of textsOf(ticket)) {
    const found = lastMatch(text, pattern)
    if (found) return found
  }
  return undefined
}

const ORIGINS: Record<NonNullable<TicketValue["from"]>, (ticket: Ticket) => string | undefined> = {
  "requester-email": ({ requester }) => requester.email,
  "requester-name": ({ requester }) => requester.name,
  "ticket-id": ({ ticketId }) => ticketId
}

/** Public texts in the order in which they are read: the customer's messages, the newest first, the subject, the rest. */
function textsOf({ subject, messages }: Ticket): string[] {
  const shown = messages.filter(({ visibility }) => visibility === "public").toReversed()
  const by = (isCustomer: boolean) =>
    shown.filter(({ role }) => (role === "customer") === isCustomer).map(({ text }) => text.slice(0, CHARACTERS))
  const own = by(true)
  // What a mail quotes may be about another order, so it is read last.
  return [...own.map((text) => visibleReply(text).visible), subject, ...by(false), ...own]
}

/**
 * Returns what matches last, in letters as the pattern has them: shops tell "ll-48301" from the "LL-48301" of
 * `LL-\\d{5}`. Full-width letters and every sort of hyphen are the plain ones.
 */
function lastMatch(text: string, pattern: string): string | undefined {
  const plain = plainWidth(text).replace(/\p{Pd}/gu, "-")
  const match = patternMatches(pattern, plain, true).at(-1)
  if (!match) return undefined
  const whole = match[0]
  const inCase = [whole, whole.toUpperCase(), whole.toLowerCase()].find(
    (one) => patternMatches(pattern, one)[0]?.[0] === one
  )
  const own = match[1] ?? whole
  if (inCase === undefined || inCase === whole) return own.trim()
  return (inCase === whole.toUpperCase() ? own.toUpperCase() : own.toLowerCase()).trim()
}

const isSame = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase()

/** A message as long as this has its numbers at its beginning. */
const CHARACTERS = 20_000
