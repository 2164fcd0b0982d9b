import type { MailParts } from "../../../text/mail/mail-parts.ts"
import type { Person } from "../../../ticket/ticket.ts"
import type { ImportedDocument } from "../../source/source.ts"
import { MOST_CHARACTERS, type TicketMasker } from "./ticket-masker.ts"
import { questionAndReplyOf, type PublicMessage } from "./question-and-reply.ts"
import type { Language } from "../../../text/languages.ts"
import type { MaskedPair } from "./masked-pair.ts"
import { languageOfGaps } from "./gaps.ts"
import { plainMarkdown } from "./plain-markdown.ts"

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

interface SolvedPair {
  id: string
  path: string
  url?: string
  pair: MaskedPair
  locale?: string
  satisfaction?: "good" | "bad"
  /** This is when the reply was written. */
  replied: string
  /** This is when the ticket was solved. */
  solved?: string
}

/** Makes the document of a solved ticket. It is shown to agents and never quoted to a customer. */
export function ticketDocument({
  id,
  path,
  url,
  pair: { subject, question, reply, tags },
  locale,
  satisfaction,
  replied,
  solved
}: SolvedPair): ImportedDocument {
  const words = HEADINGS[languageOfGaps(locale)]
  return {
    id,
    path,
    title: subject.slice(0, MAX_TITLE) || path,
    kind: "ticket",
    visibility: "internal",
    groups: [],
    changed: solved ?? replied,
    body: `## ${words.question}\n\n${plainMarkdown(question)}\n\n## ${words.reply}\n\n${plainMarkdown(reply)}`,
    ...(url !== undefined && { url }),
    ...(locale !== undefined && { locale }),
    details: { kind: "ticket", question, reply, tags, replied, ...(satisfaction && { satisfaction }) }
  }
}

const MAX_TITLE = 300
const HEADINGS: Record<Language, { question: string; reply: string }> = {
  en: { question: "Question", reply: "Reply" },
  de: { question: "Frage", reply: "Antwort" },
  fr: { question: "Question", reply: "Réponse" },
  es: { question: "Pregunta", reply: "Respuesta" },
  pt: { question: "Pergunta", reply: "Resposta" },
  ja: { question: "質問", reply: "回答" }
}
