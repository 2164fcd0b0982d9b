import type { Claim, MissingFact, Refusal, Source, SummaryLine } from "../ticket/draft.ts"
import type { GuardMark } from "../ticket/guard-marks.ts"
import type { Reason } from "../ticket/review-reasons.ts"
import type { MacrosFound } from "./page.ts"
import type { ToneFinding } from "../ticket/tone-finding.ts"
import type { PairedPerson } from "./relay.ts"
import type { RepliesAnswer } from "./search.ts"
import type { Notice } from "./notice.ts"
import type { PopupStatus } from "./popup.ts"
import type { UpstreamRequest, Inspection } from "./request-inspector.ts"
import type { UnmaskedKind } from "./unmasked.ts"

/** Where a relay listens unless it is told otherwise. */
export const DEFAULT_ADDRESS = "http://127.0.0.1:8787"

/**
 * reused: an earlier copy of its tokens came to the relay. outdated: it is from before sign-ins were renewed. unused:
 * for thirty days. key-gone: the browser cleared away what it is renewed by.
 */
export type SignedOut = "reused" | "outdated" | "unused" | "key-gone"

/**
 * Between background and the extension's own pages. A page opens a port named "panel" (first message
 * `{kind: "panel-hello", windowId, asTab}`) and is sent a whole `PanelState` at every change; it asks by
 * `runtime.sendMessage(PanelCommand)` and is answered with `CommandAnswer`. The background may die: the page
 * reconnects.
 */
export interface PanelState {
  phase: "unpaired" | "locked" | "empty" | "ticket"
  /** Why it is locked. */
  locked?: "relay-unreachable" | "revoked"
  /** Why the relay ended the sign-in, where there is more to say than that. */
  signedOut?: SignedOut
  person?: PairedPerson
  /** A lead is signed in: the review can be opened. */
  review?: true
  /** An admin is signed in: the admin page can be opened. */
  admin?: true
  relay: {
    address: string
    state: "online" | "offline" | "other-version" | "checking"
    model: string | null
    version?: string
  }
  /** On this computer, encrypted: drafts, and outcomes not yet reported. */
  kept: {
    drafts: number
    outcomes: number /** Of the outcomes, those that the relay refused. */
    refused?: RefusedOutcome[]
  }
  /** Drafts made before anybody asks. */
  preparing?: Preparing
  /** How the team has it masked now. `mayAdd`: this person adds words for the team. */
  masking?: { mode: "strict" | "balanced"; mayAdd?: true }
  ticket?: PanelTicket
  summary?: { state: "writing" | "ready" | "failed"; lines: SummaryLine[] }
  draft?: PanelDraft
  /** The reply in the editor, when it was last looked at. */
  tone?: EditorTone
  notice?: Notice
  /** Counts up with every browser-wide key, so that a page acts once. */
  key?: { n: number; name: "insert" | "next" | "say" }
}

/** What became of a reply, and the relay would not have: something in it was not masked. */
export interface RefusedOutcome {
  id: string
  site: string
  helpdesk: string
  ticketId: string
  kinds: UnmaskedKind[]
}

/**
 * `on`: when a ticket opens; `list`: also for the next ones of the list in view. `off`: why none is made now: the
 * person's own choice, ten in a row that nobody used, the day's budget, or an admin has it off for the team.
 */
export interface Preparing {
  on: boolean
  list: boolean
  off?: "choice" | "unused" | "budget" | "team"
}

/**
 * How the reply as it stands in the editor sounds. In clear, and nowhere but here. `text`: the whole editor's, whose
 * offsets the findings name.
 */
export interface EditorTone {
  state: "clean" | "found" | "empty"
  findings: ToneFinding[]
  text: string
}

export interface PanelTicket {
  key: string
  /** Origin of the page it stands at. */
  site: string
  helpdesk: string
  ticketId: string
  subject: string
  language: string | null
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
}

/** The agent's word on sources of a ticket: which come first in its drafts, which are left out of them. */
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
  /** "reading": ticket is being read and masked; nothing has left yet. */
  state: "reading" | "writing" | "ready" | "stopped" | "failed" | "refused"
  /** Restored, with the agent's edits. */
  text: string
  edited: boolean
  /** For `text` as it stands: a sentence the agent changed has no claim. */
  claims: Claim[]
  /** Start offsets of sentences that the agent keeps as own words. */
  kept: number[]
  /** Words of the model's that nobody gave: Insert waits for the severe ones. */
  guard?: GuardMark[]
  sources: Source[]
  questions: MissingFact[]
  refusal?: Refusal
  model: string
  offline: boolean
  /** The model that is asked first, where another wrote: its day's budget is used up, or it could not. */
  instead?: { of: string; why: "budget" | "failed" }
  language: string | null
  /** Milliseconds from asking: to the first text, and to the end. */
  ms?: { first: number; total: number }
  /** ISO 8601. */
  savedAt?: string
  /** A newer public message came: who wrote it and when. The draft stays. */
  stale?: { author: string; at: string }
  /** "copy-only": nothing proves that an editor for public replies is there, or the newest message can't be read. */
  insert: "on" | "copy-only"
  inserted?: boolean
  /** "Not useful" was pressed; it can be taken back until the reply is sent. */
  rejected?: { reasons: Reason[]; note: string }
  /** A reply that this draft was made for has been sent. */
  settled?: boolean
  /** The relay drafts in another way since, or the ticket was changed without a new message. */
  old?: boolean
  /** Earlier drafts of this ticket, newest first, with the agent's edits: `panel-former` brings one back. */
  formers?: { id: string; text: string; edited: boolean; savedAt: string }[]
}

