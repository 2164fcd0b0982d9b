import { Problem } from "../../runtime/problem.ts"
import { switchModelsOff } from "../../runtime/scope/request-scope.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import type { SwitchFacts } from "../../ticket/off-switch/condition.ts"
import { switchedOff, type Switchable } from "../../ticket/off-switch/off-switch.ts"
import type { RelayContext } from "../http/context.ts"
import { MODEL_HEADER } from "../../protocol/routes/off-switches.ts"

/** What a request says of the ticket that it is about. Masked values and hashed sites are compared as they are. */
export type RequestTicket = Partial<Pick<MaskedTicket, "tags" | "fields">> & { site?: string }

/**
 * Refuses a request about a ticket for which reading is switched off, or preparing if it prepares a draft, and keeps
 * its work from models where they are switched off. Browsers go by the same switches before they send anything; this
 * covers one that doesn't know the newest yet.
 * @throws Problem 403 "switched-off"
 */
export function requireOn(context: RelayContext, ticket: RequestTicket = {}, isPrepared = false): void {
  const { person, offSwitches } = context.get("person")
  const facts: SwitchFacts = {
    person,
    site: ticket.site,
    ...(ticket.tags && { ticket: { tags: ticket.tags, fields: ticket.fields } })
  }
  const isOff = (what: Switchable) => typeof switchedOff(what, offSwitches.switches, facts) === "object"
  if (isOff("reading") || (isPrepared && isOff("preparing")))
    throw new Problem(403, "switched-off", "The team has switched this off for this ticket or person.")
  if (context.req.header(MODEL_HEADER) === "off" || isOff("model")) switchModelsOff()
}
