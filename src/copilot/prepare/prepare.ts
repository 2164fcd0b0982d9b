import type { WantedDraft } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import { keepTicket } from "../draft/keep.ts"
import { sendDraftEvent } from "../draft/send-event.ts"
import { ensureRecord } from "../draft/ticket-content.ts"
import { writeDraft } from "../draft/write-draft.ts"
import { writeSummary } from "./prepare-summary.ts"
import { recordOutcomes } from "../outcome/record-outcomes.ts"
import { noticeOf } from "../ticket/notices.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"
import { addAttachments, addLookups, startLookups } from "./add-facts.ts"
import { mask } from "./mask-request.ts"
import { checkForDraft, readTicket, type TicketReading } from "./read-ticket.ts"
import { storeRequests, type StoredRequests } from "./store-requests.ts"
import { isSwitchedOff } from "../ticket/switched-off-fault.ts"

/** One run of the stages: the ticket and its store, the draft that is asked for, and the signal that ends it. */
export interface Preparation {
  services: Services
  state: TicketState
  store: Store
  wanted: WantedDraft
  signal: AbortSignal
}

/**
 * Reads and masks the ticket, stores everything, and only then asks the relay. The request is stored first, so that it
 * is taken up again under the same id if the worker dies on the way. If anything fails before the request is sent, the
 * earlier draft stays.
 * @param reading is the ticket if it was read a moment ago, so that the page isn't asked twice
 */
export async function prepare(
  services: Services,
  state: TicketState,
  store: Store,
  wanted: WantedDraft,
  reading?: TicketReading
): Promise<void> {
  const stop = new AbortController()
  const preparation = { services, state, store, wanted, signal: stop.signal }
  state.reading = { draftId: wanted.draftId, stop, prepared: wanted.prepared === true }
  state.notice = undefined
  services.show(state)
  try {
    await noteRequest(preparation)
    const requests = await requestDraft(preparation, reading)
    state.reading = undefined
    if (requests) send(preparation, requests)
  } catch (error) {
    if (stop.signal.aborted || isSwitchedOff(error)) return
    state.notice = noticeOf(error)
    await services.reportError(error)
  } finally {
    state.reading = undefined
    await endRequest(preparation)
    services.show(state)
  }
}

/**
 * The stages from the page to the stored requests. Each takes a value and returns a new one, whose type says what holds
 * then.
 * @returns undefined if the ticket can't be answered, is answered by a draft that exists, or was erased in the meantime
 */
async function requestDraft(
  preparation: Preparation,
  reading: TicketReading | undefined
): Promise<StoredRequests | undefined> {
  const { services, state, store } = preparation
  const answerable = await readTicket(preparation, reading)
  if (!answerable) return undefined
  // Other systems are asked while the ticket is compared with what was sent.
  const answers = startLookups(preparation, answerable)
  await recordOutcomes(services, state, store, answerable.ticket, answerable.readAt)
  const draftable = await checkForDraft(preparation, answerable)
  if (!draftable) return undefined
  const withFacts = await addLookups(preparation, draftable, answers)
  const withAttachments = await addAttachments(preparation, withFacts)
  const request = await mask(preparation, withAttachments)
  return storeRequests(preparation, request)
}

/** The relay is asked with what was stored. Nobody waits here for what it writes. */
function send({ services, state, store }: Preparation, { hasSummary }: StoredRequests): void {
  void writeDraft(services, state, store)
  if (hasSummary) void writeSummary(services, state, store)
}

/** Stores that a draft is wanted, so that a worker that starts later prepares it if this one dies. */
async function noteRequest({ services, state, store, wanted }: Preparation): Promise<void> {
  ensureRecord(services, state)
  sendDraftEvent(state, { type: "draft-requested", wanted })
  await keepTicket(state, store)
}

/** Once a draft has begun, or can't be made, the request ends. Only a worker that dies leaves it. */
async function endRequest({ services, state, store }: Preparation): Promise<void> {
  if (!state.record?.wanted) return
  sendDraftEvent(state, { type: "request-ended" })
  await keepTicket(state, store).catch((error: unknown) => services.reportError(error))
}
