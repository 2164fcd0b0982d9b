import { findInjection } from "../../checks/find-injection.ts"
import { languageOfThread } from "../../text/language-of-thread.ts"
import { visibleReply } from "../../text/mail/visible-reply.ts"
import { sentences } from "../../text/sentences.ts"
import { contentWords } from "../../text/words/words.ts"
import type { SummaryLine } from "../../ticket/draft.ts"
import type { MaskedMessage, MaskedTicket } from "../../ticket/masked-ticket.ts"
import type { Summariser } from "../../models/drafter/contract.ts"
import { runInWorkerIfLarge } from "../../runtime/worker-thread/run-in-worker.ts"
import { ticketSize } from "../../ticket/ticket-size.ts"
import { moodOf } from "./summary/mood.ts"
import { agentActs, courtesyOf, customerActs, type SpeechActs } from "./summary/speech-acts.ts"
import { timeLimitIn } from "./summary/time-limit.ts"

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
  /** The place of the message in the thread. */
  at: number
  acts: SpeechActs
}

/** Returns all lines at once. */
export function linesOf(ticket: MaskedTicket): SummaryLine[] {
  const language = languageOfThread(ticket)
  const said = withoutCorrected(ticket.messages.flatMap((message, at) => saidIn(message, at, language)))
  const customer = said.filter(({ message }) => message.role === "customer").slice(-SENTENCES)
  const agent = said.filter(({ message }) => message.role === "agent").slice(-SENTENCES)
  const asks = withoutWithdrawn(customer, language)
  const promises = [...agent, ...customer].filter(({ acts }) => acts.isPromise).sort((a, b) => a.at - b.at)
  return [
    ...lines("wants", chosen(asks.length > 0 ? asks : firstWords(customer, ticket), isWish, WISHES)),
    ...lines("tried", customer.filter(({ acts }) => acts.isTried).slice(-LINES)),
    ...lines(
      "promised",
      chosen(promises, (one) => timeLimitIn(one.text, language) !== undefined),
      language
    ),
    ...lines("open", openOf(ticket, { asks, agent, promises }).slice(0, LINES)),
    { kind: "mood", text: moodOf(customer.length > 0 ? textsOf(ticket) : [], language) }
  ]
}

const CHARACTERS = 20_000
/** How many sentences of each side are read. The newest are taken, because they give the current state. */
const SENTENCES = 400
const LINES = 4
const WISHES = 5
const LONGEST_LINE = 300

/** Returns the sentences that the writer added, without quotes, greetings, closings and instructions to a machine. */
function saidIn(message: MaskedMessage, at: number, language: string | null): Said[] {
  const { visible } = visibleReply(message.text.slice(0, CHARACTERS))
  const courtesy = courtesyOf(language)
  return ownWords(message, visible)
    .split("\n")
    .filter((line) => findInjection(line) === undefined)
    .join("\n")
    .split(/\n{2,}/)
    .flatMap((paragraph) => sentences(paragraph, language))
    .map(({ text }) => text.replace(/\s+/g, " "))
    .filter((text) => /\p{L}{2}/u.test(text) && !/[,،、]$/.test(text) && !courtesy?.test(text))
    .map((text) => ({
      text,
      message,
      at,
      acts: message.role === "customer" ? customerActs(text, language) : agentActs(text, language)
    }))
}

/** A customer writes no internal note, and what stands below a mail's header is somebody else's. */
const ownWords = ({ role }: MaskedMessage, text: string): string =>
  role === "customer" ? text.slice(0, FOREIGN.exec(text)?.index ?? text.length) : text
const FOREIGN =
  /^[-=_* ]*(?:internal note|interne notiz|note interne|nota interna|社内メモ)|^(?:from|von|de|da) ?: .*\n(?:to|an|à|a|para) ?: /imu

const textsOf = ({ messages }: MaskedTicket): string[] =>
  messages.filter(({ role }) => role === "customer").map(({ text }) => visibleReply(text.slice(0, CHARACTERS)).visible)

