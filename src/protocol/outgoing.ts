import type { SentAttachment } from "../ticket/attachment.ts"
import type { EarlierPromise } from "../ticket/earlier-ticket.ts"
import type { LookedUp, LookedUpFact } from "../ticket/looked-up.ts"
import type { MaskedMessage, MaskedTicket } from "../ticket/masked-ticket.ts"
import type { Outcome } from "./outcome.ts"
import type { DraftRequest, SummaryRequest } from "./relay.ts"
import type { RewriteRequest, SearchRequest } from "./search.ts"

declare const masked: unique symbol
declare const body: unique symbol
declare const file: unique symbol

/**
 * A text that has passed masking, or came from the relay. Only `copilot/relay-client/egress.ts` makes one, and
 * TypeScript accepts no other text in its place.
 */
export type MaskedText = string & { readonly [masked]: true }
/**
 * The body of a request, made by `copilot/relay-client/egress.ts`. The copies of bodies that the browser stores have
 * this type, too.
 */
export type RelayBody = string & { readonly [body]: true }
/** A file that leaves the browser as it is, accepted by `copilot/relay-client/egress.ts`. */
export type RelayFile = File & { readonly [file]: true }

/** What leaves the browser. Each of its texts is masked. */
export interface OutgoingTicket
  extends Omit<
    MaskedTicket,
    | "subject"
    | "requester"
    | "firstName"
    | "agent"
    | "tags"
    | "fields"
    | "lookups"
    | "earlier"
    | "attached"
    | "messages"
  > {
  subject: MaskedText
  requester: MaskedText
  firstName?: MaskedText | undefined
  agent: MaskedText
  tags: MaskedText[]
  fields?: Record<string, MaskedText> | undefined
  lookups?: OutgoingLookup[] | undefined
  earlier?: OutgoingPromise[] | undefined
  attached?: OutgoingAttachment[] | undefined
  messages: OutgoingMessage[]
}
/** A sentence of an earlier ticket, masked with it. */
export interface OutgoingPromise extends Omit<EarlierPromise, "text"> {
  text: MaskedText
}
/** Passages of an attachment, masked with the ticket. */
export interface OutgoingAttachment extends Omit<SentAttachment, "name" | "text"> {
  name: MaskedText
  text: MaskedText
}
interface OutgoingLookup extends Omit<LookedUp, "title" | "facts"> {
  title: MaskedText
  facts: (Omit<LookedUpFact, "label" | "value"> & { label: MaskedText; value?: MaskedText | undefined })[]
}
/** A ticket with its site, which the browser determines and the page doesn't. */
export type OutgoingSitedTicket = OutgoingTicket & { site: string }
interface OutgoingMessage extends Omit<MaskedMessage, "author" | "text" | "attachments"> {
  author: MaskedText
  text: MaskedText
  attachments?: MaskedText[] | undefined
}
export interface OutgoingDraftRequest extends Omit<DraftRequest, "ticket" | "instruction" | "previous"> {
  ticket: OutgoingSitedTicket
  instruction?: MaskedText
  previous?: MaskedText
  /** The keyed hash of the requester's address. */
  requesterHash?: string | undefined
}
export interface OutgoingSummaryRequest extends Omit<SummaryRequest, "ticket"> {
  ticket: OutgoingSitedTicket
}
export interface OutgoingSearch extends Omit<SearchRequest, "query"> {
  query: MaskedText
}
export interface OutgoingQuestion {
  question: MaskedText
  ticket: OutgoingSitedTicket
}
/** The values by which a view is asked. */
export interface OutgoingView {
  values: Record<string, MaskedText>
}
/** A text of the agent that is to be reworded. */
export interface OutgoingRewrite extends Omit<RewriteRequest, "text" | "wish" | "keep"> {
  text: MaskedText
  wish?: MaskedText
  keep?: MaskedText[]
}
/** What the agent wrote, and the ticket that it answers. */
export interface OutgoingReplyCheck {
  ticket: OutgoingSitedTicket
  text: MaskedText
}
export interface OutgoingRepliesRequest {
  ticket: OutgoingSitedTicket
}
export interface OutgoingIntentCorrection {
  ticket: OutgoingSitedTicket
  /** The name of an intent, as the relay told it. */
  intent: string | null
}
export interface OutgoingOutcome extends Omit<Outcome, "draft" | "sent" | "note"> {
  draft: MaskedText
  sent: MaskedText | null
  note?: MaskedText
  /** As in {@link OutgoingDraftRequest}. */
  requesterHash?: string | undefined
}
