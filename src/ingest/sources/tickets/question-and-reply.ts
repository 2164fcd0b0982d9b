import { isCourtesy } from "../../../checks/courtesy.ts"
import { languageOf } from "../../../text/language.ts"
import { LANGUAGES } from "../../../text/languages.ts"
import { sentences } from "../../../text/sentences.ts"

/** A public message of a ticket, cleaned: what its writer wrote anew. Oldest first. */
export interface PublicMessage {
  role: "customer" | "agent"
  /** ISO 8601. */
  at: string
  text: string
}

export interface QuestionAndReply {
  question: string
  reply: string
  /** When the reply was written. */
  replied: string
  /** ISO 639-1. */
  language?: string
}

/**
 * The reply that solved a ticket, and what the customer had written before it. "You're welcome" and a mere question
 * back are no reply.
 * @returns undefined where nobody asked, or nobody answered with matter of its own
 */
export function questionAndReplyOf(turns: readonly PublicMessage[]): QuestionAndReply | undefined {
  const customers = turns.filter(({ role, text }) => role === "customer" && text.trim() !== "")
  const language = languageOf(turns.map(({ text }) => text).join("\n"), LANGUAGES).language
  const at = turns.findLastIndex(({ role, text }) => role === "agent" && isSubstantial(text, language))
  const reply = turns[at]
  const before = customers.filter((turn) => turns.indexOf(turn) < at)
  if (!reply || before.length === 0) return undefined
  return {
    question: questionOf(before.map(({ text }) => text.trim())),
    reply: reply.text.trim().slice(0, LONGEST),
    replied: reply.at,
    ...(language !== null && { language })
  }
}

/** Characters of a question and of a reply that are kept. */
const LONGEST = 8_000
/** Letters that say something, as an alphabet counts them. */
const ENOUGH = 24
const DENSE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu

function isSubstantial(text: string, language: string | null): boolean {
  const matter = sentences(text, language)
    .filter((sentence) => !isCourtesy(sentence.text, language))
    .map((sentence) => sentence.text)
    .join(" ")
  return (matter.match(/[\p{L}\p{N}]/gu)?.length ?? 0) + 1.5 * (matter.match(DENSE)?.length ?? 0) >= ENOUGH
}

/** The first message, which says what it is about, and as many of the last as there is room for. */
function questionOf([first = "", ...others]: string[]): string {
  const kept: string[] = []
  let left = LONGEST - first.length
  for (const text of others.toReversed()) {
    left -= text.length + 2
    if (left < 0) break
    kept.unshift(text)
  }
  return [first.slice(0, LONGEST), ...kept].join("\n\n")
}
