import type { Notice } from "../../protocol/notice.ts"
import type { DraftUse, SentMessage, WantedDraft } from "../../store/records.ts"
import type { Message } from "../../ticket/ticket.ts"

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
  /** "Not useful" was pressed; `use` stands for a draft that was only looked at until now. */
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