export type PanelCommand =
  | {
      kind: "panel-insert"
      key: string
      draftId: string
      text: string /** second press with open blanks */
      anyway?: boolean
      below?: boolean
      at?: "caret"
    }
  | { kind: "panel-copied"; key: string; draftId: string; text: string }
  | { kind: "panel-regenerate"; key: string; instruction?: string }
  /** "Use this source", "Not this one", or neither any more: the draft is made again with it, and so are later ones. */
  | { kind: "panel-choose"; key: string; document: ChosenDocument; as: "use" | "not" | "nothing" }
  | { kind: "panel-stop"; key: string; draftId: string }
  | { kind: "panel-edit"; key: string; draftId: string; text: string }
  | { kind: "panel-keep"; key: string; draftId: string; start: number }
  /** These words of the model's stay, as the agent's own. */
  | { kind: "panel-keep-mark"; key: string; draftId: string; words: string }
  /** A panel that can be seen shows some of the draft; sent once a draft. */
  | { kind: "panel-shown"; key: string; draftId: string }
  /** "Not useful"; pressed again, these reasons take the place of the former. */
  | { kind: "panel-reject"; key: string; draftId: string; reasons: Reason[]; note: string }
  | { kind: "panel-unreject"; key: string; draftId: string }
  /** Brings an earlier draft back; the one shown takes its place among the earlier ones. */
  | { kind: "panel-former"; key: string; draftId: string }
  /** Scrolls the helpdesk's page to a message of the thread and marks it for a moment; the focus stays in the panel. */
  | { kind: "panel-show-message"; key: string; messageId: string }
  /** The helpdesk's macros. Without words only whether there are any; "" lists from the first. */
  | { kind: "panel-macros"; key: string; words?: string | undefined }
  /** The text of one for this ticket. */
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
  /** The agent's own words, over all of the team's knowledge. */
  | { kind: "panel-search"; key: string; words: string }
  /** Solved tickets like this one, and macros for its thread. */
  | { kind: "panel-replies"; key: string }
  /** Looks at the reply in the editor. */
  | { kind: "panel-tone"; key: string }
  /** Puts a finding's fix into the editor. */
  | { kind: "panel-tone-fix"; key: string; start: number; quote: string }
  | { kind: "panel-saw"; key: string }
  /** What the relay sent on to a model for one of the ticket's drafts. */
  | { kind: "panel-passed-on"; key: string; draftId: string }
  /**
   * "This is a name", "this is not", or neither any more. `again`: the draft is made again. `team`: as a word of the
   * team's list besides.
   */
  | {
      kind: "panel-mend"
      key: string
      word: string
      as: "name" | "plain" | "nothing"
      again: boolean
      team?: boolean | undefined
    }
  | { kind: "panel-erase"; key: string }
  | { kind: "panel-refresh" }
  | { kind: "popup-status" }
  /**
   * `door`: typed on a lead's page, where an agent's code is refused, or on the admin page, where only an admin's is
   * taken.
   */
  | { kind: "popup-pair"; address: string; code: string; door?: "review" | "admin" | undefined }
  | { kind: "popup-site"; origin: string; on: boolean }
  /** Said before the browser is asked for a permission: done when it comes, though the popup be closed by then. */
  | { kind: "popup-wish"; wish: Extract<PanelCommand, { kind: "popup-pair" | "popup-site" }> }
  /** Also from the panel: drafts are (not) prepared from now on. */
  | { kind: "popup-prepare"; on?: boolean | undefined; list?: boolean | undefined }
  | { kind: "popup-sign-out" }
  | { kind: "popup-wipe" }
  | { kind: "popup-report" }
  /** Of a result that the relay refused: also from the panel. */
  | { kind: "popup-outcome"; id: string; what: "mask" | "discard" }

export type CommandAnswer =
  | {
      ok: true
      saw?: Inspection
      passedOn?: UpstreamRequest
      status?: PopupStatus
      macros?: MacrosFound /** Its blanks as `[[what is missing]]`. */
      macro?: { text: string }
      search?: KnowledgeSearchResult
      replies?: RepliesAnswer
    }
  | {
      ok: false
      code: string /** A sentence for a person when the message file has none for the code. */
      message?: string
      data?: Notice["data"]
    }

/**
 * What a search of the knowledge found, best first, in how many documents; and as what the words left, where masking
 * changed them.
 */
export interface KnowledgeSearchResult {
  found: Source[]
  documents: number
  sentAs?: string
}
