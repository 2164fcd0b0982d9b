import { sentences } from "../../text/sentences.ts"
import type { MaskedMessage, MaskedTicket } from "../../ticket/masked.ts"
import { ownWords } from "../knowledge/query.ts"
import { stems } from "../knowledge/stems.ts"
import { MARKS } from "./summary-marks.ts"
import type { Voice } from "./voice.ts"

/** What the letter has to answer. */
export interface CustomerQuestion {
  /** Weight of each stem that was asked for: how much the word tells, more where it stands in a question, less when it is old. */
  weights: Map<string, number>
  /** Kinds of fact that are asked for. */
  kinds: FactKind[]
  /** The customer's words that wait for an answer. */
  text: string
  trouble: boolean
  /** Somebody has answered before. */
  again: boolean
}

export interface FactKind {
  asked: RegExp
  /** How a sentence looks that gives it. */
  given: RegExp
}

/**
 * Reads what waits for an answer: the customer's messages since the agent's last one, else the last.
 * @returns undefined when nothing is asked: no customer message, no words, or thanks alone.
 */
export function questionOf(ticket: MaskedTicket, idf: (word: string) => number, language: string, voice: Voice): CustomerQuestion | undefined {
  const waiting = waitingMessages(ticket)
  const text = waiting.map(({ text }) => ownWords(text)).join("\n\n")
  const asked = sentences(text, language).map((sentence) => sentence.text).filter((sentence) => !voice.thanks.test(sentence))
  if (!asked.some((sentence) => /\p{L}{2}/u.test(sentence))) return undefined
  const weights = new Map<string, number>()
  const weigh = (part: string, factor: number) => {
    for (const word of new Set(stems(part, language))) {
      const weight = idf(word) * factor
      if (weight > (weights.get(word) ?? 0)) weights.set(word, weight)
    }
  }
  for (const { role, text } of ticket.messages) if (role === "customer") weigh(ownWords(text), OLD)
  weigh(ticket.subject, 1)
  const asks = asked.filter((sentence) => /\?\W*$/.test(sentence) || REQUEST.test(sentence))
  for (const sentence of asked) weigh(sentence, asks.includes(sentence) ? ASKED : 1)
  const news = new Set([ticket.subject, ...asked.filter((sentence) => !MARKS[language]?.tried?.test(sentence))].flatMap((part) => stems(part, language)))
  for (const word of behind(ticket, language)) if (!news.has(word)) weights.set(word, (weights.get(word) ?? 0) * BEHIND)
  return {
    weights,
    kinds: KINDS.filter((kind) => asked.some((sentence) => kind.asked.test(sentence))),
    text,
    trouble: voice.trouble.test(`${ticket.subject}\n${text}`),
    again: ticket.messages.some(({ role }) => role === "agent")
  }
}

/** Words of what the agent has said and the customer has tried: to be told it again is no answer. */
function behind(ticket: MaskedTicket, language: string): Set<string> {
  const tried = MARKS[language]?.tried
  const parts = ticket.messages.flatMap(({ role, text }) => {
    const own = ownWords(text)
    return role === "agent" ? [own] : sentences(own, language).map((sentence) => sentence.text).filter((sentence) => tried?.test(sentence))
  })
  return new Set(parts.flatMap((part) => stems(part, language)))
}

/** The customer's messages since the agent wrote last; the last one when the agent wrote last. */
export function waitingMessages(ticket: MaskedTicket): MaskedMessage[] {
  const from = ticket.messages.findLastIndex(({ role }) => role === "agent")
  const waiting = ticket.messages.slice(from + 1).filter(({ role }) => role === "customer")
  return waiting.length ? waiting : ticket.messages.filter(({ role }) => role === "customer").slice(-1)
}

const OLD = 0.5
const ASKED = 1.5
const BEHIND = 0.25

/** "Please ...", "I would like ...", "let me know ...": a question without its mark. */
export const REQUEST = /\b(?:please|pls|can you|could you|would you|i(?:'d| would) (?:like|rather|prefer)|i (?:want|need|wish|expect|hope to)|we (?:want|need|would like)|let (?:me|us) know|tell (?:me|us)|how (?:do|can|long|much)|send (?:me|us|back)|confirm)\b/i

const DURATION = /\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|fourteen|thirty)(?: to (?:\d+|\w+))? (?:working |business )?(?:minutes?|hours?|days?|weeks?|months?|years?)\b|\bevery \w+day\b|\bat once\b/i
const MONEY = /[€$£¥]\s?\d|\d\s?(?:€|%|percent|euros?|pounds?)|\bfree\b|\bno (?:charge|fee|cost)/i

const KINDS: FactKind[] = [
  { asked: /\b(?:how long|how soon|how many (?:days|weeks|hours)|when|until when|what day|which day|still|yet|too late|deadline)\b/i, given: DURATION },
  { asked: /\b(?:how much|costs?|costing|prices?|fees?|charges?|pay|free|refund(?:ed)?|money|credit)\b/i, given: MONEY },
  { asked: /\b(?:can i|can we|may i|am i|are we|is it|allowed|possible|do i have to|must i|does it|do you)\b/i, given: /\b(?:can(?:'t|not)?|may|must|only|(?:isn|aren|don|doesn)'t|not|need)\b/i },
  { asked: /\b(?:how (?:do|can|to|could)|where (?:do|can|is|are)|what (?:do|can|should|have|am|must|now|happens)|help|stuck|sort it)\b/i, given: /\s>\s|^(?:\d+\. |- )?(?:Open|Go|Press|Tap|Choose|Click|Use|Send|Tell|Write|Enter|Switch|Unplug|Hold|Print|Ask|Download|Start|To)\b/ }
]
