import * as z from "zod/mini"
import { answerList, line, record, score, longText, textUpTo, storedSite } from "./fields.ts"
import { outcome } from "./outcome.ts"
import { maskedMessage, ticketContent } from "./relay.ts"

/**
 * The schemas for what was stored before the bounds on requests were as narrow as they are now, so that a case of last
 * month still opens. Once the retention time has passed since then, everything stored is within the bounds of `outcome`
 * and `maskedTicket`.
 */
const time = z.optional(textUpTo(100))
export const storedOutcome = z.extend(outcome, {
  site: storedSite,
  helpdesk: textUpTo(60),
  ticketId: textUpTo(200),
  messageId: z.optional(textUpTo(200)),
  language: z.nullable(line),
  model: textUpTo(200),
  pipelineVersion: textUpTo(100),
  filledBlanks: score,
  times: z.object({ opened: time, firstText: time, ready: time, used: time, rejected: time, sent: time })
})
const storedMessage = z.extend(maskedMessage, {
  id: textUpTo(200),
  at: textUpTo(40),
  attachments: z.optional(answerList(textUpTo(300)))
})
/** The ticket that a draft was made from, without its site. */
export const storedTicketContent = z.extend(ticketContent, {
  helpdesk: textUpTo(60),
  ticketId: textUpTo(200),
  version: textUpTo(200),
  locale: z.optional(textUpTo(35)),
  tags: answerList(textUpTo(300)),
  fields: z.optional(record(line, longText, 100_000)),
  messages: answerList(storedMessage)
})
/** The ticket as the relay stores it. */
export const storedTicket = z.extend(storedTicketContent, { site: storedSite })
