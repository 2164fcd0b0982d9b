import * as z from "zod/mini"
import { answerList, count, line, longText, score, textUpTo } from "./fields.ts"
import { documentId } from "./relay.ts"

/**
 * What leads do with imported solved tickets: GET /v1/knowledge/past-tickets lists them with the pages that may have
 * answered them, and POST /v1/knowledge/past-tickets/confirm says which page did. Search learns from that. The texts are
 * as the import has masked them.
 */

/**
 * `after` is the `next` of the previous answer. `linked` lists the tickets that have a page already, instead of those
 * that have none.
 */
export const solvedTicketsQuery = z.object({
  after: z.optional(documentId),
  linked: z.optional(z.enum(["true", "false"])),
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(50)))
})

/** `linked` says why the ticket counts for this page: a lead confirmed it, or search was sure. */
const likelyPage = z.object({
  id: documentId,
  title: line,
  url: z.optional(line),
  score,
  linked: z.optional(z.enum(["confirmed", "margin"]))
})
/** `pages` has the five likeliest pages, best first, and after them others that are linked. */
export const solvedTicketLine = z.object({
  id: documentId,
  title: line,
  question: longText,
  reply: longText,
  changed: z.optional(textUpTo(100)),
  pages: answerList(likelyPage),
  /** The first page is so far ahead of the others that it is very probably right. */
  sure: z.boolean()
})
export type SolvedTicketLine = z.infer<typeof solvedTicketLine>
/** `all` is the number of imported solved tickets, and `linked` is how many of them have a page. */
export const solvedTicketsAnswer = z.object({
  tickets: answerList(solvedTicketLine),
  next: z.nullable(documentId),
  all: count,
  linked: count
})
export type SolvedTicketsAnswer = z.infer<typeof solvedTicketsAnswer>

/** With `confirmed: false`, the page didn't answer the ticket, and a link that exists is deleted. */
export const confirmPageRequest = z.object({ ticket: documentId, document: documentId, confirmed: z.boolean() })
export type ConfirmPageRequest = z.infer<typeof confirmPageRequest>
