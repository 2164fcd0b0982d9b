import type { MaskedMessage, MaskedTicket } from "../ticket/masked-ticket.ts"
import type { Outcome } from "./outcome.ts"
import type { DraftRequest, SummaryRequest } from "./relay.ts"
import type { SettleRequest } from "./knowledge-report.ts"
import type { ReviewRequest } from "./review.ts"
import type { SearchRequest } from "./search.ts"

declare const masked: unique symbol
declare const body: unique symbol
declare const file: unique symbol

/**
 * A text that has passed masking, or came from the relay. `copilot/relay-client/egress.ts` alone makes one: TypeScript takes no other
 * text in its place.
 */
export type MaskedText = string & { readonly [masked]: true }
/** The body of a request, made by `copilot/relay-client/egress.ts`; what the browser keeps of bodies is the same. */
export type RelayBody = string & { readonly [body]: true }
/** A file that leaves as it is, let through by `copilot/relay-client/egress.ts`. */
export type RelayFile = File & { readonly [file]: true }

/** What leaves, each of its texts masked. */
export interface OutgoingTicket
  extends Omit<MaskedTicket, "subject" | "requester" | "agent" | "tags" | "fields" | "messages"> {
  subject: MaskedText
  requester: MaskedText
  agent: MaskedText
  tags: MaskedText[]
  fields?: Record<string, MaskedText> | undefined
  messages: OutgoingMessage[]
}
/** With the site that the page stands at, which the browser tells and no page. */
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
}
export interface OutgoingSummaryRequest extends Omit<SummaryRequest, "ticket"> {
  ticket: OutgoingSitedTicket
}
export interface OutgoingSearch extends Omit<SearchRequest, "query"> {
  query: MaskedText
}
export interface OutgoingRepliesRequest {
  ticket: OutgoingSitedTicket
}
export interface OutgoingOutcome extends Omit<Outcome, "draft" | "sent" | "note"> {
  draft: MaskedText
  sent: MaskedText | null
  note?: MaskedText
}
export interface OutgoingReview extends Omit<ReviewRequest, "note"> {
  note: MaskedText
}
export interface OutgoingSettlement extends Omit<SettleRequest, "note"> {
  note: MaskedText
}
