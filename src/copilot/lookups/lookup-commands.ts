import type { LookupCommand } from "../../protocol/search.ts"
import type { CommandAnswer } from "../../protocol/panel.ts"
import { PageError } from "../ticket/page-client.ts"
import { readerTab } from "../ticket/reader-tab.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"
import { lookUp } from "./look-up.ts"
import { keepSecrets } from "./lookup-secrets.ts"

/** Looks everything up again, with what was typed if it is a secret. The draft stays as it is. */
export async function runLookupCommand(
  services: Services,
  state: TicketState,
  command: LookupCommand
): Promise<CommandAnswer> {
  const { lookups } = services.account
  if (command.kind === "panel-lookup-secret") {
    const definition = (await lookups.ready()).find(({ name }) => name === command.lookup)
    if (!definition || !lookups.cipher) return { ok: false, code: "no-lookup" }
    await keepSecrets(services.browser.local, lookups.cipher, definition, command.secrets)
  }
  try {
    const tabId = await readerTab(services, state)
    if (tabId === undefined) return { ok: false, code: "other-ticket" }
    const { ticketId } = state.ticket
    const ticket = state.seen?.ticket ?? (await services.page.readTicket(tabId, ticketId, new AbortController().signal))
    await lookUp(services, state, ticket, true)
    return { ok: true }
  } catch (error) {
    if (error instanceof PageError) return { ok: false, code: error.notice.code }
    throw error
  }
}
