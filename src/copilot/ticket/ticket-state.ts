import type { MaskingOverrides } from "../../masking/basis/masking-rules.ts"
import type { MaskTable } from "../../masking/basis/placeholder-table.ts"
import type { ReplyCheck } from "../../ticket/reply-check.ts"
import type { EditorTone } from "../../ticket/tone-finding.ts"
import type { Notice } from "../../protocol/notice.ts"
import type { DraftRecord, TicketRecord } from "../../store/records.ts"
import { ticketOfKey, type TicketReference } from "../../ticket/ticket-key.ts"
import type { ApiReading } from "../../ticket/helpdesk-api/helpdesk-api.ts"
import type { PagePart } from "../../ticket/page-part.ts"
import type { Ticket } from "../../ticket/ticket.ts"
import type { AttachmentProblem } from "../../ticket/attachment.ts"
import type { Lookups } from "../../ticket/looked-up.ts"
import type { Account } from "../session/account.ts"
import type { EarlierRead } from "../../ticket/earlier-ticket.ts"
import type { Egress } from "../relay-client/egress-contract.ts"
import type { ErasedTickets } from "./erased-tickets.ts"
import type { PageClient } from "./page-client.ts"
import type { TicketPeople, CopilotParts } from "../relay-client/copilot-parts.ts"
import type { PipelineWatch } from "../session/relay-watch.ts"
import type { HiddenTone } from "../session/hidden-tone.ts"
import type { PreparationSwitch } from "../session/preparation-switch.ts"
import type { TrackedTabs } from "./tracked-tabs.ts"
import type { TicketOff } from "./ticket-off.ts"

/**
 * One ticket while somebody looks at it. It mirrors what is stored, and is built from there again after the worker
 * died.
 */
export interface TicketState {
  key: string
  /** As tab and page reported it, before anything has been read. */
  ticket: TicketReference
  record?: TicketRecord
  table?: MaskTable
  /** What the agent said about words of this ticket. */
  overrides?: MaskingOverrides
  draft?: DraftRecord
  /** The newest is first. */
  formers: DraftRecord[]
  /** A draft whose ticket is being read and masked. */
  reading?: { draftId: string; stop: AbortController; prepared: boolean }
  /** Streams that are under way. */
  writing?: {
    draftId: string
    stop: AbortController
    prepared: boolean
    ended: Promise<void>
    /** The draft waits for a busy model at this place. */
    waiting?: { model: string; place: number }
  }
  /** Insert was pressed and waits for the verifier's word on the draft. `end` lets it go on. */
  waitForCheck?: { draftId: string; end(): void }
  summarising?: AbortController
  /** The tab of a list that contains the ticket. The ticket is read there as long as no tab has it open. */
  listTab?: number
  /** The reply in the editor when it was last looked at. It is never stored. */
  tone?: EditorTone
  /** What became of the check of the agent's own reply. It is never stored. */
  replyCheck?: ReplyCheck
  /** How often the text in the editor has come to rest. */
  replyPauses?: number
  /** The unmasked ticket as it was last read, with the id of its newest public message. It is never stored. */
  latest?: { version: string; ticket: Ticket }
  /** The newest message can't be read, so only Copy is offered. */
  copyOnly: boolean
  /** Its helpdesk never proves that a reply is public, as far as its page has told this worker. */
  unproven?: boolean
  /** What was last heard of its helpdesk's API. */
  api?: ApiReading
  /** Parts of its page that are no longer as the adapter knows them. */
  unfit?: PagePart[]
  /** What was last found to be switched off for it. */
  off?: TicketOff
  /** Tags and fields as they were last read, which conditions of off switches name. They are never stored. */
  switchFacts?: Pick<Ticket, "tags" | "fields">
  /** What was looked up for it since this worker began. */
  lookups?: Lookups | undefined
  lookingUp?: Promise<Lookups>
  /** The requester's earlier tickets, and when reading them began, in milliseconds. */
  earlier?: { at: number; read: Promise<EarlierRead> }
  /** Attachments that are being read, or why they could not be read, by their ids. */
  files?: Map<string, "reading" | AttachmentProblem>
  /** Cancels the next attempt to read it. */
  cancelReread?: () => void
  notice?: Notice
  /** Runs steps one after another. */
  queue: Promise<unknown>
  loading?: Promise<void>
  /** Writes that are under way. */
  saving: Promise<unknown>
}

/** The reason for which a preparation is cancelled. */
export const TICKET_LEFT = "left"

/** What every step needs. */
export interface Services extends Omit<CopilotParts, "masker"> {
  egress: Egress
  account: Account
  page: PageClient
  tabs: TrackedTabs
  erased: ErasedTickets
  preparing: PreparationSwitch
  hiddenTone: HiddenTone
  pipeline: PipelineWatch
  /** Shows the ticket as it is now, soon. */
  show(state: TicketState): void
  /** Notes an error that doesn't belong to the ticket: a revoked token, or a full or lost database. */
  reportError(error: unknown): Promise<void>
  /** Tries to deliver an outcome that is waiting. */
  deliver(): void
}

export const newTicketState = (key: string): TicketState => ({
  key,
  ticket: ticketOfKey(key),
  formers: [],
  copyOnly: false,
  queue: Promise.resolve(),
  saving: Promise.resolve()
})

/** Steps of one ticket never overlap, so two windows that open it share its draft. */
export function runInOrder<T>(state: TicketState, step: () => Promise<T>): Promise<T> {
  const turn = state.queue.then(step)
  state.queue = turn.catch(() => undefined)
  return turn
}

/** The people on the ticket as far as they are known here. The people in its table come in addition. */
export function ticketPeopleOf({ latest, record }: TicketState): TicketPeople {
  return latest?.ticket ?? { requester: {}, messages: record?.messages ?? [] }
}

/** Returns the tab in which the ticket is open or, if there is none, the tab of a list that contains it. */
export async function readerTab(services: Services, state: TicketState): Promise<number | undefined> {
  return (await services.tabs.byKey(state.key))?.tabId ?? state.listTab
}
