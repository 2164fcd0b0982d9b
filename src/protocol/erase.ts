import * as z from "zod/mini"
import { site } from "./site.ts"

/**
 * DELETE /v1/tickets/:helpdesk/:ticketId?site=...: everything that is kept of a ticket. The site stands behind the
 * question mark because proxies take a path with an encoded slash apart, or refuse it.
 */
export const eraseQuery = z.object({
  site,
  /** For leads and admins: also what colleagues told of a ticket of this number before sites were told. */
  unknown: z.optional(z.enum(["true", "false"]))
})

const count = z.number().check(z.int(), z.minimum(0))
/**
 * `unknown`: drafts and outcomes of a ticket of this number that stay, because nobody can say at which site it stands.
 */
export const eraseAnswer = z.object({ drafts: count, outcomes: count, unknown: count })
export type EraseAnswer = z.infer<typeof eraseAnswer>
