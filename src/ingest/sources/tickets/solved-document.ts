import type { MailParts } from "../../../text/mail/mail-parts.ts"
import type { Person } from "../../../ticket/ticket.ts"
import type { ImportedDocument } from "../../source/source.ts"
import { MOST_CHARACTERS, type TicketMasker } from "./ticket-masker.ts"
import { type Language, LANGUAGES } from "../../../text/languages.ts"
import type { MaskedPair } from "./masked-pair.ts"
import { languageOfGaps } from "./gaps.ts"
import { plainMarkdown } from "../../formats/common/escape-markdown.ts"
import { isCourtesy } from "../../../checks/courtesy.ts"
import { languageOf } from "../../../text/language.ts"
import { sentences } from "../../../text/sentences.ts"

/** A public message of a solved ticket, as its author sent it. */
export interface PublicMail extends Omit<PublicMessage, "text"> {
  mail: MailParts
  /** The complete text, including quotes. */
  whole: string
}

export interface SolvedThread extends Pick<SolvedPair, "id" | "path" | "url" | "satisfaction" | "solved"> {
  subject: string
  tags: string[]
  /** Everybody who is known to be on the ticket, the requester first. */
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
  /** When the reply was written. */
  replied: string
  /** When the ticket was solved. */
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

/**
 * A public message of a ticket after cleaning, with only what its author newly wrote. Messages are in order, oldest
 * first.
 */
export interface PublicMessage {
  role: "customer" | "agent"
  /** The time is in ISO 8601. */
  at: string
  text: string
}

interface QuestionAndReply {
  question: string
  reply: string
  /** When the reply was written. */
  replied: string
  /** The language is an ISO 639-1 code. */
  language?: string
}

/**
 * Returns the reply that solved a ticket, and what the customer had written before it. "You're welcome" or a question
 * to the customer doesn't count as a reply.
 * @returns undefined if there is no question, or no reply with content of its own
 */
export function questionAndReplyOf(messages: readonly PublicMessage[]): QuestionAndReply | undefined {
  const customers = messages.filter(({ role, text }) => role === "customer" && text.trim() !== "")
  const language = languageOf(messages.map(({ text }) => text).join("\n"), LANGUAGES).language
  const at = messages.findLastIndex(({ role, text }) => role === "agent" && isSubstantial(text, language))
  const reply = messages[at]
  const before = customers.filter((message) => messages.indexOf(message) < at)
  if (!reply || before.length === 0) return undefined
  return {
    question: questionOf(before.map(({ text }) => text.trim())),
    reply: reply.text.trim().slice(0, LONGEST),
    replied: reply.at,
    ...(language !== null && { language })
  }
}

/** A question and a reply are each cut after this many characters. */
const LONGEST = 8_000
/** A reply needs this many letters outside of courtesies, counted as in an alphabetic script. */
const ENOUGH = 24
const DENSE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu

function isSubstantial(text: string, language: string | null): boolean {
  const matter = sentences(text, language)
    .filter((sentence) => !isCourtesy(sentence.text, language))
    .map((sentence) => sentence.text)
    .join(" ")
  return (matter.match(/[\p{L}\p{N}]/gu)?.length ?? 0) + 1.5 * (matter.match(DENSE)?.length ?? 0) >= ENOUGH
}

/** Joins the first message, which states the subject, and as many of the last messages as fit. */
function questionOf([first = "", ...others]: string[]): string {
  const texts: string[] = []
  let left = LONGEST - first.length
  for (const text of others.toReversed()) {
    left -= text.length + 2
    if (left < 0) break
    texts.unshift(text)
  }
  return [first.slice(0, LONGEST), ...texts].join("\n\n")
}

/**
 * Removes duplicates among people, whose name or address is "" if the helpdesk doesn't state it. People with neither
 * are left out.
 */
export function uniquePeople(people: readonly { name: string; email: string }[]): Person[] {
  const known = people.filter(({ name, email }) => name !== "" || email !== "")
  return [
    ...new Map(
      known.map(({ name, email }) => [
        JSON.stringify([name, email]),
        { ...(name !== "" && { name }), ...(email !== "" && { email }) }
      ])
    ).values()
  ]
}
