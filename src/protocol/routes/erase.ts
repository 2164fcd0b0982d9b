import { ticketPath } from "../relay.ts"
import { answer, describeRoutes } from "./describe/operation.ts"
import * as z from "zod/mini"
import { site } from "../fields.ts"

/**
 * DELETE /v1/tickets/:helpdesk/:ticketId?site=... erases everything that is stored about a ticket. The site is a query
 * parameter, because some proxies split or refuse a path with an encoded slash.
 */
const eraseQuery = z.object({
  site,
  /**
   * For leads and admins: also erases what colleagues reported about a ticket of this number before reports included
   * the site.
   */
  unknown: z.optional(z.enum(["true", "false"]))
})

const count = z.number().check(z.int(), z.minimum(0))
/** `unknown` counts drafts and outcomes of a ticket of this number that stay, because their site isn't known. */
export const eraseAnswer = z.object({ drafts: count, outcomes: count, unknown: count })
export type EraseAnswer = z.infer<typeof eraseAnswer>

export const eraseOperations = describeRoutes({
  "DELETE /v1/tickets/:helpdesk/:ticketId": {
    summary: "Erase everything stored of a ticket.",
    who: "agent",
    path: ticketPath,
    query: eraseQuery,
    answers: { 200: answer("How much there was", eraseAnswer) }
  }
})
