import * as z from "zod/mini"
import { answerList, count, instant, line, list, record, largeCount, textUpTo, longText, score } from "./fields.ts"
import { documentId } from "./relay.ts"

/**
 * What admins ask about the team's knowledge: GET /v1/admin/knowledge, POST /v1/admin/knowledge/imports, POST
 * /v1/admin/knowledge/imports/:id/cancel, POST /v1/admin/knowledge/files, PUT
 * /v1/admin/knowledge/sources/:collection/schedule, POST and DELETE /v1/admin/knowledge/sources/:collection/hook,
 * DELETE /v1/admin/knowledge/sources/:collection. Times are ISO 8601.
 */

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/
/** An IANA name such as Europe/Berlin. The default is the relay's own zone. */
const zone = z.optional(z.string().check(z.minLength(1), z.maxLength(60)))
/** `cron` has five fields, minute first. */
export const schedule = z.discriminatedUnion("every", [
  z.object({ every: z.literal("off") }),
  z.object({ every: z.literal("hour") }),
  z.object({ every: z.literal("day"), at: z.string().check(z.regex(CLOCK), z.maxLength(5)), zone }),
  z.object({ every: z.literal("cron"), cron: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)), zone })
])
export type Schedule = z.infer<typeof schedule>
/** `next` is when it will be imported, or null when it is off. `then` holds the two times after that. */
export const scheduleAnswer = z.object({ schedule, next: z.nullable(instant), then: z.optional(list(instant, 10)) })
export type ScheduleAnswer = z.infer<typeof scheduleAnswer>

const values = list(textUpTo(200), 50)
/** The options of the command, without their dashes: {"days": "90", "tickets": true, "queue": ["Support", "Sales"]}. */
const options = record(textUpTo(40), z.union([z.boolean(), textUpTo(500), values]), 50)
/**
 * A new import source as the command line takes it, or a known one. `internal` makes it visible to agents only. `again`
 * imports from the beginning.
 */
export const importRequest = z.union([
  z.strictObject({
    source: z.string().check(z.trim(), z.minLength(1), z.maxLength(2_000)),
    internal: z.optional(z.boolean()),
    again: z.optional(z.boolean()),
    options: z.optional(options)
  }),
  z.strictObject({ collection: z.string().check(z.minLength(1), z.maxLength(500)), again: z.optional(z.boolean()) })
])
export type ImportRequest = z.infer<typeof importRequest>
/** The collections that will be imported soon. A helpdesk has several. */
export const importAnswer = z.object({ collections: answerList(line) })
export type ImportAnswer = z.infer<typeof importAnswer>

/** `:collection` of an address. */
export const collectionPath = z.object({ collection: textUpTo(500) })

/** The query of a file that is sent as it is, as application/octet-stream. */
export const fileQuery = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  internal: z.optional(z.enum(["true", "false"]))
})
export type FileQuery = z.infer<typeof fileQuery>

/** `interrupted` means that its process no longer responds. The next import continues from there. */
export const importState = z.enum(["running", "interrupted", "done", "stopped", "failed"])
const failure = z.object({ path: line, reason: line })
/**
 * The last import of a source. `perSecond` counts documents. `rest` is in seconds, or null when it can't be known.
 * `failures` holds the first hundred, and `failed` counts all. `notices` are on documents that were imported, but not
 * wholly; `noted` counts them.
 */
const lastImport = z.object({
  id: textUpTo(100),
  state: importState,
  started: instant,
  ended: z.nullable(instant),
  reason: z.nullable(line),
  seen: count,
  imported: count,
  unchanged: count,
  removed: count,
  failed: count,
  total: z.nullable(count),
  perSecond: z.nullable(largeCount),
  rest: z.nullable(largeCount),
  failures: answerList(failure),
  noted: count,
  notices: answerList(failure)
})
export type LastImport = z.infer<typeof lastImport>
/**
 * `waiting` says that an import was requested and has not begun. `again` says that it can be imported again without a
 * file from a person. `hook` is when the webhook was last called.
 */
export const knowledgeSource = z.extend(scheduleAnswer, {
  collection: line,
  kind: textUpTo(100),
  label: line,
  internal: z.boolean(),
  documents: count,
  waiting: z.boolean(),
  again: z.boolean(),
  hook: z.nullable(z.object({ since: instant, called: z.nullable(instant) })),
  last: z.nullable(lastImport)
})
export type KnowledgeSource = z.infer<typeof knowledgeSource>
export const knowledgeAnswer = z.object({ sources: answerList(knowledgeSource) })
export type KnowledgeAnswer = z.infer<typeof knowledgeAnswer>

/** `secret` is one that the sender has made, as Zendesk does. Otherwise the relay makes one. */
export const hookRequest = z.object({ secret: z.optional(z.string().check(z.minLength(16), z.maxLength(200))) })
/**
 * `secret` is returned only this once, and only when the relay made it. `path` is the webhook's path below the relay's
 * address.
 */
export const hookAnswer = z.object({ path: line, secret: z.nullable(line) })
export type HookAnswer = z.infer<typeof hookAnswer>

/** How many documents were removed with their source. */
export const removedAnswer = z.object({ documents: count })
export type RemovedAnswer = z.infer<typeof removedAnswer>

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
