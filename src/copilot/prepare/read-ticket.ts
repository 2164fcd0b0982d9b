import type { DraftRecord, TicketRecord } from "../../store/records.ts"
import type { Ticket, Message } from "../../ticket/ticket.ts"
import { carryOver, type DraftCarryOver } from "../draft/carry-over.ts"
import { draftsOf, keepTicket } from "../draft/keep.ts"
import { bringForward } from "../draft/send-event.ts"
import { ensureRecord, refreshTicket, contentHash } from "../draft/ticket-content.ts"
import { framedSites } from "../ticket/site-switch.ts"
import { doubledInThread } from "../../text/mail/letter-frame.ts"
import { HelpdeskPageFault } from "../ticket/page-client.ts"
import { readerTab, type Services, type TicketState } from "../ticket/ticket-state.ts"
import type { Preparation } from "./prepare.ts"
import { MAX_TICKET_CHARACTERS } from "../../protocol/relay.ts"
import type { Notice } from "../../protocol/notice.ts"
import { readPageTicket } from "../ticket/ticket-off.ts"

/** The whole ticket as its page had it. */
export interface TicketReading {
  ticket: Ticket
  /** In milliseconds, from just before the page was asked. */
  readAt: number
}

/** A ticket with something to answer that isn't too long, and its record as it was when it was read. */
export interface AnswerableTicket extends TicketReading {
  record: TicketRecord
}

/**
 * Reads the ticket, unless it was just read. For a ticket that can't be answered it returns nothing and notes why, and
 * also for one for which prepared drafts are switched off.
 * @throws HelpdeskPageFault; SwitchedOffFault
 */
export async function readTicket(
  { services, state, wanted, signal }: Preparation,
  reading: TicketReading | undefined
): Promise<AnswerableTicket | undefined> {
  const { ticket, readAt } = reading ?? (await readPage(services, state, signal))
  const record = await noteReading(services, state, ticket)
  if (wanted.prepared && state.off?.preparing) return undefined
  const unfit = unfitness(ticket)
  if (unfit) {
    state.notice = unfit
    return undefined
  }
  return { ticket, record, readAt }
}

async function readPage(services: Services, state: TicketState, signal: AbortSignal): Promise<TicketReading> {
  const tabId = await readerTab(services, state)
  if (tabId === undefined) throw new HelpdeskPageFault({ ok: false, code: "no-ticket" })
  const readAt = services.clock.now()
  return { ticket: await readPageTicket(services, state, tabId, signal), readAt }
}

/** Puts what was read into the ticket's record, and keeps it unmasked as long as the worker lives. */
export async function noteReading(services: Services, state: TicketState, ticket: Ticket): Promise<TicketRecord> {
  ensureRecord(services, state)
  refreshTicket(state, ticket)
  await noteDoubledFrame(services, state, ticket)
  const record = ensureRecord(services, state)
  state.latest = { version: record.version, ticket }
  return record
}

/**
 * Notes that the team's last message greeted or signed twice, because the helpdesk does so itself, unless Insert leaves
 * both out at this site already. Another notice is more urgent and stays.
 */
async function noteDoubledFrame(services: Services, state: TicketState, { messages }: Ticket): Promise<void> {
  const { greeting, closing } = doubledInThread(messages)
  if (state.notice || (!greeting && !closing)) return
  const tab = await services.tabs.byKey(state.key)
  if (!tab || (await framedSites(services.browser).has(tab.origin))) return
  const what = greeting && closing ? "both" : greeting ? "greeting" : "closing"
  state.notice = { code: "framed-twice", data: { what } }
}

/** A ticket that gets a new draft: what tells its content from another, and what the draft takes over. */
export interface DraftableTicket extends AnswerableTicket {
  content: string
  carryOver: DraftCarryOver
}

/**
 * Compares the content with the drafts that exist. When a prepared draft is asked for and one of the same content
 * exists, that one is brought forward and nothing is returned, as for a ticket that was erased in the meantime.
 */
export async function checkForDraft(
  { services, state, store, wanted }: Preparation,
  answerable: AnswerableTicket
): Promise<DraftableTicket | undefined> {
  if (!state.record) return undefined
  const content = await contentHash(answerable.ticket)
  const same = wanted.prepared ? currentDraft(services, state, content) : undefined
  if (same) {
    bringForward(state, same, "draft-found")
    await keepTicket(state, store)
    return undefined
  }
  return { ...answerable, content, carryOver: carryOver(services, state, wanted, content) }
}

/**
 * Returns the draft that already exists for exactly this content and the relay's current pipeline. Nothing has to be
 * requested then.
 */
function currentDraft(services: Services, state: TicketState, content: string): DraftRecord | undefined {
  return draftsOf(state).find(
    (draft) =>
      draft.content === content &&
      (draft.state === "ready" || draft.state === "refused") &&
      !services.pipeline.isOld(draft)
  )
}

/** Returns why a ticket can't be answered. This is checked before anything is masked. */
export function unfitness(ticket: Ticket): Notice | undefined {
  const open = ticket.messages.filter((message) => message.visibility === "public")
  if (!open.some((message) => message.text.trim() !== "" || (message.attachments ?? []).length > 0))
    return { code: "empty-ticket" }
  // Older messages are left out of a thread that is too long, but not what the draft answers.
  const answered = new Set([open.at(-1), open.findLast(({ role }) => role === "customer")])
  const newest = charactersOf(ticket, [...answered])
  if (newest > MAX_TICKET_CHARACTERS) return tooLong(newest, MAX_TICKET_CHARACTERS)
  const all = charactersOf(ticket, open)
  return all > MAX_THREAD_CHARACTERS ? tooLong(all, MAX_THREAD_CHARACTERS) : undefined
}

const tooLong = (characters: number, most: number): Notice => ({ code: "too-long", data: { characters, most } })

const charactersOf = ({ subject }: Ticket, messages: (Message | undefined)[]): number =>
  messages.reduce((sum, message) => sum + (message?.text.length ?? 0), subject.length)

/** All of it is masked before any of it leaves, which takes some seconds. */
const MAX_THREAD_CHARACTERS = 1_000_000
