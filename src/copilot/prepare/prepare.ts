import type { OutgoingDraftRequest } from "../../protocol/outgoing.ts"
import type { DraftRecord, RequestRecord, TicketRecord, WantedDraft } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import type { Ticket } from "../../ticket/ticket.ts"
import { contentHash } from "../ticket/content-hash.ts"
import { truncateMasked, draftBody, EMPTY_MASKED_TEXT, summaryBody, restoreBlanks } from "../relay-client/egress.ts"
import { draftsOf, keepTicket } from "../draft/keep.ts"
import { bringForward, sendDraftEvent } from "../draft/send-event.ts"
import { ticketAfter } from "../draft/stored-life.ts"
import { ensureRecord, refreshTicket, setTicketContent } from "../draft/ticket-content.ts"
import { draftTextOf } from "../draft/draft-text.ts"
import { redoneBy } from "../draft/redone.ts"
import { withoutReadElsewhere } from "../../ticket/masked-ticket.ts"
import { noticeOf } from "../ticket/notices.ts"
import { PageError } from "../ticket/page-client.ts"
import { isoNow } from "../relay-client/copilot-parts.ts"
import { noteDoubledFrame } from "../ticket/note-doubled-frame.ts"
import { readerTab } from "../ticket/reader-tab.ts"
import { usableAttachments, withAttachments } from "../attachments/with-attachments.ts"
import { promisedEarlier } from "../earlier/earlier-promises.ts"
import { identitiesOf, readEarlier } from "../earlier/read-earlier.ts"
import { lookUp } from "../lookups/look-up.ts"
import type { EarlierRead } from "../../ticket/earlier-ticket.ts"
import type { Lookups } from "../../ticket/lookup-results.ts"
import { withLookups } from "../lookups/ticket-facts.ts"
import { withholdNotes } from "../lookups/withhold-notes.ts"
import { recordOutcomes } from "../outcome/record-outcomes.ts"
import { newDraft } from "./new-draft.ts"
import type { Read } from "./newest.ts"
import { unfitness } from "../ticket/unfitness.ts"
import type { Services, TicketState } from "../ticket/ticket-state.ts"
import { writeDraft } from "../draft/write-draft.ts"
import { writeSummary } from "../draft/write-summary.ts"

/**
 * Reads and masks the ticket, stores everything, and only then asks the relay. The request is stored first, so that it
 * is taken up again under the same id if the worker dies on the way. If anything fails before the request is sent, the
 * earlier draft stays.
 * @param just is the ticket if it was read a moment ago, so that the page isn't asked twice
 */
export async function prepare(
  services: Services,
  state: TicketState,
  store: Store,
  wanted: WantedDraft,
  just?: Read
): Promise<void> {
  const stop = new AbortController()
  state.reading = { draftId: wanted.draftId, stop, prepared: wanted.prepared === true }
  state.notice = undefined
  services.show(state)
  try {
    ensureRecord(services, state)
    sendDraftEvent(state, { type: "draft-requested", wanted })
    await keepTicket(state, store)
    const read = await readFit(services, state, stop.signal, just)
    if (!read) return
    const looking = begin(services.account.rules.ready().then(() => lookUp(services, state, read.ticket)))
    const before = begin(readEarlier(services, state, read.ticket))
    await recordOutcomes(services, state, store, read.ticket, read.lookedAt)
    const begun = await maskAndBegin(services, state, store, wanted, { ...read, looking, before }, stop.signal)
    if (!begun) return
    state.reading = undefined
    void writeDraft(services, state, store)
    if (begun.summary) void writeSummary(services, state, store)
  } catch (error) {
    if (stop.signal.aborted) return
    state.notice = noticeOf(error)
    await services.reportError(error)
  } finally {
    state.reading = undefined
    await endRequest(services, state, store)
    services.show(state)
  }
}

/** Returns work that goes on while the ticket is compared with what was sent. An error is for whoever waits for it. */
function begin<Result>(work: Promise<Result>): Promise<Result> {
  work.catch(() => undefined)
  return work
}

/** A ticket that can be answered. */
interface Fit extends Read {
  record: TicketRecord
}

/**
 * Reads the ticket again, unless it was just read. For a ticket that can't be answered it returns nothing and notes why.
 * @throws PageError
 */
