import { ordersToMachine } from "../../checks/injection.ts"
import { MAX_TICKET_CHARACTERS } from "../../protocol/relay.ts"
import type { LeavingDraft } from "../../protocol/leaving.ts"
import type { Notice } from "../../protocol/notice.ts"
import type { DraftRecord, RequestRecord, TicketRecord, Wanted } from "../../store/records.ts"
import type { Store } from "../../store/store.ts"
import { versionOf, type Ticket } from "../../ticket/ticket.ts"
import { contentHash } from "../ticket/content.ts"
import { cutTo, draftBody, NOTHING, summaryBody, withBlanks } from "../relay-client/door.ts"
import { bringForward, draftsOf, keepTicket } from "../draft/keep.ts"
import { letterOf } from "../draft/letter.ts"
import { noticeOf } from "../ticket/notices.ts"
import { PageError } from "../ticket/page-door.ts"
import { iso } from "../relay-client/parts.ts"
import { readerTab } from "../ticket/reader-tab.ts"
import { settle } from "../outcome/settle.ts"
import type { Desk, Work } from "../ticket/work.ts"
import { writeDraft } from "../draft/write-draft.ts"
import { writeSummary } from "../draft/write-summary.ts"

/**
 * Reads, masks, keeps, and only then asks. The wish is kept first: should the worker die on the way, it is taken up
 * again under the same id. Whatever fails before the request leaves, the draft that stood there stays.
 */
export async function prepare(desk: Desk, work: Work, store: Store, wanted: Wanted): Promise<void> {
  const stop = new AbortController()
  work.reading = { draftId: wanted.draftId, stop, prepared: wanted.prepared === true }
  work.notice = undefined
  desk.show(work)
  try {
    work.record = { ...(work.record ?? emptyRecord(desk, work)), wanted, ...(wanted.prepared ? { due: true } : {}) }
    await keepTicket(work, store)
    const read = await readFit(desk, work, stop.signal)
    if (!read) return
    await settle(desk, work, store, read.ticket, read.lookedAt)
    const begun = await maskAndBegin(desk, work, store, wanted, read, stop.signal)
    if (!begun) return
    work.reading = undefined
    void writeDraft(desk, work, store)
    if (begun.summary) void writeSummary(desk, work, store)
  } catch (error) {
    if (stop.signal.aborted) return
    work.notice = noticeOf(error)
    await desk.trouble(error)
  } finally {
    work.reading = undefined
    await forgetWish(desk, work, store)
    desk.show(work)
  }
}

/** The ticket as it was just read. */
interface Read {
  ticket: Ticket
  record: TicketRecord
  /** Milliseconds, from just before the page was asked. */
  lookedAt: number
}

/** Reads the ticket anew. For a ticket that can't be answered it returns nothing and notes why. @throws PageError */
async function readFit(desk: Desk, work: Work, signal: AbortSignal): Promise<Read | undefined> {
  const tabId = await readerTab(desk, work)
  if (tabId === undefined) throw new PageError({ ok: false, code: "no-ticket" })
  const lookedAt = desk.clock.now()
  const ticket = await desk.page.readTicket(tabId, work.ticket.ticketId, signal)
  const record = refreshed(work.record ?? emptyRecord(desk, work), ticket)
  work.record = record
  work.seen = { version: record.version, ticket }
  const unfit = unfitness(ticket)
  if (unfit) {
    work.notice = unfit
    return undefined
  }
  return { ticket, record, lookedAt }
}

/**
 * Masks what was read, and stores the draft with its requests. It begins nothing when a prepared draft is asked for and
 * a draft of the same content exists.
 */