/** Leaves out sentences with a figure that the same side corrected later: "the 14th, not the 4th". */
function withoutCorrected(said: Said[]): Said[] {
  const corrections = said.flatMap((one) => {
    const [, before, after] = CORRECTED.exec(one.text) ?? []
    const figure = before ?? after
    return figure === undefined ? [] : [{ one, figure: new RegExp(`(?<!\\d)${RegExp.escape(figure)}(?!\\d)`, "u") }]
  })
  return said.filter(
    ({ at, text, message }) =>
      !corrections.some(({ one, figure }) => one.at > at && one.message.role === message.role && figure.test(text))
  )
}
const CORRECTED =
  /(?<!\p{L})(?:not|nicht|pas|no|não) (?:the |am |den |le |la |el |a |o |on |at )?([£€$]?\d[\d.,:]*\d|\d)|(\d[\d.,:]*)[^、。]{0,4}ではなく/iu

/**
 * Returns what the customer asks for, without what was taken back: the asks of the message before, and earlier ones in
 * the same words. Who takes something back mostly says what is wanted instead.
 */
function withoutWithdrawn(customer: Said[], language: string | null): Said[] {
  const gone = new Set<Said>()
  for (const taken of customer.filter(({ acts }) => acts.isWithdrawal)) {
    const before = customer.filter(({ at }) => at < taken.at)
    const last = before.at(-1)?.at
    const words = new Set(contentWords(taken.text, language))
    for (const one of before)
      if (one.at === last || contentWords(one.text, language).some((word) => words.has(word))) gone.add(one)
  }
  return customer.filter((one) => (one.acts.isAsk || one.acts.isWithdrawal) && !gone.has(one))
}

/** Returns at most so many, the newest of those that tell most and then the newest others, in the thread's order. */
function chosen(said: Said[], tellsMost: (one: Said) => boolean, most = LINES): Said[] {
  const kept = new Set([...said.filter(tellsMost).slice(-most), ...said.toReversed()].slice(0, most))
  return said.filter((one) => kept.has(one))
}

/** A wish or a request tells more than a question. */
const isWish = ({ acts }: Said) => !acts.isQuestion || acts.isRequest

/** If nothing is asked for, the first sentence or else the subject says what it is about. */
function firstWords([first]: Said[], { messages, subject }: MaskedTicket): Said[] {
  if (first) return [first]
  const [message] = messages
  return message && /\p{L}/u.test(subject) ? [{ text: subject, message, at: 0, acts: agentActs("", null) }] : []
}

/**
 * Returns what is still to be done. After a customer's message with a question or a request, these are its asks. Else it
 * is what the agent asked for, if the customer is going to send it; the first ask, if the customer has sent it; or the
 * team's last promises. After an agent's message, it is what the agent asked for or else promised.
 */
function openOf(
  { messages }: MaskedTicket,
  { asks, agent, promises }: { asks: Said[]; agent: Said[]; promises: Said[] }
): Said[] {
  const answered = messages.findLastIndex(({ role }) => role === "agent")
  const waiting = asks.filter(({ at, acts }) => at > answered && acts.isAsk)
  const pressing = waiting.filter(({ acts }) => acts.isQuestion || acts.isRequest)
  if (answered < 0 || pressing.length > 0) return waiting
  const needed = agent.filter(({ at, acts }) => at === answered && acts.isRequest)
  const isAgentLast = answered === messages.length - 1
  const isSending = promises.some(({ message, at }) => message.role === "customer" && at > answered)
  if (needed.length > 0 && (isAgentLast || isSending)) return needed
  const turns = [...new Set(agent.map(({ at }) => at))].slice(isAgentLast ? -1 : -2)
  const promised = promises.filter(({ message, at }) => message.role === "agent" && turns.includes(at))
  // What the agent asked for was sent, so the customer's own asks wait again.
  if (needed.length > 0 && asks.length > 0) return asks.slice(0, 1)
  return promised.length > 0 ? promised : waiting
}

function lines(kind: SummaryLine["kind"], said: Said[], language: string | null = null): SummaryLine[] {
  if (!said.length) return [{ kind, text: "" }]
  return said.map(({ text, message }) => {
    const until = kind === "promised" ? timeLimitIn(text, language) : undefined
    return {
      kind,
      text: text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE - 1)}…` : text,
      ...(kind === "promised" && message.role === "customer" && { who: "customer" as const }),
      ...(until !== undefined && { until }),
      messageId: message.id
    }
  })
}

const LINES_JOB = { module: import.meta.url, run: linesOf }
