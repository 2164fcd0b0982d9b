import * as z from "zod/mini"
import { answerList, day, instant, line, ordinal, textUpTo } from "./fields.ts"
import { role } from "./relay.ts"

/**
 * GET /v1/audit and GET /v1/audit/export, for admins: who did what to which ids, newest first. Times are ISO 8601.
 */

/** `from` and `to` are the first and last day, both included, in UTC. */
export const auditFilter = z.object({
  action: z.optional(textUpTo(60).check(z.regex(/^[a-z-]+$/))),
  from: z.optional(day),
  to: z.optional(day)
})
/**
 * `before` is the `next` of the previous page. The
 * default is the newest 50 of all.
 */
export const auditQuery = z.extend(auditFilter, {
  before: z.optional(textUpTo(18).check(z.regex(/^\d{1,18}$/))),
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)))
})
export type AuditQuery = z.infer<typeof auditQuery>

/**
 * `person` is null when the relay no longer knows them. `ids` names the objects of the action, and describes a setting
 * in words. It holds no content.
 */
const auditEntry = z.object({
  id: textUpTo(20),
  at: instant,
  person: z.nullable(z.object({ name: line, role })),
  action: textUpTo(60),
  ids: answerList(line)
})
export type AuditEntry = z.infer<typeof auditEntry>
/** `actions` lists every kind that has an entry. `days` says how long an entry is kept. */
export const auditAnswer = z.object({
  entries: answerList(auditEntry),
  next: z.nullable(textUpTo(20)),
  actions: answerList(textUpTo(60)),
  days: ordinal
})
export type AuditAnswer = z.infer<typeof auditAnswer>
