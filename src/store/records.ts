import type { Danger, DangerDecision } from "../ticket/danger.ts"
import type { VoiceRules } from "../ticket/team-voice.ts"
import type { GuardMark } from "../ticket/guard-marks.ts"
import type { Answer, Claim, Verification, MissingFact, Refusal, Repair, Source, SummaryLine } from "../ticket/draft.ts"
import type { Reason } from "../ticket/review-reasons.ts"
import type { OutgoingOutcome, RelayBody } from "../protocol/outgoing.ts"
import type { ListedAttachment, ReadAttachment, SentAttachment } from "../ticket/attachment.ts"
import type { PromisedEarlier } from "../ticket/earlier-ticket.ts"
import type { LookupResult } from "../ticket/looked-up.ts"
import type { ChosenDocuments, PanelTicket } from "../protocol/panel.ts"
import type { Notice } from "../protocol/notice.ts"
import type { ToneDecision } from "../protocol/outcome.ts"
import type { UsedDocument } from "../protocol/search.ts"
import type { Channel } from "../ticket/ticket.ts"
import type { TicketAbout } from "../ticket/ticket-about.ts"
import type { UnmaskedFound } from "../protocol/unmasked.ts"

/**
 * What is stored of the life of a ticket's draft. Only `src/copilot/draft/stored-life.ts` writes these flags: they are
 * the states of its reducer.
 */
export interface TicketFlags {
  /** The id of the draft in front. */
  draftId?: string
  /** The ticket was in a list and has not been open yet. */
  listed?: boolean
  /** A draft is to be made, even if an earlier one is there: the one that was begun was cancelled. */
  due?: boolean
  /** A draft was asked for, but nothing has been sent yet. It is taken up again if the worker dies. */
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
  /** The sent reply that came from the draft in front. */
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
  channel?: Channel
  messages: PanelTicket["messages"]
  /** The newest public message when the ticket was last read. */
  version: string
  openedAt: string
  summary?: SummaryRecord
  /** What was promised in earlier tickets when this one was last masked. Its texts are masked. */
  earlier?: PromisedEarlier
  /** Its attachments when it was last read, and the texts of those that the agent had read. */
  attachments?: ListedAttachment[]
  read?: ReadAttachment[]
  /** Findings of tone that the agent called fine in replies to this ticket: each rule's name and the words. */
  fineTone?: string[]
  /** Facts that the agent typed for a playbook, by their labels. They go with every draft from then on. */
  given?: Record<string, string>
  /** What the agent said that it is about; null is none of the team's intents. */
  intent?: { said: string | null }
  /** The lines of "Before you send" that the agent has ticked, by their ids. */
  ticked?: string[]
  /** "Use this source" and "Not this one" apply to every draft from then on. */
  chosen?: ChosenDocuments
}

export interface WantedDraft {
  draftId: string
  summaryId?: string
  /** All wishes in force, one a line. */
  instruction?: string
  /** What the agent typed into blanks, by their names. */
  facts?: Record<string, string>
  /** What the agent decided about a danger. */
  danger?: DangerDecision
  /** Regenerate was pressed: another draft is wanted, with the wishes that are in force. */
  again?: true
  /** It was made before anybody asked. */
  prepared?: boolean
  askedAt: string
}

/** The `lines` are masked, as the relay wrote them. */
export interface SummaryRecord {
  id: string
  /** The draft with which it was requested. Its request is stored there. */
  draftId: string
  version: string
  state: "writing" | "ready" | "failed"
  lines: SummaryLine[]
  /** Masked, too. */
  about?: TicketAbout
}

/**
 * What is stored of one draft's life. Only `src/copilot/draft/stored-life.ts` writes these flags: they are the states of
 * its reducer.
 */
