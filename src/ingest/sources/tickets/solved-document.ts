import type { MailParts } from "../../../text/mail/mail-parts.ts"
import type { Person } from "../../../ticket/ticket.ts"
import type { ImportedDocument } from "../../source/source.ts"
import { MOST_CHARACTERS, type TicketMasker } from "./ticket-masker.ts"
import { questionAndReplyOf, type PublicMessage } from "./question-and-reply.ts"
import { ticketDocument, type SolvedPair } from "./ticket-document.ts"

/** A public message of a solved ticket, as its author sent it. */
export interface PublicMail extends Omit<PublicMessage, "text"> {
  mail: MailParts
  /** The complete text, including quotes. */
  whole: string
}

export interface SolvedThread extends Pick<SolvedPair, "id" | "path" | "url" | "satisfaction" | "solved"> {
  subject: string
  tags: string[]
  /** This is everybody who is known to be on the ticket, the requester first. */
  people: Person[]
  /** The messages are in order, oldest first. */
  written: readonly PublicMail[]
}

/**
 * Returns a solved ticket as question and reply, with gaps in place of personal data.
 * @returns undefined if there is no question, or no reply with content of its own
 * @throws DocumentError if it can't be masked; the signal's reason
 */
export async function solvedDocument(
  { subject, tags, people, written, ...about }: SolvedThread,
  masker: TicketMasker,
  signal: AbortSignal
): Promise<ImportedDocument | undefined> {
  const pair = questionAndReplyOf(written.map(({ role, at, mail }) => ({ role, at, text: mail.visible })))
  if (!pair) return undefined
  const { question, reply, replied, language: locale } = pair
  const said = around(
    written.map(({ whole }) => whole),
    question.length + reply.length
  )
  const masked = await masker.mask(
    { subject, question, reply, tags, people, around: said, ...(locale && { locale }) },
    signal
  )
  return ticketDocument({ ...about, pair: masked, replied, ...(locale && { locale }) })
}

/** Returns complete mails, the newest first, as many as may be masked beside question and reply. */
function around(wholes: string[], taken: number): string[] {
  let left = MOST_CHARACTERS / 2 - taken
  return wholes.toReversed().filter((whole) => (left -= whole.length) >= 0)
}
