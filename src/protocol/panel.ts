import type { Danger, DangerDecision } from "../ticket/danger.ts"
import type { Answer, Claim, Verification, MissingFact, Refusal, Repair, Source, SummaryLine } from "../ticket/draft.ts"
import type { PromisedEarlier } from "../ticket/earlier-ticket.ts"
import type { EvidencePair } from "../ticket/evidence-pair.ts"
import type { LetterDeed } from "../ticket/letter-deed.ts"
import type { GuardMark } from "../ticket/guard-marks.ts"
import type { Channel } from "../ticket/ticket.ts"
import type { Reason } from "../ticket/review-reasons.ts"
import type { MacrosFound } from "./page.ts"
import type { EditorReply } from "../ticket/reply-check.ts"
import type { EditorTone } from "../ticket/tone-finding.ts"
import type { PairedPerson } from "./relay.ts"
import type { AnsweredQuestion, CardCommand, KnowledgeSearchResult, RepliesAnswer, Reworded } from "./search.ts"
import type { TicketAbout } from "../ticket/ticket-about.ts"
import type { ApiReading } from "../ticket/helpdesk-api/helpdesk-api.ts"
import type { LookupResult } from "../ticket/looked-up.ts"
import type { Notice, PanelLock } from "./notice.ts"
import type { PanelAttachments } from "../ticket/attachment.ts"
import type { PopupStatus, TicketPreparing, SiteStatus } from "./popup.ts"
import type { UpstreamRequest, Inspection } from "./request-inspector.ts"
import type { PanelPlaces, PickCommand } from "./picking/pick-commands.ts"
import type { UnmaskedKind } from "./unmasked.ts"
import type { PageRecipe } from "../ticket/page-recipe.ts"

/** Where a relay listens by default. */
export const DEFAULT_ADDRESS = "http://127.0.0.1:8787"

/**
 * The wire between background and the extension's own pages. A page opens a port named "panel" (first message `{kind:
 * "panel-hello", windowId, asTab}`) and is sent a complete `PanelState` at every change. It asks by
 * `runtime.sendMessage(PanelCommand)` and is answered with `CommandAnswer`. The background may stop, and then the page
 * reconnects.
 */
export interface PanelState extends PanelPlaces, PanelLock {
  phase: "unpaired" | "locked" | "empty" | "ticket"
  person?: PairedPerson
  /** A lead is signed in: the review can be opened. */
  review?: true
  /** An admin is signed in: the admin page can be opened. */
  admin?: true
  relay: {
    address: string
    state: "online" | "offline" | "other-version" | "checking"
    model: string | null
    /** The model that reads the tone of a reply too, if the relay has one. */
    tone?: string
    version?: string
    /** The organisation's policy has set the address. */
    fixed?: true
  }
  /** What is stored on this computer, encrypted: drafts, and outcomes that aren't reported yet. */
  kept: {
    drafts: number
    outcomes: number /** Of the outcomes, those that the relay refused. */
    refused?: RefusedOutcome[]
  }
  /** Drafts made before anybody asks. */
  preparing?: TicketPreparing
  /** The team's current masking. `mayAdd` says that this person may add words for the team. */
  masking?: { mode: "strict" | "balanced"; mayAdd?: true }
  /** Without a ticket: the site in front, if the browser tells its address. */
  site?: SiteStatus
  ticket?: PanelTicket
  summary?: {
    state: "writing" | "ready" | "failed"
    lines: SummaryLine[]
    about?: TicketAbout
    earlier?: PromisedEarlier
  }
  draft?: PanelDraft
  /** What was looked up for the ticket in other systems. */
  lookups?: LookupResult[]
  attachments?: PanelAttachments
  /** The tone of the reply in the editor when it was last checked. */
  tone?: EditorTone
  /** What the agent wrote in the editor, compared with ticket and pages. */
  reply?: EditorReply
  notice?: Notice
  /** Increases with every browser-wide key, so that a page acts once. */
  key?: { n: number; name: "insert" | "next" | "say" }
}

/** An outcome that the relay refused because something in it was not masked. */
export interface RefusedOutcome {
  id: string
  site: string
  helpdesk: string
  ticketId: string
  kinds: UnmaskedKind[]
}

export interface PanelTicket {
  key: string
  /** The origin of the page that shows it. */
  site: string
  helpdesk: string
  ticketId: string
  subject: string
  language: string | null
  channel?: Channel
  /** Messages in order, restored as they stand in the helpdesk, for links from the summary. */
  messages: {
    id: string
    n: number
    author: string
    role: "customer" | "agent" | "system"
    at: string /** Holds instructions to a machine. */
    orders?: true
  }[]
  chosen?: ChosenDocuments
  /** What was last heard of the API by which its helpdesk is read, if it was asked. */
  api?: ApiReading
  /** Facts that the agent typed for a playbook, by their labels. */
  given?: Record<string, string>
  /** The lines of "Before you send" that the agent has ticked, by their ids. */
  ticked?: string[]
}