async function maskAndBegin(
  desk: Desk,
  work: Work,
  store: Store,
  wanted: Wanted,
  { ticket, record }: Read,
  signal: AbortSignal
): Promise<{ summary: boolean } | undefined> {
  // The ticket was erased meanwhile.
  if (!work.record) return undefined
  const content = await contentHash(ticket)
  const same = wanted.prepared ? madeOf(desk, work, content) : undefined
  if (same) {
    const { due: _met, newer: _none, changed: _same, ...rest } = work.record
    bringForward(work, same)
    work.record = { ...rest, draftId: same.id }
    await keepTicket(work, store)
    return undefined
  }
  const signed = withAgent(ticket, desk.account.state.person?.name)
  // Before it is masked: rules that change meanwhile make it old, never the other way round.
  const { version: rules } = await desk.account.rules.ready()
  const { masked, table, left } = await desk.door.ticket(signed, work.table, work.told, signal)
  const said =
    wanted.instruction === undefined
      ? undefined
      : await maskInstruction(desk, work, wanted.instruction, signed, table, signal)
  signal.throwIfAborted()

  const grown = said?.table ?? table
  const draft = {
    ...newDraft(desk, work, wanted, ticket, { replaced: grown.entries.length, older: left }),
    content,
    ...(rules > 0 ? { rules } : {})
  }
  const sited = { ...masked, site: await desk.account.rules.siteOf(work.ticket.site) }
  const body: LeavingDraft = {
    draftId: wanted.draftId,
    ticket: sited,
    ...chosenOf(record),
    ...(said ? { instruction: said.instruction, previous: said.previous } : {}),
    ...(wanted.prepared ? { prepared: true } : {})
  }
  const requests: RequestRecord[] = [
    { draftId: draft.id, key: work.key, at: iso(desk.clock), path: "/v1/drafts", body: draftBody(body) }
  ]
  const summaryId = needsSummary(record) ? (wanted.summaryId ?? crypto.randomUUID()) : undefined
  if (summaryId !== undefined) {
    requests.push({
      draftId: draft.id,
      key: work.key,
      at: iso(desk.clock),
      path: "/v1/summaries",
      body: summaryBody({ summaryId, ticket: sited })
    })
  }
  const begin = ({
    wanted: _done,
    due: _met,
    newer: _old,
    changed: _read,
    answered: _sent,
    ...rest
  }: TicketRecord): TicketRecord => ({
    ...rest,
    draftId: draft.id,
    ...(summaryId === undefined
      ? {}
      : { summary: { id: summaryId, draftId: draft.id, version: record.version, state: "writing", lines: [] } })
  })
  await work.saving
  await store.beginDraft({ ticket: begin(work.record), table: grown, told: work.told, draft, requests })
  // A summary may have ended meanwhile: what is shown is made of the ticket as it stands now.
  work.record = begin(work.record)
  work.table = grown
  bringForward(work, draft)
  if (left > 0) work.notice = { code: "older-left-out", data: { count: left } }
  return { summary: summaryId !== undefined }
}

/** What is there already, of just this ticket and by the way the relay drafts now: nothing has to be asked. */
function madeOf(desk: Desk, work: Work, content: string): DraftRecord | undefined {
  return draftsOf(work).find(
    (draft) =>
      draft.content === content && (draft.state === "ready" || draft.state === "refused") && !desk.pipeline.isOld(draft)
  )
}

/**
 * Somebody signs the letter: whoever is signed in to the helpdesk, else whoever is paired. The name leaves masked, as
 * all others.
 */
export function withAgent(ticket: Ticket, paired: string | undefined): Ticket {
  if (ticket.agent?.name?.trim() || !paired?.trim()) return ticket
  return { ...ticket, agent: { ...ticket.agent, name: paired } }
}

/** "Use this source" and "Not this one", by ids, which the relay gave. */
function chosenOf({ chosen }: TicketRecord): Pick<LeavingDraft, "sources"> {
  return chosen ? { sources: { use: chosen.use.map(({ id }) => id), not: chosen.not.map(({ id }) => id) } } : {}
}

