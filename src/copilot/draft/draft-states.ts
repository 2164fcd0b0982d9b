import type { Notice } from "../../protocol/notice.ts"
import type { DraftUse, TicketFlags, WantedDraft } from "../../store/records.ts"

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
