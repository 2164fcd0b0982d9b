import * as z from "zod/mini"
import { PAGE_PARTS } from "../../ticket/page-part.ts"
import { answerList, count, day, helpdesk, largeCount, list, softwareVersion, textUpTo } from "../fields.ts"

/**
 * How the pages of helpdesks fit what this version knows: POST /v1/page-fits counts it. It holds no word of a page, no
 * ticket and no person.
 */

/** The part that stands for all of them: a page of which each part fits. */
export const EVERY_PART = "every part"
export const FIT_PARTS = [...PAGE_PARTS, EVERY_PART] as const
export type FitPart = (typeof FIT_PARTS)[number]

/** What one browser counted since it last told. */
export const fitReport = z.object({
  extension: softwareVersion,
  counts: list(
    z.object({
      helpdesk,
      /** A part that doesn't fit, or every part that does. */
      part: z.enum(FIT_PARTS),
      /** The helpdesk's version, where its page says it. */
      product: z.optional(softwareVersion),
      /** On how many tickets it was seen. */
      tickets: z.int32().check(z.minimum(1), z.maximum(1000)),
      /** Whether this browser tells of this part for the first time on this day (UTC). */
      first: z.boolean()
    }),
    50
  ).check(z.minLength(1))
})
export type FitReport = z.infer<typeof fitReport>

/** The counts of a day, in the answer of GET /v1/admin/status. `product` is "" where no page said it. */
export const fitDay = z.object({
  day,
  helpdesk,
  part: z.enum(FIT_PARTS),
  extension: textUpTo(30),
  product: textUpTo(30),
  browsers: count,
  tickets: largeCount
})
export type FitDay = z.infer<typeof fitDay>
export const fitDays = answerList(fitDay)