async function readFit(
  services: Services,
  state: TicketState,
  signal: AbortSignal,
  just: Read | undefined
): Promise<Fit | undefined> {
  const { ticket, lookedAt } = just ?? (await readAgain(services, state, signal))
  ensureRecord(services, state)
  refreshTicket(state, ticket)
  await noteDoubledFrame(services, state, ticket)
  const record = ensureRecord(services, state)
  state.seen = { version: record.version, ticket }
  const unfit = unfitness(ticket)
  if (unfit) {
    state.notice = unfit
    return undefined
  }
  return { ticket, record, lookedAt }
}

async function readAgain(services: Services, state: TicketState, signal: AbortSignal): Promise<Read> {
  const tabId = await readerTab(services, state)
  if (tabId === undefined) throw new PageError({ ok: false, code: "no-ticket" })
  const lookedAt = services.clock.now()
  return { ticket: await services.page.readTicket(tabId, state.ticket.ticketId, signal), lookedAt }
}

/**
 * Masks what was read, and stores the draft with its requests. It begins nothing when a prepared draft is asked for and
 * a draft of the same content exists.
 */
async function maskAndBegin(
  services: Services,
  state: TicketState,
  store: Store,
  wanted: WantedDraft,
  { ticket, record, looking, before }: Fit & { looking: Promise<Lookups>; before: Promise<EarlierRead> },
  signal: AbortSignal
): Promise<{ summary: boolean } | undefined> {
  // The ticket was erased in the meantime.
  if (!state.record) return undefined
  const content = await contentHash(ticket)
  const same = wanted.prepared ? madeOf(services, state, content) : undefined
  if (same) {
    bringForward(state, same, "draft-found")
    await keepTicket(state, store)
    return undefined
  }
  const redone = redoneBy(services, state, wanted, content)
  const [made, read] = await Promise.all([looking, before])
  // It may have been looked up for an earlier reading, which lacked a note.
  const looked = withholdNotes(made, ticket, state.ticket.site)
  const named = withAgent(ticket, services.account.state.person?.name)
  const identities = [...looked.identities, ...identitiesOf(read)]
  const told = withLookups(
    withFacts(named, { ...redone.facts, ...record.given }),
    { ...looked, identities },
    redone.facts
  )
  const files = (await services.account.attachments.isOn()) ? usableAttachments(state.record) : []
  const signed = withAttachments(told, files)
  // It is read before masking, so that rules that change in the meantime make the draft old, and not the other way
  // round.
  const { version: rules } = await services.account.rules.ready()
  const { masked, table: own, left } = await services.egress.ticket(signed, state.table, state.told, signal)
  const { sent, shown: earlier, table } = await promisedEarlier(services, state, read, own, signal)
  const said =
    redone.instruction === undefined
      ? undefined
      : await maskInstruction(services, state, redone.instruction, signed, table, signal)
  signal.throwIfAborted()

  const replaced = said?.table ?? table
  // A voice may greet by the first name where the thread doesn't have it.
  const { firstName = masked.firstName, table: grown } = services.egress.firstName(ticket.requester, replaced)
  const draft = {
    ...newDraft(services, state, wanted, ticket, {
      ...{ replaced: replaced.entries.length, older: left },
      sent: files.filter(({ n }) => masked.attached?.some((one) => one.n === n)).map(({ id }) => id)
    }),
    content,
    ...redone,
    ...(looked.results.length > 0 ? { lookups: looked.results } : {}),
    ...(masked.attached ? { attached: masked.attached } : {}),
    ...(files.length > 0 ? { readWith: files.map(({ n }) => n) } : {}),
    ...(rules > 0 ? { rules } : {})
  }
  const sited = {
    ...masked,
    ...(firstName ? { firstName } : {}),
    ...(sent.length > 0 ? { earlier: sent } : {}),
    site: await services.account.rules.siteOf(state.ticket.site)
  }
  const body: OutgoingDraftRequest = {
    draftId: wanted.draftId,
    ticket: sited,
    ...chosenOf(record),
    ...(said ? { instruction: said.instruction, previous: said.previous } : {}),
    ...(redone.attempt ? { attempt: redone.attempt } : {}),
    ...(wanted.prepared ? { prepared: true } : {})
  }
  const requests: RequestRecord[] = [
    { draftId: draft.id, key: state.key, at: isoNow(services.clock), path: "/v1/drafts", body: draftBody(body) }
  ]
  const summaryId = needsSummary(record) ? (wanted.summaryId ?? crypto.randomUUID()) : undefined
  if (summaryId !== undefined) {
    requests.push({
      draftId: draft.id,
      key: state.key,
      at: isoNow(services.clock),
      path: "/v1/summaries",
      body: summaryBody({ summaryId, ticket: withoutReadElsewhere(sited) })
    })
  }
  const summary: Pick<TicketRecord, "summary"> =
    summaryId === undefined
      ? {}
      : { summary: { id: summaryId, draftId: draft.id, version: record.version, state: "writing", lines: [] } }
  await state.saving
  const begun = ticketAfter(state.record, draft, { type: "draft-begun", draftId: draft.id })
  await store.beginDraft({ ticket: { ...begun, ...summary, earlier }, table: grown, told: state.told, draft, requests })
  // An earlier summary may have ended in the meantime, so the event is applied to the ticket as it is now.
  bringForward(state, draft, "draft-begun")
  setTicketContent(state, { ...summary, earlier })
  state.table = grown
  if (left > 0) state.notice = { code: "older-left-out", data: { count: left } }
  return { summary: summaryId !== undefined }
}

