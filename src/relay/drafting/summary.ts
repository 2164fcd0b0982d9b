import { languageOfThread } from "../../text/language-of-thread.ts"
import { visibleReply } from "../../text/mail/visible-reply.ts"
import { sentences } from "../../text/sentences.ts"
import type { SummaryLine } from "../../ticket/draft.ts"
import type { MaskedMessage, MaskedTicket } from "../../ticket/masked-ticket.ts"
import type { Summariser } from "../../models/drafter/contract.ts"
import { runInWorkerIfLarge } from "../../runtime/worker-thread/run-in-worker.ts"
import { ticketSize } from "../../ticket/ticket-size.ts"
import { SUMMARY_PATTERNS, QUESTION_PATTERN, type SummaryPatterns } from "./summary-patterns.ts"

/**
 * Summarises the thread without a model. Its lines are sentences of the thread, word for word, each with its message.
 * Every kind of line comes at least once, with the text "" if nothing was found.
 */
export function createOfflineSummariser(): Summariser {
  return {
    name: "offline",
    async *summarise(ticket, signal) {
      for (const line of await runInWorkerIfLarge(ticketSize(ticket), LINES_JOB, ticket)) {
        signal.throwIfAborted()
        yield line
      }
    }
  }
}

interface Said {
  text: string
  message: MaskedMessage
}

/** Returns all lines at once. */
export function linesOf(ticket: MaskedTicket): SummaryLine[] {
  const customer = ticket.messages.filter(({ role }) => role === "customer")
  const language = languageOfThread(ticket)
  const marks = (language ? SUMMARY_PATTERNS[language] : undefined) ?? {}
  const said = (messages: MaskedMessage[]) =>
    messages.slice(-MESSAGES).flatMap((message) => saidIn(message, language, marks))
  const fromCustomer = said(customer)
  const answered = ticket.messages.findLastIndex(({ role }) => role === "agent")
  const waiting = said(ticket.messages.slice(answered + 1).filter(({ role }) => role === "customer"))
  const wants = wantsOf(fromCustomer, marks, ticket)
  const asked = waiting.filter((one) => asks(one, marks))
  const open = asked.filter(({ text }) => text !== wants[0]?.text)
  return [
    ...lines("wants", wants),
    ...lines(
      "tried",
      fromCustomer.filter(({ text }) => marks.tried?.test(text) && !QUESTION_PATTERN.test(text)).slice(-LINES)
    ),
    ...lines(
      "promised",
      said(ticket.messages.filter(({ role }) => role === "agent"))
        .filter(({ text }) => isPromise(text, marks))
        .slice(-LINES)
    ),
    // The customer's wish may be the only open question.
    ...lines("open", (open.length ? open : asked).slice(0, LINES))
  ]
}

const CHARACTERS = 20_000
/** How many messages of each side are read. The newest are taken, because they give the current state. */
const MESSAGES = 40
const LINES = 3
const LONGEST_LINE = 300

/**
 * Finds what the customer wants. It is the wish in the last message that asks for something, or else the first question
 * of that message. If no message asks for anything, it is the customer's first sentence, or else the ticket's subject.
 */
function wantsOf(fromCustomer: Said[], marks: SummaryPatterns, ticket: MaskedTicket): Said[] {
  const last = fromCustomer.findLast((one) => asks(one, marks))
  const asking = last ? fromCustomer.filter((one) => one.message === last.message && asks(one, marks)) : []
  const best =
    asking.find(({ text }) => marks.wish?.test(text)) ??
    asking.find(({ text }) => QUESTION_PATTERN.test(text)) ??
    asking[0] ??
    fromCustomer[0]
  if (best) return [best]
  const [message] = ticket.messages
  return message && /\p{L}/u.test(ticket.subject) ? [{ text: ticket.subject, message }] : []
}

const asks = ({ text }: Said, marks: SummaryPatterns) =>
  QUESTION_PATTERN.test(text) || marks.wish?.test(text) === true || marks.request?.test(text) === true
const isPromise = (text: string, marks: SummaryPatterns) =>
  !QUESTION_PATTERN.test(text) && marks.promise?.test(text) === true

/** Returns the sentences that the writer added, without quotes, greetings and closings. */
function saidIn(message: MaskedMessage, language: string | null, { courtesy }: SummaryPatterns): Said[] {
  return sentences(visibleReply(message.text.slice(0, CHARACTERS)).visible, language)
    .map(({ text }) => ({ text: text.replace(/\s+/g, " "), message }))
    .filter(({ text }) => /\p{L}{2}/u.test(text) && !/[,،、]$/.test(text) && !courtesy?.test(text))
}

function lines(kind: SummaryLine["kind"], said: Said[]): SummaryLine[] {
  if (!said.length) return [{ kind, text: "" }]
  return said.map(({ text, message }) => ({
    kind,
    text: text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE - 1)}…` : text,
    messageId: message.id
  }))
}

const LINES_JOB = { module: import.meta.url, run: linesOf }