/** The agent's choice among the sources of a ticket: which come first in its drafts, and which are left out. */
export interface ChosenDocuments {
  use: ChosenDocument[]
  not: ChosenDocument[]
}
/** A document of the relay's knowledge. */
export interface ChosenDocument {
  id: string
  title: string
}

export interface PanelDraft {
  id: string
  /** While it is "reading", the ticket is read and masked, and nothing has left the browser yet. */
  state: "reading" | "writing" | "ready" | "stopped" | "failed" | "refused"
  /** The restored text, with the agent's edits. */
  text: string
  edited: boolean
  /** The claims of `text` as it is now. A sentence that the agent changed has no claim. */
  claims: Claim[]
  /** The start offsets of sentences that the agent keeps as their own words. */
  kept: number[]
  /** Words of the model that nobody gave. The severe ones block Insert. */
  guard?: GuardMark[]
  sources: Source[]
  questions: MissingFact[]
  refusal?: Refusal
  /** How well the sources answer. Its texts are restored. */
  answer?: Answer
  /** The danger of which the ticket tells, restored. */
  danger?: Danger
  model: string
  offline: boolean
  /** The model that is asked first, if another one wrote because its budget for the day is used up or it failed. */
  instead?: { of: string; why: "budget" | "month" | "failed" | "away" | "full" }
  /** The model is busy, and the draft waits for it at this place, from 1. */
  waiting?: { model: string; place: number }
  /** The model was asked once more, because its first letter had faults. */
  repair?: Repair
  /** It is whole, and the verifier's word on it is still to come. */
  checking?: true
  /** Its stream broke off before that word came. */
  unverified?: true
  /** Insert was pressed and waits for that word. */
  insertWaits?: true
  /** A model was asked to verify its sentences. */
  verification?: Verification
  language: string | null
  /** What the agent wanted changed: every wish in force, in order. */
  wishes?: string[]
  /** The milliseconds from the request to the first text and to the end. */
  ms?: { first: number; total: number }
  /** ISO 8601. */
  savedAt?: string
  /** A newer public message arrived: who wrote it and when. The draft stays. */
  stale?: { author: string; at: string }
  /** "copy-only": no editor is proven public, or the newest message can't be read. "unproven": here none ever is. */
  insert: "on" | "copy-only" | "unproven"
  inserted?: boolean
  /** Of a letter in several messages: those that were sent already. */
  sent?: string[]
  /** "Not useful" was pressed. It can be undone until the reply is sent. */
  rejected?: { reasons: Reason[]; note: string }
  /** A reply that this draft was made for has been sent. */
  settled?: boolean
  /** What has changed since: the ticket, without a new message, or the way in which the relay drafts and masks. */
  old?: "ticket" | "rules"
  /** The earlier drafts of this ticket, newest first, with the agent's edits. `panel-former` restores one. */
  formers?: { id: string; text: string; edited: boolean; savedAt: string }[]
}

/** How many lines of "Before you send" were ticked, and how many were open. */
export interface ToDoCount {
  done: number
  open: number
}

