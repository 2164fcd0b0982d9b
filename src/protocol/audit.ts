import * as z from "zod/mini"
import { answered, day, instant, line, ordinal, words } from "./fields.ts"
import { role } from "./relay.ts"

/** GET /v1/audit, for admins: who did what to which ids, newest first. Times are ISO 8601. */

/**
 * `from`, `to`: first and last day, both counted, UTC. `before`: the `next` of the page before. Unless told: the newest
 * 50 of all.
 */
export const auditQuery = z.object({
  action: z.optional(words(60).check(z.regex(/^[a-z-]+$/))),
  from: z.optional(day),
  to: z.optional(day),
  before: z.optional(words(18).check(z.regex(/^\d{1,18}$/))),
  limit: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(200)))
})
export type AuditQuery = z.infer<typeof auditQuery>

/**
 * `person` is null where the relay knows them no more. `ids`: of what was done to, and in words what was set; no
 * content.
 */
const auditEntry = z.object({
  id: words(20),
  at: instant,
  person: z.nullable(z.object({ name: line, role })),
  action: words(60),
  ids: answered(line)
})
export type AuditEntry = z.infer<typeof auditEntry>
/** `actions`: every kind that there is an entry of. `days`: how long an entry is kept. */
export const auditAnswer = z.object({
  entries: answered(auditEntry),
  next: z.nullable(words(20)),
  actions: answered(words(60)),
  days: ordinal
})
export type AuditAnswer = z.infer<typeof auditAnswer>
