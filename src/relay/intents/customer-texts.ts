import { visibleReply } from "../../text/mail/mail-parts.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"

/** Returns what the customer wrote in each message, without what it quotes. */
export const customerTexts = ({ messages }: Pick<MaskedTicket, "messages">): string[] =>
  messages.filter(({ role }) => role === "customer").map(({ text }) => visibleReply(text.slice(0, CHARACTERS)).visible)

const CHARACTERS = 10_000