/** "Say what to change" speaks of the letter as it stands: both leave masked by the ticket's own table. */
async function maskInstruction(
  desk: Desk,
  work: Work,
  instruction: string,
  ticket: Ticket,
  table: NonNullable<Work["table"]>,
  signal: AbortSignal
) {
  const letter = work.draft ? letterOf(work.draft, work.table ?? table).text : ""
  const {
    masked: [said = NOTHING, now = NOTHING],
    table: grown
  } = await desk.door.texts([instruction.slice(0, 4000), letter.slice(0, 20_000)], ticket, table, work.told, signal)
  return {
    instruction: cutTo(said, 4000),
    previous: cutTo(withBlanks(now, grown, work.draft?.masked ?? ""), 20_000),
    table: grown
  }
}

/** What can't be answered, told before anything is masked. */
export function unfitness(ticket: Ticket): Notice | undefined {
  const open = ticket.messages.filter((message) => message.visibility === "public")
  if (!open.some((message) => message.text.trim() !== "" || (message.attachments ?? []).length > 0))
    return { code: "empty-ticket" }
  const characters = open.reduce((sum, message) => sum + message.text.length, ticket.subject.length)
  if (characters > MAX_TICKET_CHARACTERS) return { code: "too-long", data: { characters, most: MAX_TICKET_CHARACTERS } }
  return undefined
}

const needsSummary = (record: TicketRecord) =>
  record.summary?.version !== record.version || record.summary.state !== "ready"

/** Once a draft has begun, or can't, the wish is done with. Only a dead worker leaves it. */
async function forgetWish(desk: Desk, work: Work, store: Store): Promise<void> {
  if (!work.record?.wanted) return
  const { wanted: _wanted, ...record } = work.record
  work.record = record
  await keepTicket(work, store).catch((error: unknown) => desk.trouble(error))
}

export function emptyRecord(desk: Desk, work: Work): TicketRecord {
  const { helpdesk, ticketId } = work.ticket
  return {
    key: work.key,
    helpdesk,
    ticketId,
    subject: "",
    language: null,
    messages: [],
    version: "",
    openedAt: iso(desk.clock),
    used: [],
    ...(work.listTab === undefined ? {} : { listed: true })
  }
}

/** What the panel shows of the ticket, as it was just read. */
export function refreshed(record: TicketRecord, ticket: Ticket): TicketRecord {
  return {
    ...record,
    subject: ticket.subject,
    language: record.language ?? ticket.locale ?? null,
    messages: ticket.messages
      .filter((message) => message.visibility === "public")
      .map(({ id, author, role, at, text }, index) => ({
        id,
        n: index + 1,
        author,
        role,
        at,
        ...(role === "customer" && ordersToMachine(text.slice(0, MOST_READ)) ? { orders: true as const } : {})
      })),
    version: versionOf(ticket)
  }
}

/** Characters of a message in which orders to a machine are looked for. */
const MOST_READ = 20_000

function newDraft(
  desk: Desk,
  work: Work,
  wanted: Wanted,
  ticket: Ticket,
  { replaced, older }: { replaced: number; older: number }
): DraftRecord {
  const notes = ticket.messages.filter((message) => message.visibility === "internal")
  const attachments = ticket.messages.flatMap((message) => (message.attachments ?? []).map((file) => file.name))
  return {
    id: wanted.draftId,
    key: work.key,
    version: versionOf(ticket),
    note: notes.at(-1)?.id ?? "",
    state: "writing",
    masked: "",
    claims: [],
    sources: [],
    questions: [],
    model: "",
    pipelineVersion: "",
    language: null,
    kept: [],
    times: { opened: work.record?.openedAt ?? wanted.askedAt, asked: wanted.askedAt },
    ...(wanted.prepared ? { prepared: true } : {}),
    stayed: { notes: notes.length, attachments, replaced, ...(older > 0 ? { older } : {}) },
    savedAt: iso(desk.clock)
  }
}
