import { restore } from "../../masking/restore.ts"
import { NO_PLACEHOLDERS, type MaskTable } from "../../masking/basis/placeholder-table.ts"
import type { RelayBody } from "../../protocol/outgoing.ts"
import type { KnowledgeSearchResult } from "../../protocol/search.ts"
import type { CommandAnswer } from "../../protocol/panel.ts"
import type { RequestRecord } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import type { Ticket } from "../../ticket/ticket.ts"
import { truncateMasked, EMPTY_MASKED_TEXT, repliesBody, searchBody } from "../relay-client/egress.ts"
import { keepTicket } from "../draft/keep.ts"
import { ensureRecord, refreshTicket } from "../draft/ticket-content.ts"
import { noticeOf } from "../ticket/notices.ts"
import { HelpdeskPageFault } from "../ticket/page-client.ts"
import { isoNow } from "../relay-client/copilot-parts.ts"
import { withAgent } from "./add-facts.ts"
import { unfitness } from "./read-ticket.ts"
import { runInOrder, ticketPeopleOf, type Services, type TicketState } from "../ticket/ticket-state.ts"
import { readPageTicket, relayFor } from "../ticket/ticket-off.ts"

/**
 * Searches all of the team's knowledge with the agent's own words. They are masked by the ticket's own table, like
 * everything that is said about it.
 */
export function search(services: Services, state: TicketState, store: Store, words: string): Promise<CommandAnswer> {
  return asking(services, async (signal) => {
    const typed = words.trim().slice(0, MAX_CHARACTERS)
    if (typed === "") return { ok: false, code: "search-empty" }
    return { ok: true, search: await searchMasked(services, state, store, typed, signal) }
  })
}

/** Searches with these words, masked, and says how they were sent if masking changed them. */
export async function searchMasked(
  services: Services,
  state: TicketState,
  store: Store,
  typed: string,
  signal: AbortSignal
): Promise<KnowledgeSearchResult> {
  const { query, body } = await runInOrder(state, async () => {
    const before = state.table ?? (await maskedTicket(services, state, store, signal)).table
    const {
      masked: [said = EMPTY_MASKED_TEXT],
      table
    } = await services.egress.texts([typed], ticketPeopleOf(state), before, state.overrides, signal)
    const query = truncateMasked(said, MAX_CHARACTERS)
    const language = state.record?.language
    return {
      query,
      body: await kept(
        services,
        state,
        store,
        table,
        "/v1/knowledge/search",
        searchBody({ query, helpdesk: state.ticket.helpdesk, ...(language ? { locale: language } : {}) })
      )
    }
  })
  const found = await (await relayFor(services, state)).call("POST /v1/knowledge/search", { body }, signal)
  return { ...found, ...(query === typed ? {} : { sentAs: query }) }
}

/** Returns solved tickets that resemble this one and the team's macros for its thread. One request serves both. */
export function replies(services: Services, state: TicketState, store: Store): Promise<CommandAnswer> {
  return asking(services, async (signal) => {
    const { unfit, body } = await runInOrder(state, async () => {
      const { masked, table, unfit } = await maskedTicket(services, state, store, signal)
      return unfit
        ? { unfit }
        : {
            body: await kept(
              services,
              state,
              store,
              table,
              "/v1/knowledge/replies",
              repliesBody({ ticket: { ...masked, site: await services.account.rules.siteOf(state.ticket.site) } })
            )
          }
    })
    if (unfit) return { ok: false, ...unfit }
    const { tickets, macros } = await (await relayFor(services, state)).call(
      "POST /v1/knowledge/replies",
      { body },
      signal
    )
    // A macro may name the customer. A solved ticket contains nobody's values.
    const table = state.table ?? NO_PLACEHOLDERS
    return {
      ok: true,
      replies: { tickets, macros: macros.map((macro) => ({ ...macro, text: restore(macro.text, table).text })) }
    }
  })
}

/** Returns the ticket as it was last read, or reads it now. @throws HelpdeskPageFault */
export async function maskedTicket(services: Services, state: TicketState, store: Store, signal: AbortSignal) {
  const ticket = await seenOrRead(services, state, store, signal)
  const masked = await services.egress.ticket(
    withAgent(ticket, services.account.state.person?.name),
    state.table,
    state.overrides,
    signal
  )
  return { ...masked, ticket, unfit: unfitness(ticket) }
}

/**
 * Returns the ticket as it was last read, or reads it now. @throws HelpdeskPageFault
 * @param newest the id of its newest public message, if that is known
 */
export async function seenOrRead(
  services: Services,
  state: TicketState,
  store: Store,
  signal: AbortSignal,
  newest = state.record?.version
): Promise<Ticket> {
  if (state.latest && state.latest.version === newest) return state.latest.ticket
  const tab = await services.tabs.byKey(state.key)
  if (!tab) throw new HelpdeskPageFault({ ok: false, code: "no-ticket" })
  const ticket = await readPageTicket(services, state, tab.tabId, signal)
  if (!state.record) {
    ensureRecord(services, state)
    refreshTicket(state, ticket)
    await keepTicket(state, store)
  }
  return ticket
}

/** Table and body are stored before the body is sent, because "What the model saw" shows both. */
export async function kept(
  services: Services,
  state: TicketState,
  store: Store,
  table: MaskTable,
  path: string,
  body: RelayBody
): Promise<RelayBody> {
  await keepRequest(state, store, table, {
    id: crypto.randomUUID(),
    key: state.key,
    at: isoNow(services.clock),
    path,
    body
  })
  return body
}

/** Stores a request, and the table that it was masked by, before it is sent. */
export async function keepRequest(
  state: TicketState,
  store: Store,
  table: MaskTable,
  request: RequestRecord
): Promise<void> {
  await store.tables.put(state.key, table)
  state.table = table
  await store.requests.put(request)
}

/** Runs a request that changes nothing on the ticket. The message in the bar stays, and the card reports a failure. */
export async function asking(
  services: Services,
  ask: (signal: AbortSignal) => Promise<CommandAnswer>
): Promise<CommandAnswer> {
  try {
    return await ask(AbortSignal.timeout(ASK_MS))
  } catch (error) {
    await services.reportError(error)
    return { ok: false, ...noticeOf(error) }
  }
}

/** In milliseconds, including masking and waiting for a draft to begin. */
const ASK_MS = 30_000
/** The maximum that a request may have. */
const MAX_CHARACTERS = 20_000
