import { customerName } from "../../checks/tone/voice/customer-name.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import type { ChosenSample } from "./choose-samples.ts"

/**
 * Returns a sample ticket as a browser would send it, and what puts the names back into a letter. Which names it has is
 * known, so nothing needs to be found.
 */
export function maskSample({ agent, language, channel, subject, requester, text }: ChosenSample): {
  ticket: MaskedTicket
  restore: (letter: string) => string
} {
  const { first } = customerName(requester)
  const names: Readonly<Record<string, string>> = {
    [REQUESTER]: requester,
    [AGENT]: agent,
    ...(first !== undefined && { [FIRST]: first })
  }
  const ticket: MaskedTicket = {
    helpdesk: "sample",
    ticketId: "1",
    version: "1",
    subject,
    requester: REQUESTER,
    ...(first !== undefined && { firstName: FIRST }),
    agent: AGENT,
    channel,
    locale: language,
    tags: [],
    messages: [
      {
        id: "1",
        role: "customer",
        author: REQUESTER,
        at: "2026-11-19T08:00:00Z",
        text: text.replaceAll(requester, REQUESTER)
      }
    ]
  }
  return { ticket, restore: (letter) => letter.replace(/\[PERSON_\d\]/g, (gap) => names[gap] ?? gap) }
}

const REQUESTER = "[PERSON_1]"
const AGENT = "[PERSON_2]"
const FIRST = "[PERSON_3]"
