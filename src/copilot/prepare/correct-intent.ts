import type { CommandAnswer } from "../../protocol/panel.ts"
import type { Store } from "../../store/store.ts"
import type { TicketAbout } from "../../ticket/ticket-about.ts"
import { keepTicket } from "../draft/keep.ts"
import { setTicketContent } from "../draft/ticket-content.ts"
import { intentBody } from "../relay-client/egress.ts"
import { RelayFault } from "../relay-client/relay-fault.ts"
import { runInOrder, type Services, type TicketState } from "../ticket/ticket-state.ts"
import { asking, kept, maskedTicket } from "./knowledge.ts"
import { relayFor } from "../ticket/ticket-off.ts"

/**
 * Tells the relay what the ticket is about, which learns from it, and shows it in the summary from then on. The ticket
 * leaves masked, like for a draft.
 * @param intent null for none of the team's intents
 */
export function correctIntent(
  services: Services,
  state: TicketState,
  store: Store,
  intent: string | null
): Promise<CommandAnswer> {
  return asking(services, async (signal) => {
    const sent = await runInOrder(state, async () => {
      const { masked, table, unfit } = await maskedTicket(services, state, store, signal)
      if (unfit) return { unfit }
      const ticket = { ...masked, site: await services.account.rules.siteOf(state.ticket.site) }
      const body = intentBody({ ticket, intent })
      return { body: await kept(services, state, store, table, "/v1/intents/corrections", body) }
    })
    if (sent.unfit) return { ok: false, ...sent.unfit }
    try {
      await (await relayFor(services, state)).call("POST /v1/intents/corrections", { body: sent.body }, signal)
    } catch (error) {
      if (error instanceof RelayFault && error.code === "intent-gone") return { ok: false, code: error.code }
      throw error
    }
    setTicketContent(state, { intent: { said: intent } })
    await keepTicket(state, store)
    services.show(state)
    return { ok: true }
  })
}

/** What the summary tells, with the agent's own word in the place of what was told. */
export function aboutAsSaid(about: TicketAbout, intent: { said: string | null } | undefined): TicketAbout {
  if (!intent) return about
  const { intent: _told, ...others } = about
  return intent.said === null ? others : { ...others, intent: { name: intent.said, because: [] } }
}
