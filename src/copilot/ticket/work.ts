import type { Told } from "../../masking/basis/rules.ts"
import type { MaskTable } from "../../masking/basis/table.ts"
import type { PanelTone } from "../../protocol/panel.ts"
import type { Notice } from "../../protocol/notice.ts"
import type { DraftRecord, TicketRecord } from "../../store/records.ts"
import { ticketOfKey, type TicketName } from "../../ticket/ticket-key.ts"
import type { Ticket } from "../../ticket/ticket.ts"
import type { Account } from "../session/account.ts"
import type { MaskingDoor } from "../relay-client/door.ts"
import type { Erased } from "./erased.ts"
import type { PageDoor } from "./page-door.ts"
import type { Known, Parts } from "../relay-client/parts.ts"
import type { Pipeline } from "../session/pipeline.ts"
import type { PreparingSwitch } from "../session/preparing.ts"
import type { TrackedTabs } from "./tracked-tabs.ts"

/**
 * One ticket while somebody looks at it. A mirror of what is stored: after the worker's death it is made anew from
 * there.
 */
export interface Work {
  key: string
  /** As tab and page said it, before anything has been read. */
  ticket: TicketName
  record?: TicketRecord
  table?: MaskTable
  /** What the agent said about words of this ticket. */
  told?: Told
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
  tone?: PanelTone
  seen?: { version: string; ticket: Ticket }
  /** The newest message can't be read: only Copy. */
  copyOnly: boolean
  notice?: Notice
  /** Runs steps one after another. */
  line: Promise<unknown>
  loading?: Promise<void>
  /** Writes under way. */
  saving: Promise<unknown>
}

/** Why a preparation is called off. */
export const LEFT = "left"

/** What every step needs. */
export interface Desk extends Omit<Parts, "masker"> {
  door: MaskingDoor
  account: Account
  page: PageDoor
  tabs: TrackedTabs
  erased: Erased
  preparing: PreparingSwitch
  pipeline: Pipeline
  /** Shows the ticket as it stands now, soon. */
  show(work: Work): void
  /** Notes an error that isn't the ticket's own: revoked token, full or lost database. */
  trouble(error: unknown): Promise<void>
  /** An outcome waits: try to deliver. */
  deliver(): void
}

export const newWork = (key: string): Work => ({
  key,
  ticket: ticketOfKey(key),
  formers: [],
  copyOnly: false,
  line: Promise.resolve(),
  saving: Promise.resolve()
})

/** Steps of one ticket never overlap: two windows that open it share the one draft. */
export function inLine<T>(work: Work, step: () => Promise<T>): Promise<T> {
  const turn = work.line.then(step)
  work.line = turn.catch(() => undefined)
  return turn
}

/** Whoever is on the ticket, as far as it is known here; the people of its table are besides. */
export function knownOf({ seen, record }: Work): Known {
  return seen?.ticket ?? { requester: {}, messages: record?.messages ?? [] }
}
