import { answer, describeRoutes, UNMASKED } from "./describe/operation.ts"
import * as z from "zod/mini"
import { answerList, count, day, instant, line, ordinal, textUpTo } from "../fields.ts"

/**
 * What leads do with the team's memories: GET /v1/memories lists them, PUT /v1/memories/:id changes or approves one,
 * DELETE /v1/memories/:id removes one. All texts are masked.
 */

/** The most characters of a memory's sentence, and of the words of a wording. */
export const MAX_MEMORY_TEXT = 300
export const MAX_MEMORY_WORDS = 60

/** A page, or another memory, that says otherwise. */
const other = z.object({ id: textUpTo(500), title: line, url: z.optional(line) })
/**
 * A memory with its origin. A wording says `text` where it doesn't say `word`; a fact has no `word`. `used` says that
 * drafts use it now, and `durable` that enough agents wrote it on enough tickets. `edits` are the newest tickets.
 */
const memoryLine = z.object({
  id: z.uuid(),
  version: ordinal,
  kind: z.enum(["wording", "fact"]),
  language: textUpTo(35),
  word: line,
  text: line,
  state: z.enum(["proposed", "approved"]),
  durable: z.boolean(),
  used: z.boolean(),
  expired: z.boolean(),
  expires: instant,
  since: instant,
  tickets: count,
  agents: count,
  edits: answerList(z.object({ site: line, helpdesk: line, ticketId: line, at: instant })),
  /** Memories that contradict it. */
  conflicts: answerList(other),
  /** The page that says otherwise. */
  against: z.optional(other),
  by: z.nullable(line),
  at: z.nullable(instant)
})
export type MemoryLine = z.infer<typeof memoryLine>
/** `more` is the number of memories that aren't listed. */
export const memoriesAnswer = z.object({ memories: answerList(memoryLine), more: count })
export type MemoriesAnswer = z.infer<typeof memoriesAnswer>

/** What isn't given stays as it is. `version` is the one that the lead has seen. `expires` is the last day. */
export const memoryChange = z.object({
  version: ordinal,
  word: z.optional(textUpTo(MAX_MEMORY_WORDS)),
  text: z.optional(textUpTo(MAX_MEMORY_TEXT)),
  expires: z.optional(day)
})
export type MemoryChange = z.infer<typeof memoryChange>

export const memoryOperations = describeRoutes({
  "GET /v1/memories": {
    summary: "For leads: what the team writes, as agents' edits of drafts show it, each with its origin.",
    who: "lead",
    answers: { 200: answer("Those to decide first", memoriesAnswer) }
  },
  "PUT /v1/memories/:id": {
    summary: "For leads: approve a memory, as it is or changed, and say until when it lasts.",
    who: "lead",
    takesId: true,
    body: memoryChange,
    masks: ["word", "text"],
    answers: { 204: answer("Approved"), 422: UNMASKED }
  },
  "DELETE /v1/memories/:id": {
    summary: "For leads: remove a memory with its origin. It isn't proposed again.",
    who: "lead",
    takesId: true,
    answers: { 204: answer("Removed") }
  }
})
