import * as z from "zod/mini"
import { count, line } from "../fields.ts"

/** Whether requests should be sent to this relay, with a sentence for each reason why not. */
export const readiness = z.object({
  ready: z.boolean(),
  reasons: z
    .array(
      z.object({
        code: z.enum(["database-down", "database-behind", "silent", "shutting-down"]),
        message: line,
        /** The missing steps, or the seconds, that the sentence names. */
        count: z.optional(count)
      })
    )
    .check(z.maxLength(3)),
  /** What is done without at the moment. It is no reason to send requests elsewhere. */
  notes: z.array(z.object({ code: z.enum(["replica-away", "replica-behind"]), message: line })).check(z.maxLength(1))
})
export type Readiness = z.infer<typeof readiness>
