import type { Outcome } from "../../protocol/outcome.ts"
import type { SettleRequest } from "../../protocol/knowledge-report.ts"
import type { DraftRequest, SummaryRequest } from "../../protocol/relay.ts"
import type { ReviewRequest } from "../../protocol/review.ts"
import type { RepliesRequest, SearchRequest } from "../../protocol/search.ts"
import type { MaskedTicket } from "../../ticket/masked.ts"
import type { Field } from "./second-look.ts"

/**
 * What of a request people have written, field by field. Ids, times, languages and names of models are not: a message's number may be a
 * right card number by chance. The name of a ticket's field is looked at, and never told.
 */
export function fieldsOfDraft({ ticket, instruction = "", previous = "" }: DraftRequest): Field[] {
  return [...fieldsOfTicket(ticket), ["instruction", instruction], ["previous", previous]]
}

export const fieldsOfSummary = ({ ticket }: SummaryRequest): Field[] => fieldsOfTicket(ticket)

export const fieldsOfReplies = ({ ticket }: RepliesRequest): Field[] => fieldsOfTicket(ticket)

export const fieldsOfSearch = ({ query }: SearchRequest): Field[] => [["query", query]]

export function fieldsOfOutcome({ draft, sent, note = "" }: Outcome): Field[] {
  return [["draft", draft], ["sent", sent ?? ""], ["note", note]]
}

export const fieldsOfSettling = ({ note = "" }: SettleRequest): Field[] => [["note", note]]
export const fieldsOfReview = ({ note }: ReviewRequest): Field[] => [["note", note]]

function fieldsOfTicket({ subject, requester, agent, tags, fields = {}, messages }: MaskedTicket): Field[] {
  return [
    ["ticket.subject", subject], ["ticket.requester", requester], ["ticket.agent", agent],
    ...tags.map((tag, at): Field => [`ticket.tags[${at}]`, tag]),
    ...Object.entries(fields).flatMap(([name, value]): Field[] => [["ticket.fields", name], ["ticket.fields", value]]),
    ...messages.flatMap(({ author, text, attachments = [] }, at): Field[] => [
      [`ticket.messages[${at}].author`, author], [`ticket.messages[${at}].text`, text],
      ...attachments.map((name, n): Field => [`ticket.messages[${at}].attachments[${n}]`, name])
    ])
  ]
}
