import type { MaskingOverrides } from "../../masking/basis/masking-rules.ts"
import type { MaskTable } from "../../masking/basis/placeholder-table.ts"
import type { EditorTone } from "../../protocol/panel.ts"
import type { Notice } from "../../protocol/notice.ts"
import type { DraftRecord, TicketRecord } from "../../store/records.ts"
import { ticketOfKey, type TicketReference } from "../../ticket/ticket-key.ts"
import type { Ticket } from "../../ticket/ticket.ts"
import type { Account } from "../session/account.ts"
import type { Egress } from "../relay-client/egress.ts"
import type { ErasedTickets } from "./erased-tickets.ts"
import type { PageClient } from "./page-client.ts"
import type { TicketPeople, CopilotParts } from "../relay-client/copilot-parts.ts"
import type { PipelineWatch } from "../session/pipeline-watch.ts"
import type { PreparationSwitch } from "../session/preparation-switch.ts"
import type { TrackedTabs } from "./tracked-tabs.ts"

/**
 * One ticket while somebody looks at it. A mirror of what is stored: after the worker's death it is made anew from
 * there.
 */
export interface TicketState {
  key: string
  /** As tab and page said it, before anything has been read. */
  ticket: TicketReference
  record?: TicketRecord
  table?: MaskTable
  /** What the agent said about words of this ticket. */
  told?: MaskingOverrides
  draft?: DraftRecord
  /** Newest first. */
  formers: DraftRecord[]
  /** A draft that is being read and masked. */
  reading?: { draftId: string; stop: AbortController; prepared: boolean }
  /** Streams under way. */
  writing?: { draftId: string; stop: AbortController; prepared: boolean; ended: Promise<void> }
  summarising?: AbortController
  /** The tab of a list in which the ticket stands: it is read there while no tab has it open. */
  listTab?: number
  /**
   * The reply in the editor, when it was last looked at; and the ticket in clear, for as long as nothing newer comes.
   * Never stored.
   */
  tone?: EditorTone
  seen?: { version: string; ticket: Ticket }
  /** The newest message can't be read: only Copy. */
  copyOnly: boolean
  /** Calls off the next attempt to read it. */
  cancelReread?: () => void
  notice?: Notice
  /** Runs steps one after another. */
  queue: Promise<unknown>
  loading?: Promise<void>
  /** Writes under way. */
  saving: Promise<unknown>
}

/** Why a preparation is called off. */
export const TICKET_LEFT = "left"

/** What every step needs. */
export interface Services extends Omit<CopilotParts, "masker"> {
  egress: Egress
  account: Account
  page: PageClient
  tabs: TrackedTabs
  erased: ErasedTickets
  preparing: PreparationSwitch
  pipeline: PipelineWatch
  /** Shows the ticket as it stands now, soon. */
  show(state: TicketState): void
  /** Notes an error that isn't the ticket's own: revoked token, full or lost database. */
  reportError(error: unknown): Promise<void>
  /** An outcome waits: try to deliver. */
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

/** Steps of one ticket never overlap: two windows that open it share the one draft. */
export function runInOrder<T>(state: TicketState, step: () => Promise<T>): Promise<T> {
  const turn = state.queue.then(step)
  state.queue = turn.catch(() => undefined)
  return turn
}

/** Whoever is on the ticket, as far as it is known here; the people of its table are besides. */
export function ticketPeopleOf({ seen, record }: TicketState): TicketPeople {
  return seen?.ticket ?? { requester: {}, messages: record?.messages ?? [] }
}
