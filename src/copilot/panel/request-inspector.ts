import { maskingRecallOf } from "../../masking/recall.ts"
import { NO_OVERRIDES } from "../../masking/basis/masking-rules.ts"
import type { CommandAnswer } from "../../protocol/panel.ts"
import type { Store } from "../../store/store.ts"
import { draftOf } from "../draft/keep.ts"
import { overrideRefusal, mayBeTeamWord } from "./masking-override.ts"
import { RelayFault } from "../relay-client/relay-fault.ts"
import { newTicketState, type Services, type TicketState } from "../ticket/ticket-state.ts"

/**
 * Returns "What the model saw": everything that left this browser for the ticket, exactly as it was sent, and what its
 * placeholders represent. It makes no request of its own.
 */
export async function inspectRequests(state: TicketState, store: Store): Promise<CommandAnswer> {
  const requests = (await store.requests.ofTicket(state.key)).map(({ id, draftId, at, path, body }) => ({
    id: `${id ?? draftId} ${path}`,
    ...(draftId === undefined ? {} : { draftId }),
    at,
    path,
    body
  }))
  const placeholders = (state.table?.entries ?? []).map((entry) => ({
    ...entry,
    fixed: overrideRefusal(entry),
    forTeam: mayBeTeamWord(entry, state)
  }))
  const stayed = state.draft?.stayed ?? { notes: 0, attachments: [], replaced: placeholders.length }
  const reach = maskingRecallOf(state.record?.language)
  return {
    ok: true,
    saw: { requests, placeholders, told: state.overrides ?? NO_OVERRIDES, stayed, ...(reach ? { reach } : {}) }
  }
}

/**
 * Returns what the relay sent to a model for a draft of the ticket. If the relay is out of reach, the answer doesn't
 * have it.
 */
export async function readUpstreamRequest(
  services: Services,
  state: TicketState,
  draftId: string
): Promise<CommandAnswer> {
  if (!draftOf(state, draftId)) return { ok: false, code: "not-ready" }
  try {
    return {
      ok: true,
      passedOn: await services.account.relay.call(
        "GET /v1/drafts/:id/upstream",
        { path: { id: draftId } },
        AbortSignal.timeout(ASK_MS)
      )
    }
  } catch (error) {
    if (error instanceof RelayFault && error.status === 404) return { ok: true, passedOn: "gone" }
    await services.account.heard(error)
    return { ok: true }
  }
}

/** In milliseconds. */
const ASK_MS = 20_000

/** Erases at the relay first, so that what could not be erased there doesn't look erased here. @throws RelayFault */
export async function eraseTicket(services: Services, state: TicketState, store: Store): Promise<CommandAnswer> {
  state.writing?.stop.abort()
  state.summarising?.abort()
  const { site, helpdesk, ticketId } = state.ticket
  await services.account.relay.call(
    "DELETE /v1/tickets/:helpdesk/:ticketId",
    { path: { helpdesk, ticketId }, query: { site: await services.account.rules.siteOf(site) } },
    new AbortController().signal
  )
  await state.saving
  await services.erased.add(state.key)
  Object.assign(state, {
    ...newTicketState(state.key),
    queue: state.queue,
    record: undefined,
    table: undefined,
    overrides: undefined,
    draft: undefined,
    tone: undefined,
    latest: undefined
  })
  state.notice = { code: "erased" }
  await store.erase(state.key)
  services.show(state)
  return { ok: true }
}
