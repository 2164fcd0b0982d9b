import type { Notice } from "../../protocol/notice.ts"
import type { DraftUse, TicketFlags, WantedDraft, SentMessage } from "../../store/records.ts"
import type { Message } from "../../ticket/ticket.ts"

/**
 * The life of a ticket's draft: regions that change side by side, each in exactly one named state. A draft may be used
 * and stale at once, and a next one may be wanted meanwhile; that is why this isn't one flat list of states.
 */
export interface DraftLife {
  /** False while the ticket has only stood in a list. */
  opened: boolean
  /** The id of the draft in front. */
  front: string | undefined
  request: RequestState
  freshness: Freshness
  answer: Answer
  uses: Uses
  /** The draft that an event is about: the one that it names, else the one in front. */
  draft: OneDraft | undefined
}

/** Whether a draft is missing. */
export type RequestState =
  | { is: "none" }
  /** A draft is to be made, even if an earlier one is there: the one that was begun was cancelled. */
  | { is: "due" }
  /** It was asked for, but nothing has been sent yet. It is taken up again if the worker dies. */
  | { is: "wanted"; wanted: WantedDraft }
  | { is: "wanted-and-due"; wanted: WantedDraft }

/** Whether the draft in front still answers the ticket. */
export type Freshness =
  | { is: "current" }
  /** The public side of the ticket differs from what the draft was made from, though no message is newer. */
  | { is: "changed" }
  /** A public message is newer than the one that the draft answers. */
  | { is: "stale"; newer: NonNullable<TicketFlags["newer"]> }
  /** Only after a draft was dropped: what had changed then is kept until the thread is read again. */
  | { is: "stale-and-changed"; newer: NonNullable<TicketFlags["newer"]> }

/** Whether a sent reply came from the draft in front; `by` is the id of that message. */
export type Answer = { is: "unanswered" } | { is: "answered"; by: string }

/** What was done with drafts, and which replies were counted. */
export interface Uses {
  /** Drafts that wait for the sent reply. */
  waiting: DraftUse[]
  /** The newest public message up to which replies are counted; undefined until the ticket has been seen. */
  counted: string | undefined
  /** Ids of drafts that a sent reply has been counted for, oldest first. */
  settled: string[]
}

export interface OneDraft {
  id: string
  /** The message it answers. */
  version: string
  /** The hash of the public side that it was made from. */
  content: string | undefined
  phase: DraftPhase
  seen: Seen
}

/** How far one draft has come. */
export type DraftPhase =
  | { is: "writing" }
  /** The letter is whole and can be used. What the verifier says of it is still to come. */
  | { is: "checking" }
  /** It is whole, but the stream broke off before the verifier's word came. Only the rules have checked it. */
  | { is: "unverified" }
  | { is: "ready" }
  | { is: "refused" }
  /** It broke off before there was a sentence. */
  | { is: "failed"; notice: Notice }
  /** It broke off, or was stopped, and keeps its finished sentences. */
  | { is: "stopped"; notice?: Notice }
  /** Its ticket was left while it was prepared. It is made again when the ticket is opened again. */
  | { is: "called-off" }

/** What the agent had of one draft; `at` is when a panel that could be seen first showed some of it. */
export type Seen =
  | { is: "unseen" }
  | { is: "shown"; at: string }
  | { is: "used" }
  | { is: "shown-and-used"; at: string }

export type NewestMessage = Pick<Message, "id" | "author" | "at">

/** Everything that can happen to a ticket's draft. Other files send these; only the reducer draws conclusions. */
export type DraftEvent = TicketEvent | WritingEvent | UseEvent | ReplyEvent

/** What happens to the ticket and to the draft in front of it. */
type TicketEvent =
  /** A tab has it open, and it no longer only stands in a list. */
  | { type: "ticket-opened" }
  /** Its newest public message was read for the first time. */
  | { type: "ticket-first-seen"; version: string }
  /** The whole thread was read; `content` is the hash of its public side. */
  | { type: "thread-read"; newest: NewestMessage | undefined; content: string | undefined }
  | { type: "draft-requested"; wanted: WantedDraft }
  /** The draft has begun, was found, or can't be made. */
  | { type: "request-ended" }
  /** A draft of just this content exists already, and nothing has to be asked. */
  | { type: "draft-found"; draftId: string }
  | { type: "draft-begun"; draftId: string }
  /** The draft in front was called off before it said anything; `before` stands in front again. */
  | {
      type: "draft-dropped"
      before: { id: string; version: string } | undefined
      newest: NewestMessage | undefined
    }
  /** The agent brought an earlier draft back. */
  | { type: "former-restored"; draftId: string }

/** What happens while one draft is written. */
type WritingEvent =
  /** The letter is whole, and a model verifies it. */
  | { type: "draft-written"; draftId: string }
  | { type: "draft-ended"; draftId: string; refused: boolean }
  /** The stream ended early; `notice` is missing where somebody stopped it. */
  | { type: "draft-broken-off"; draftId: string; notice: Notice | undefined; hasText: boolean }
  | { type: "draft-called-off"; draftId: string }
  /** There may be a relay again. */
  | { type: "draft-resumed"; draftId: string }

/** What the agent does with one draft. */
type UseEvent =
  | { type: "draft-shown"; draftId: string; at: string }
  /** Sent before the page is asked: whatever dies in between, the reply that is sent of it is known. */
  | { type: "insert-begun"; draftId: string; use: DraftUse }
  | { type: "draft-inserted"; draftId: string; use: DraftUse }
  /** The page refused; `before` is what was known of the draft's use until then. */
  | { type: "insert-refused"; draftId: string; before: DraftUse | undefined }
  | { type: "draft-copied"; draftId: string; use: DraftUse }
  /** "Not useful" was pressed; `use` records a draft that was only looked at until now. */
  | { type: "draft-rejected"; draftId: string; use: DraftUse; rejected: NonNullable<DraftUse["rejected"]> }
  | { type: "rejection-withdrawn"; draftId: string }

/** What becomes known of the replies that were sent. */
type ReplyEvent =
  /** Replies are counted up to this message. */
  | { type: "thread-counted"; version: string }
  /** One of several messages of a reply was sent, and others of the draft were not yet. */
  | { type: "message-counted"; draftId: string; sent: SentMessage }
  /** One reply was counted. `cameOfUse`: it came of a draft that was inserted or copied. */
  | { type: "reply-counted"; messageId: string; draftId?: string; outcomeIds: string[]; cameOfUse: boolean }
  /** These uses are no longer waited for. */
  | { type: "uses-dropped"; outcomeIds: string[] }
  /** Time has passed; `now` in milliseconds. */
  | { type: "uses-expired"; now: number }
  /** An outcome of this draft is reported in this revision. */
  | { type: "use-reported"; draftId: string; revision: number }
