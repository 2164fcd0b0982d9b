import { findInjection } from "../../checks/find-injection.ts"
import { languageOfThread } from "../../text/language-of-thread.ts"
import { visibleReply } from "../../text/mail/visible-reply.ts"
import { sentences } from "../../text/sentences.ts"
import { stems } from "../../search/words/stems.ts"
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
  const asks = withoutWithdrawn(customer, agent, language)
  const promises = [...agent, ...customer].filter(({ acts }) => acts.isPromise).sort((a, b) => a.at - b.at)
  return [
    ...lines("wants", chosen(asks.length > 0 ? asks : firstWords(customer, ticket), isWish, WISHES)),
    ...lines("tried", customer.filter(({ acts }) => acts.isTried).slice(-LINES)),
    ...lines(
      "promised",
      chosen(promises, (one) => timeLimitIn(one.text, language) !== undefined),
      language
    ),
    ...lines("open", openOf(ticket, { customer, asks, agent, promises }).slice(0, LINES)),
    { kind: "mood", text: moodOf(customer.length > 0 ? textsOf(ticket) : [], language) }
  ]
}

const CHARACTERS = 20_000
/** How many sentences of each side are read. The newest are taken, because they give the current state. */
const SENTENCES = 400
const LINES = 4
const WISHES = 6
const LONGEST_LINE = 300

/** Returns the sentences that the writer added, without quotes, greetings, closings and instructions to a machine. */
function saidIn(message: MaskedMessage, at: number, language: string | null): Said[] {
  const { visible } = visibleReply(message.text.slice(0, CHARACTERS))
  const courtesy = courtesyOf(language)
  return ownWords(message, visible)
    .split("\n")
    .map((line) => beforeInjection(line, language))
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

/** Returns a line up to the sentence in which an instruction to a machine begins. */
function beforeInjection(line: string, language: string | null): string {
  if (findInjection(line) === undefined) return line
  const own = sentences(line, language).map(({ text }) => text)
  const first = own.findIndex((text) => findInjection(text) !== undefined)
  return own.slice(0, Math.max(0, first)).join(" ")
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
 * Returns what the customer asks for, without what was taken back: earlier asks in the same words, or else those of the
 * message before. What refuses an agent's offer takes nothing back. Who takes something back mostly says what is wanted
 * instead, so that sentence stays.
 */
function withoutWithdrawn(customer: Said[], agent: Said[], language: string | null): Said[] {
  const gone = new Set<Said>()
  for (const taken of customer.filter(({ acts }) => acts.isWithdrawal)) {
    const before = customer.filter(({ at, acts }) => at < taken.at && acts.isAsk)
    const same = before.filter(({ text }) => sharesWords(taken.text, text, language))
    const last = before.at(-1)?.at
    const isAnswer = agent.some(({ at, acts }) => at === taken.at - 1 && acts.isQuestion)
    for (const one of same.length > 0 || isAnswer ? same : before.filter(({ at }) => at === last)) gone.add(one)
  }
  return customer.filter((one) => (one.acts.isAsk || one.acts.isWithdrawal) && !gone.has(one))
}

/** Returns at most so many, the newest of those that tell most and then the newest others, in the thread's order. */
function chosen(said: Said[], tellsMost: (one: Said) => boolean, most = LINES): Said[] {
  const newest = new Set([...said.filter(tellsMost).slice(-most), ...said.toReversed()])
  const kept = new Set([...newest].slice(0, most))
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
 * Returns what is still to be done: what the customer asked or complained about since the team's last message, what that
 * message says is being found out or else promises, what it asked for while the customer hasn't sent it, and what the
 * customer is going to send.
 */
function openOf(
  { messages }: MaskedTicket,
  { customer, asks, agent, promises }: Record<"customer" | "asks" | "agent" | "promises", Said[]>
): Said[] {
  const answered = messages.findLastIndex(({ role }) => role === "agent")
  const waiting = asks.filter(({ at, acts }) => at > answered && acts.isAsk)
  if (answered < 0) return waiting
  const isAgentLast = answered === messages.length - 1
  const turns = [...new Set(agent.map(({ at }) => at))]
  const complaints = customer.filter((one) => one.at > answered && one.acts.isComplaint && !waiting.includes(one))
  const newest = agent.filter(({ at }) => at === turns.at(-1))
  const pending = newest.filter(({ acts }) => acts.isPending)
  const promised = newest.filter(({ acts }) => acts.isPromise)
  const needed = agent.filter(({ at, acts }) => at === answered && acts.isRequest)
  const customerPromises = promises.filter(
    ({ message, at }) => message.role === "customer" && at > (turns.at(-2) ?? -1)
  )
  const isSending = customerPromises.some(({ at }) => at > answered)
  const open = [
    ...waiting,
    ...complaints,
    ...(isAgentLast || isSending ? needed : []),
    ...pending,
    ...(pending.length > 0 ? [] : promised),
    ...(isAgentLast || isSending ? customerPromises : [])
  ]
  if (open.length > 0) return [...new Set(open)]
  // What the agent asked for was sent, so the customer's own asks wait again.
  return needed.length > 0 ? asks.slice(0, 1) : []
}

function sharesWords(one: string, other: string, language: string | null): boolean {
  const words = new Set(stems(one, language))
  return stems(other, language).some((word) => words.has(word))
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
