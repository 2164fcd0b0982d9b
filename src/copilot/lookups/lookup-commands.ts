import type { LookupCommand } from "../../protocol/search.ts"
import type { CommandAnswer } from "../../protocol/panel.ts"
import { HelpdeskPageFault } from "../ticket/page-client.ts"
import { readerTab, type Services, type TicketState } from "../ticket/ticket-state.ts"
import { allowedOrigins } from "../../lookups/run-lookup.ts"
import { lookUp } from "./look-up.ts"
import { hashOf, keepPress, keepSecrets } from "./lookup-permissions.ts"
import { readPageTicket } from "../ticket/ticket-off.ts"

/** Looks everything up again, with what was allowed or typed just now. The draft stays as it is. */
export async function runLookupCommand(
  services: Services,
  state: TicketState,
  command: LookupCommand
): Promise<CommandAnswer> {
  if (command.kind !== "panel-look-up" && !(await keepAnswer(services, command)))
    return { ok: false, code: "no-lookup" }
  try {
    const tabId = await readerTab(services, state)
    if (tabId === undefined) return { ok: false, code: "other-ticket" }
    const ticket = state.latest?.ticket ?? (await readPageTicket(services, state, tabId, new AbortController().signal))
    await lookUp(services, state, ticket, true)
    return { ok: true }
  } catch (error) {
    if (error instanceof HelpdeskPageFault) return { ok: false, code: error.notice.code }
    throw error
  }
}

/** Keeps a press or secrets. Returns false if the team has no such lookup any more. */
async function keepAnswer(
  { account, browser }: Services,
  command: Exclude<LookupCommand, { kind: "panel-look-up" }>
): Promise<boolean> {
  const { cipher } = account.lookups
  const definition = (await account.lookups.ready()).find(({ name }) => name === command.lookup)
  if (!definition || !cipher) return false
  if (command.kind === "panel-lookup-secret") await keepSecrets(browser.local, cipher, definition, command.secrets)
  // A press counts for what the card showed. If that has changed since, the card asks again.
  else if (
    command.definition === (await hashOf(cipher, definition)) &&
    allowedOrigins(definition, "").includes(command.origin)
  )
    await keepPress(browser.local, cipher, definition, command.origin)
  return true
}
