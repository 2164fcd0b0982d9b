import type { Claim, Question, Refusal, Source, SummaryLine } from "../ticket/draft.ts"
import type { Outcome } from "../protocol/outcome.ts"
import type { Notice, PanelTicket } from "../protocol/panel.ts"

/** What is kept of a ticket. Everything here is sealed as one box. */
export interface TicketRecord {
  /** helpdesk, origin and number: the same number in two helpdesks is two tickets. */
  key: string
  helpdesk: string
  ticketId: string
  subject: string
  language: string | null
  messages: PanelTicket["messages"]
  /** Newest public message when it was last read. */
  version: string
  openedAt: string
  summary?: SummaryRecord
  /** Id of the draft shown. */
  draftId?: string
  /** Asked for, but nothing has left yet: taken up again after the worker's death. */
  wanted?: Wanted
  /** Drafts that went into an editor or the clipboard and wait for the sent reply. */
  used: Used[]
  /** The sent reply that came of the draft shown. */
  answered?: string
  /** A newer public message than the draft answers. */
  newer?: { version: string; author: string; at: string }
}

export interface Wanted {
  draftId: string
  summaryId?: string
  instruction?: string
  askedAt: string
}

/** `lines` as the relay wrote them, masked. */
export interface SummaryRecord {
  id: string
  /** The draft it was asked with: its request is kept there. */
  draftId: string
  version: string
  state: "writing" | "ready" | "failed"
  lines: SummaryLine[]
}

export interface DraftRecord {
  id: string
  key: string
  /** The message it answers. */
  version: string
  /** Newest internal note then, or "". */
  note: string
  state: "writing" | "ready" | "stopped" | "failed" | "refused"
  /** As the relay wrote it; with the ticket's table it becomes the text shown. Offsets of claims are in it. */
  masked: string
  claims: Claim[]
  sources: Source[]
  questions: Question[]
  refusal?: Refusal
  model: string
  pipelineVersion: string
  language: string | null
  ms?: { first: number; total: number }
  /** The agent's version, where it differs. */
  edited?: string
  /** Sentences the agent keeps as own words. */
  kept: string[]
  times: { opened: string; asked: string; firstText?: string; ready?: string }
  notice?: Notice
  /** Texts that went into the editor, last one last. */
  inserted?: string
  stayed: { notes: number; attachments: string[]; replaced: number }
  savedAt: string
}

export interface Used {
  draftId: string
  /** Made once, at the first use: whatever dies in between, the outcome has one id. */
  outcomeId: string
  kind: "inserted" | "copied"
  at: string
  /** Newest public message when it was used. */
  version: string
  text: string
  /** What stood in the editor; `undefined` while the page has not answered. */
  before?: string
}

/** A body that left the browser, to the letter. */
export interface RequestRecord {
  draftId: string
  key: string
  at: string
  path: string
  body: string
}

export interface OutboxItem {
  id: string
  key: string
  tries: number
  outcome: Outcome
}
