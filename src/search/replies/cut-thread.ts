import { languageOfThread } from "../../text/language-of-thread.ts"
import type { MaskedTicket } from "../../ticket/masked.ts"
import { ownWords } from "../query/query.ts"
import { cutText, type CutText } from "./cut.ts"
import type { ThreadJob } from "../../runtime/thread/beside.ts"

export interface CutTurn {
  /** The subject stands last, as if it had been said before all else. */
  role: "customer" | "agent" | "subject"
  text: CutText
}

/** The public turns of a ticket as `rankReplies` takes them, newest first, without the mail they quote. */
export function cutThread(ticket: Pick<MaskedTicket, "subject" | "messages" | "locale">): CutTurn[] {
  const language = languageOfThread(ticket)
  const cut = (role: CutTurn["role"], text: string): CutTurn[] => {
    const own = ownWords(text)
    return /[\p{L}\p{N}]/u.test(own) ? [{ role, text: cutText(own, language) }] : []
  }
  return [
    ...ticket.messages
      .slice(-MESSAGES)
      .reverse()
      .flatMap(({ role, text }) => (role === "system" ? [] : cut(role, text))),
    ...cut("subject", ticket.subject)
  ]
}

const MESSAGES = 20

/** For large tickets, in the thread beside. */
export const cutThreadJob = { module: import.meta.url, run: cutThread } satisfies ThreadJob<
  Parameters<typeof cutThread>,
  ReturnType<typeof cutThread>
>
