import * as z from "zod/mini"
import { answered, line, record, score, text, words } from "./fields.ts"
import { outcome } from "./outcome.ts"
import { maskedMessage, ticketContent } from "./relay.ts"
import { storedSite } from "./site.ts"

/**
 * What was stored before the bounds on what comes in were as narrow as they are: a case of last month still opens. Once
 * the retention time has passed since, everything stored keeps to the bounds of `outcome` and `maskedTicket`.
 */
const time = z.optional(words(100))
export const storedOutcome = z.extend(outcome, {
  site: storedSite,
  helpdesk: words(60),
  ticketId: words(200),
  messageId: z.optional(words(200)),
  language: z.nullable(line),
  model: words(200),
  pipelineVersion: words(100),
  filledBlanks: score,
  times: z.object({ opened: time, firstText: time, ready: time, used: time, rejected: time, sent: time })
})
const storedMessage = z.extend(maskedMessage, {
  id: words(200),
  at: words(40),
  attachments: z.optional(answered(words(300)))
})
/** A ticket as it was drafted from, without its site. */
export const storedTicketContent = z.extend(ticketContent, {
  helpdesk: words(60),
  ticketId: words(200),
  version: words(200),
  locale: z.optional(words(35)),
  tags: answered(words(300)),
  fields: z.optional(record(line, text, 100_000)),
  messages: answered(storedMessage)
})
/** As the relay keeps it. */
export const storedTicket = z.extend(storedTicketContent, { site: storedSite })