export type PanelCommand =
  /** `text`: the whole letter. `message`: only this one of its messages, from 0. `anyway`: second press with blanks. */
  | {
      kind: "panel-insert"
      key: string
      draftId: string
      text: string
      message?: number | undefined
      anyway?: boolean
      below?: boolean
      at?: "caret"
      toDo?: ToDoCount | undefined
    }
  /** Insert that waits for the verifier's word doesn't wait any longer. */
  | { kind: "panel-insert-now"; key: string }
  /** `letter`: the whole one, if `text` is one of its messages. */
  | {
      kind: "panel-copied"
      key: string
      draftId: string
      text: string
      letter?: string | undefined
      toDo?: ToDoCount | undefined
    }
  /** `instruction`: all wishes in force, one a line. Without it, another draft with the wishes of the one shown. */
  | { kind: "panel-regenerate"; key: string; instruction?: string }
  /**
   * What the agent has typed into blanks, by their names. The draft is made again with it. `keep`: facts of a playbook
   * by their labels, for all drafts of the ticket; "" takes one back.
   */
  | { kind: "panel-facts"; key: string; facts: Record<string, string>; keep?: boolean }
  /**
   * "Use this source", "Not this one", or neither any more. The draft is made again with the choice, and so are later
   * ones.
   */
  /** All lines of "Before you send" that are ticked, by their ids. */
  | { kind: "panel-tick"; key: string; ticked: string[] }
  /** The agent says that there is no danger, or that there is one. */
  | { kind: "panel-danger"; key: string; decision: DangerDecision }
  | { kind: "panel-choose"; key: string; document: ChosenDocument; as: "use" | "not" | "nothing" }
  | { kind: "panel-stop"; key: string; draftId: string }
  | { kind: "panel-edit"; key: string; draftId: string; text: string }
  | { kind: "panel-keep"; key: string; draftId: string; start: number }
  /** These words of the model stay, as the agent's own. */
  | { kind: "panel-keep-mark"; key: string; draftId: string; words: string }
  /** A visible panel shows some of the draft. It is sent once for each draft. */
  | { kind: "panel-shown"; key: string; draftId: string }
  /** "Not useful". When it is pressed again, these reasons replace the former ones. */
  | { kind: "panel-reject"; key: string; draftId: string; reasons: Reason[]; note: string }
  | { kind: "panel-unreject"; key: string; draftId: string }
  /** Restores an earlier draft. The one shown moves to the earlier ones. */
  | { kind: "panel-former"; key: string; draftId: string }
  /** Scrolls the helpdesk's page to a message of the thread and marks it for a moment; the focus stays in the panel. */
  | { kind: "panel-show-message"; key: string; messageId: string }
  /** Asks for the helpdesk's macros. Without words it only asks whether there are any. "" lists from the first. */
  | { kind: "panel-macros"; key: string; words?: string | undefined }
  /** Asks for the text of one macro for this ticket. */
  | { kind: "panel-macro"; key: string; macroId: string }
  /**
   * Also a solved ticket's reply. `anyway`: second press with open blanks. `document`: of the relay's knowledge, which
   * is told of it.
   */
  | {
      kind: "panel-macro-insert"
      key: string
      text: string
      anyway?: boolean | undefined
      document?: { id: string; version?: number | undefined } | undefined
    }
  /** Searches all of the team's knowledge with the agent's own words. */
  | { kind: "panel-search"; key: string; words: string }
  /** Asks the ticket and the team's knowledge. The draft isn't touched. */
  | { kind: "panel-ask"; key: string; question: string }
  | CardCommand
  /** Solved tickets like this one, and macros for its thread. */
  | { kind: "panel-replies"; key: string }
  | { kind: "panel-inspect"; key: string }
  /** Holds the letter, as the agent sees it now, beside its sources. */
  | { kind: "panel-evidence"; key: string; draftId: string; text: string }
  /** Finds what the letter, as the agent sees it now, says that the agent did or sends along. */
  | { kind: "panel-deeds"; key: string; draftId: string; text: string }
  /** What the relay sent on to a model for one of the ticket's drafts. */
  | { kind: "panel-passed-on"; key: string; draftId: string }
  /**
   * "This is a name", "this is not", or neither any more. `again`: the draft is made again. `team`: as a word of the
   * team's list besides.
   */
  | {
      kind: "panel-override"
      key: string
      word: string
      as: "name" | "plain" | "nothing"
      again: boolean
      team?: boolean | undefined
    }
  | { kind: "panel-erase"; key: string }
  | { kind: "panel-refresh" }
  /** Of a page that no adapter knows: of that tab, or of the one in which this ticket is open. */
  | { kind: "panel-take-selection"; of: { tabId: number } | { ticket: string } }
  | PickCommand
  | { kind: "popup-status" }
  /**
   * `door` says where the code was typed: on a lead's page, which refuses an agent's code, or on the admin page, which
   * only accepts an admin's.
   */
  | { kind: "popup-pair"; address: string; code: string; door?: "review" | "admin" | undefined }
  /** Signs in by the organisation's provider, whose page opens in a window of its own. */
  | { kind: "popup-sign-in"; address: string; door?: "review" | "admin" | undefined }
  | { kind: "popup-site"; origin: string; on: boolean }
  | { kind: "popup-frame"; origin: string; isFramed: boolean }
  /** Sent before the browser is asked for a permission. It is carried out when that comes, even without the popup. */
  | {
      kind: "popup-permission-request"
      wish: Extract<PanelCommand, { kind: "popup-pair" | "popup-sign-in" | "popup-site" }>
    }
  /** Also from the panel: drafts are (not) prepared from now on. */
  | { kind: "popup-prepare"; on?: boolean | undefined; list?: boolean | undefined }
  | { kind: "popup-sign-out" }
  | { kind: "popup-wipe" }
  | { kind: "popup-report" }
  /** An outcome that the relay refused. The panel sends it, too. */
  | { kind: "popup-address"; address: string }
  | { kind: "popup-outcome"; id: string; what: "mask" | "discard" }

export type CommandAnswer =
  | ({
      ok: true
      saw?: Inspection
      evidence?: EvidencePair[]
      deeds?: LetterDeed[]
      passedOn?: UpstreamRequest
      status?: PopupStatus
      macros?: MacrosFound /** Its blanks as `[[what is missing]]`. */
      macro?: { text: string }
      search?: KnowledgeSearchResult
      asked?: AnsweredQuestion
      replies?: RepliesAnswer
      recipe?: PageRecipe
      proposed?: "proposed" | "shared"
    } & Reworded)
  | {
      ok: false
      code: string /** A sentence for a person when the message file has none for the code. */
      message?: string
      data?: Notice["data"]
    }
