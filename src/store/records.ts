import type { GuardMark } from "../ticket/guard-marks.ts"
import type { Claim, MissingFact, Refusal, Source, SummaryLine } from "../ticket/draft.ts"
import type { Reason } from "../ticket/review-reasons.ts"
import type { OutgoingOutcome, RelayBody } from "../protocol/outgoing.ts"
import type { ChosenDocuments, PanelTicket } from "../protocol/panel.ts"
import type { Notice } from "../protocol/notice.ts"
import type { UsedDocument } from "../protocol/search.ts"
import type { UnmaskedFound } from "../protocol/unmasked.ts"

/**
 * What is stored of the life of a ticket's draft. Only `src/copilot/draft/stored-life.ts` writes these flags: they are
 * the states of its reducer.
 */
export interface TicketFlags {
  /** The id of the draft in front. */
  draftId?: string
  /** The ticket stood in a list, and has not been open yet. */
  listed?: boolean
  /** A draft is to be made, though an earlier one may stand there: what was begun was called off. */
  due?: boolean
  /** A draft was asked for, but nothing has left yet: it is taken up again after the worker's death. */
  wanted?: WantedDraft
  /** Drafts that went into an editor or the clipboard, or were rejected, and wait for the sent reply. */
  used: DraftUse[]
  /**
   * The newest public message up to which replies are counted; "" means that there was none. What stood on the ticket
   * when this extension first saw it is nobody's reply to a draft. It is absent until the ticket has been seen.
   */
  counted?: string
  /** Ids of drafts that a sent reply has been counted for, oldest first. */
  settled?: string[]
  /** The sent reply that came of the draft in front. */
  answered?: string
  /** The public side of the ticket differs from what the draft was made from, though no message is newer. */
  changed?: boolean
  /** A public message that is newer than the one that the draft answers. */
  newer?: { version: string; author: string; at: string }
}

/** What is kept of a ticket. All of it is encrypted as one value. */
export interface TicketRecord extends TicketFlags {
  /** Helpdesk, site and number. @see keyOfTicket */
  key: string
  helpdesk: string
  ticketId: string
  subject: string
  language: string | null
  messages: PanelTicket["messages"]
  /** The newest public message when the ticket was last read. */
  version: string
  openedAt: string
  summary?: SummaryRecord
  /** "Use this source" and "Not this one" apply to every draft from then on. */
  chosen?: ChosenDocuments
}

export interface WantedDraft {
  draftId: string
  summaryId?: string
  instruction?: string
  /** Nobody asked for it. */
  prepared?: boolean
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

/**
 * What is stored of one draft's life. Only `src/copilot/draft/stored-life.ts` writes these flags: they are the states of
 * its reducer.
 */
export interface DraftFlags {
  state: "writing" | "ready" | "stopped" | "failed" | "refused"
  /** Its ticket was left while it was prepared: it is made anew when the ticket is opened again. */
  cancelled?: boolean
  /** It was inserted or copied. */
  used?: boolean
  /** When a panel that could be seen first showed some of it. */
  shownAt?: string
  /** Why it failed or broke off. */
  notice?: Notice
}

export interface DraftRecord extends DraftFlags {
  id: string
  key: string
  /** The message it answers. */
  version: string
  /** Newest internal note then, or "". */
  note: string
  /** As the relay wrote it; with the ticket's table it becomes the text shown. Offsets of claims are in it. */
  masked: string
  claims: Claim[]
  sources: Source[]
  questions: MissingFact[]
  refusal?: Refusal
  model: string
  /** Why not the model wrote that is asked first: its name, and the relay's code for what became of it. */
  instead?: { of: string; code: string }
  pipelineVersion: string
  language: string | null
  ms?: { first: number; total: number }
  /** The agent's version, where it differs. */
  edited?: string
  /** Sentences the agent keeps as own words. */
  kept: string[]
  /** Words of the model's that nobody gave. Absent until it was looked at in full. */
  guard?: GuardMark[]
  times: { opened: string; asked: string; firstText?: string; ready?: string }
  /** Texts that went into the editor, last one last. */
  inserted?: string
  /** Made before anybody asked. */
  prepared?: boolean
  /** Of the public side of the ticket that it was made from. */
  content?: string
  /** Version of the team's masking rules that it was asked under; absent: none. */
  rules?: number
  stayed: {
    notes: number
    attachments: string[]
    replaced: number /** Public messages of a long thread. */
    older?: number
  }
  savedAt: string
}

/** What the agent did with a draft. */
export interface DraftUse {
  draftId: string
  /** Made once, at the first use: whatever dies in between, the outcome has one id. */
  outcomeId: string
  /** "shown": nothing but looked at; stands here only with a rejection, or where one was told and taken back. */
  kind: "inserted" | "copied" | "shown"
  at: string
  /** "Not useful" was pressed; `note` in clear, it is masked on its way out. */
  rejected?: { at: string; reasons: Reason[]; note: string }
  /** Newest revision of the outcome that the relay was, or is being, told. */
  told?: number
  /** Newest public message when it was used. */
  version: string
  text: string
  /** What stood in the editor; `undefined` while the page has not answered. */
  before?: string
}

/** A body that left the browser, to the letter. */
export interface RequestRecord {
  /** Its own, where a draft has several of one path, or none has it. */
  id?: string
  /** Absent for a reply without a draft. */
  draftId?: string
  key: string
  at: string
  path: string
  body: RelayBody
}

/** What waits for the relay: what became of a reply, or that a macro or a solved reply was put in. */
export type OutboxItem = WaitingOutcome | WaitingUse
interface Waiting {
  id: string
  key: string
  tries: number
}
export interface WaitingOutcome extends Waiting {
  /** The site is in the key: it leaves as the team wants it by then. */
  outcome: Omit<OutgoingOutcome, "site">
  /** What the relay found in it that was not masked: it waits for a person. */
  refused?: UnmaskedFound
}
export interface WaitingUse extends Waiting {
  used: Omit<UsedDocument, "site">
}
