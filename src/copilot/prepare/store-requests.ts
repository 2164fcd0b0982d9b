import type { OutgoingDraftRequest, RelayBody } from "../../protocol/outgoing.ts"
import type { DraftRecord, RequestRecord, TicketRecord } from "../../store/records.ts"
import { withoutReadElsewhere } from "../../ticket/masked-ticket.ts"
import { newestPublicId } from "../../ticket/ticket.ts"
import { listedAttachments } from "../ticket/ticket-attachments.ts"
import { bringForward } from "../draft/send-event.ts"
import { NEW_DRAFT, ticketAfter } from "../draft/stored-life.ts"
import { setTicketContent } from "../draft/ticket-content.ts"
import { isoNow } from "../relay-client/copilot-parts.ts"
import { draftBody, summaryBody } from "../relay-client/egress.ts"
import type { MaskedDraftRequest } from "./mask-request.ts"
import type { Preparation } from "./prepare.ts"

/** The requests can be sent now, by this worker or by one that starts after it. */
export interface StoredRequests {
  /** A summary was requested besides the draft. */
  hasSummary: boolean
}

/**
 * Stores the draft that begins with its requests, its table and its ticket in one write, and then puts it in front.
 * @returns undefined if the ticket was erased in the meantime
 */
export async function storeRequests(
  preparation: Preparation,
  request: MaskedDraftRequest
): Promise<StoredRequests | undefined> {
  const { state, store } = preparation
  const { table, promises: earlier, older } = request
  const draft = newDraft(preparation, request)
  const summary = newSummary(preparation, request)
  const requests = requestsOf(preparation, request, summary)
  await state.saving
  if (!state.record) return undefined
  const ticket = {
    ...ticketAfter(state.record, draft, { type: "draft-begun", draftId: draft.id }),
    ...(summary ? { summary } : {}),
    earlier
  }
  await store.beginDraft({ ticket, table, overrides: state.overrides, draft, requests })
  // An earlier summary may have ended in the meantime, so the event is applied to the ticket as it is now.
  bringForward(state, draft, "draft-begun")
  setTicketContent(state, { ...(summary ? { summary } : {}), earlier })
  state.table = table
  if (older > 0) state.notice = { code: "older-left-out", data: { count: older } }
  return { hasSummary: summary !== undefined }
}

/** The record of a draft that is about to be written. Internal notes and unused attachments stay in the browser. */
function newDraft({ services, state, wanted }: Preparation, request: MaskedDraftRequest): DraftRecord {
  const { ticket, masked, content, carryOver, lookups, attachments, rules, replaced, older } = request
  const notes = ticket.messages.filter((message) => message.visibility === "internal")
  const sentIds = attachments.filter(({ n }) => masked.attached?.some((one) => one.n === n)).map(({ id }) => id)
  const unused = listedAttachments(ticket).filter(({ id }) => !sentIds.includes(id))
  return {
    id: wanted.draftId,
    key: state.key,
    version: newestPublicId(ticket),
    note: notes.at(-1)?.id ?? "",
    ...NEW_DRAFT,
    masked: "",
    claims: [],
    sources: [],
    questions: [],
    model: "",
    pipelineVersion: "",
    language: null,
    kept: [],
    times: { opened: state.record?.openedAt ?? wanted.askedAt, asked: wanted.askedAt },
    ...(wanted.prepared ? { prepared: true } : {}),
    stayed: {
      notes: notes.length,
      attachments: unused.map(({ name }) => name),
      replaced,
      ...(older > 0 ? { older } : {})
    },
    savedAt: isoNow(services.clock),
    content,
    ...carryOver,
    ...(lookups.length > 0 ? { lookups } : {}),
    ...(masked.attached ? { attached: masked.attached } : {}),
    ...(attachments.length > 0 ? { readWith: attachments.map(({ n }) => n) } : {}),
    ...(rules > 0 ? { rules } : {})
  }
}

/** The record of the summary that is requested with the draft, unless the ticket has one of this version. */
function newSummary({ wanted }: Preparation, { record }: MaskedDraftRequest): TicketRecord["summary"] {
  if (!needsSummary(record)) return undefined
  const id = wanted.summaryId ?? crypto.randomUUID()
  return { id, draftId: wanted.draftId, version: record.version, state: "writing", lines: [] }
}

export const needsSummary = (record: TicketRecord) =>
  record.summary?.version !== record.version || record.summary.state !== "ready"

function requestsOf(
  { services, state, wanted: { draftId, prepared } }: Preparation,
  { masked, requesterHash, record, wish, carryOver }: MaskedDraftRequest,
  summary: TicketRecord["summary"]
): RequestRecord[] {
  const draft: OutgoingDraftRequest = {
    draftId,
    ticket: masked,
    ...chosenSources(record),
    ...(wish ? { instruction: wish.instruction, previous: wish.previous } : {}),
    ...(carryOver.attempt ? { attempt: carryOver.attempt } : {}),
    ...(carryOver.decision ? { danger: carryOver.decision } : {}),
    ...(prepared ? { prepared: true } : {}),
    ...(requesterHash === undefined ? {} : { requesterHash })
  }
  const request = (path: string, body: RelayBody): RequestRecord => ({
    draftId,
    key: state.key,
    at: isoNow(services.clock),
    path,
    body
  })
  const requests = [request("/v1/drafts", draftBody(draft))]
  if (!summary) return requests
  const body = summaryBody({ summaryId: summary.id, ticket: withoutReadElsewhere(masked) })
  return [...requests, request("/v1/summaries", body)]
}

/** "Use this source" and "Not this one", by the ids that the relay gave. */
function chosenSources({ chosen }: TicketRecord): Pick<OutgoingDraftRequest, "sources"> {
  return chosen ? { sources: { use: chosen.use.map(({ id }) => id), not: chosen.not.map(({ id }) => id) } } : {}
}