/**
 * Returns the draft that already exists for exactly this content and the relay's current pipeline. Nothing has to be
 * requested then.
 */
function madeOf(services: Services, state: TicketState, content: string): DraftRecord | undefined {
  return draftsOf(state).find(
    (draft) =>
      draft.content === content &&
      (draft.state === "ready" || draft.state === "refused") &&
      !services.pipeline.isOld(draft)
  )
}

/**
 * The draft is signed by the person who is signed in to the helpdesk, or else by the paired person. The name is masked
 * before it is sent, like all others.
 */
export function withAgent(ticket: Ticket, paired: string | undefined): Ticket {
  if (ticket.agent?.name?.trim() || !paired?.trim()) return ticket
  return { ...ticket, agent: { ...ticket.agent, name: paired } }
}

/** What the agent typed into a blank or for a playbook is a field of the ticket, masked like all others. */
function withFacts(ticket: Ticket, facts: Record<string, string>): Ticket {
  // They come first, because a ticket with too many fields loses the last ones.
  return Object.keys(facts).length > 0 ? { ...ticket, fields: { ...facts, ...ticket.fields, ...facts } } : ticket
}

/** "Use this source" and "Not this one", by the ids that the relay gave. */
function chosenOf({ chosen }: TicketRecord): Pick<OutgoingDraftRequest, "sources"> {
  return chosen ? { sources: { use: chosen.use.map(({ id }) => id), not: chosen.not.map(({ id }) => id) } } : {}
}

/**
 * "Say what to change" refers to the draft as it is now, so both are masked by the ticket's own table before they are
 * sent.
 */
async function maskInstruction(
  services: Services,
  state: TicketState,
  instruction: string,
  ticket: Ticket,
  table: NonNullable<TicketState["table"]>,
  signal: AbortSignal
) {
  const shown = state.draft ? draftTextOf(state.draft, state.table ?? table).text : ""
  const {
    masked: [said = EMPTY_MASKED_TEXT, now = EMPTY_MASKED_TEXT],
    table: withTexts
  } = await services.egress.texts(
    [instruction.slice(0, 4000), shown.slice(0, 20_000)],
    ticket,
    table,
    state.told,
    signal
  )
  return {
    instruction: truncateMasked(said, 4000),
    previous: truncateMasked(restoreBlanks(now, withTexts, state.draft?.masked ?? ""), 20_000),
    table: withTexts
  }
}

export const needsSummary = (record: TicketRecord) =>
  record.summary?.version !== record.version || record.summary.state !== "ready"

/** Once a draft has begun, or can't be made, the request ends. Only a worker that dies leaves it. */
async function endRequest(services: Services, state: TicketState, store: Store): Promise<void> {
  if (!state.record?.wanted) return
  sendDraftEvent(state, { type: "request-ended" })
  await keepTicket(state, store).catch((error: unknown) => services.reportError(error))
}
