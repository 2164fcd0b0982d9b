import { isCourtesy } from "../../../checks/courtesy.ts"
import { languageOf } from "../../../text/language.ts"
import { LANGUAGES } from "../../../text/languages.ts"
import { sentences } from "../../../text/sentences.ts"

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

export interface QuestionAndReply {
  question: string
  reply: string
  /** This is when the reply was written. */
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