export interface DraftFlags {
  state: "writing" | "ready" | "stopped" | "failed" | "refused"
  /** The letter is whole and can be used; what the verifier says of it is still to come. Only with "ready". */
  checking?: boolean
  /** Its stream broke off before the verifier's word came. Only with "ready". */
  unverified?: boolean
  /** Its ticket was left while it was prepared. It is made again when the ticket is opened again. */
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
  /** The message that it answers. */
  version: string
  /** The newest internal note at that time, or "". */
  note: string
  /**
   * The text as the relay wrote it. With the ticket's table it becomes the text shown. Offsets of claims refer to it.
   */
  masked: string
  claims: Claim[]
  sources: Source[]
  questions: MissingFact[]
  refusal?: Refusal
  /** The wishes that were in force when it was asked for, one a line, as the agent wrote them. */
  instruction?: string
  /** What the agent typed into blanks, by their names. The relay reads it as fields of the ticket. */
  facts?: Record<string, string>
  /** What was looked up for it. The relay read the facts of it that may be sent. */
  lookups?: LookupResult[]
  /** What of attachments went along with it, masked. */
  attached?: SentAttachment[]
  /** The numbers of all that were read then, also of those of which nothing could be sent. */
  readWith?: number[]
  /** How many other drafts were asked for before. */
  attempt?: number
  /** The danger of which its ticket tells. Its words are masked. */
  danger?: Danger
  /** What the agent decided about it when the draft was asked for. */
  decision?: DangerDecision
  /** The draft that it redoes. The agent's edits on that one stay. */
  redoes?: string
  /** How well the sources answer, with the sentences that are offered besides. All of it is masked. */
  answer?: Answer
  model: string
  /** The model that is asked first and didn't write, and the relay's code for the reason. */
  instead?: { of: string; code: string }
  /** The model was asked once more. */
  repair?: Repair
  /** A model was asked to verify its sentences. */
  verification?: Verification
  /** The team's voice for it. */
  voice?: VoiceRules
  pipelineVersion: string
  language: string | null
  ms?: { first: number; total: number }
  /** The agent's version, if it differs. */
  edited?: string
  /** Sentences that the agent keeps as own words. */
  kept: string[]
  /** Words of the model that nobody gave. It is absent until the whole draft was checked. */
  guard?: GuardMark[]
  times: { opened: string; asked: string; firstText?: string; ready?: string }
  /** The text that went into the editor last. */
  inserted?: string
  /** Its messages that were sent one by one, once the reply that they make is counted. Until then, the use has them. */
  sent?: string[]
  /** It was made before anybody asked. */
  prepared?: boolean
  /** The hash of the public part of the ticket from which it was made. */
  content?: string
  /** The version of the team's masking rules under which it was requested, if there were any. */
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
  /** It is made once, at the first use, so that the outcome has one id whatever dies in between. */
  outcomeId: string
  /**
   * "shown" means that it was only looked at. Such a use exists only with a rejection, or if one was reported and
   * withdrawn.
   */
  kind: "inserted" | "copied" | "shown"
  at: string
  /** "Not useful" was pressed. The `note` is unmasked here and masked before it is sent. */
  rejected?: { at: string; reasons: Reason[]; note: string }
  /** The newest revision of the outcome that the relay was, or is being, sent. */
  told?: number
  /** The newest public message when it was used. */
  version: string
  text: string
  /** The text that was in the editor, or `undefined` as long as the page has not answered. */
  before?: string
  /** How many lines of "Before you send" were ticked and open at that use. */
  toDo?: { done: number; open: number }
  /** The whole letter, if it consists of several messages; `text` is then what was used of it last. */
  letter?: string
  /** The agent's messages that were sent since the draft was made, oldest first. They make one reply. */
  sent?: SentMessage[]
}

/** One of several messages of a reply. */
export interface SentMessage {
  id: string
  at: string
  /** As it was sent, without what stood in the editor before. */
  text: string
  /** The messages of the letter that it says. There is none in what the agent typed besides. */
  of: string[]
}

/** A request body exactly as it left the browser. */
export interface RequestRecord {
  /** Its own id, if a draft has several requests of one path, or there is no draft. */
  id?: string
  /** It is absent for a reply without a draft. */
  draftId?: string
  key: string
  at: string
  path: string
  body: RelayBody
}

/** What waits for the relay: an outcome, or the report that a macro or a solved reply was inserted. */
export type OutboxItem = WaitingOutcome | WaitingUse | WaitingToneDecision
interface Waiting {
  id: string
  key: string
  tries: number
}
export interface WaitingOutcome extends Waiting {
  /** The site is in the key. It is sent in the form that the team has chosen by then. */
  outcome: Omit<OutgoingOutcome, "site">
  /** What the relay found in it that wasn't masked. It waits for a person. */
  refused?: UnmaskedFound
}
export interface WaitingUse extends Waiting {
  used: Omit<UsedDocument, "site">
}
export interface WaitingToneDecision extends Waiting {
  tone: ToneDecision
}
