import { SPOKEN_CHARACTERS, mostTelling, saidIn, withoutCorrected, type Said } from "../../../checks/speech/said-in.ts"
import { agentActs, timeLimitIn } from "../../../checks/speech/speech-acts.ts"
import { languageOfThread } from "../../../text/language-of-thread.ts"
import { visibleReply } from "../../../text/mail/mail-parts.ts"
import { stems } from "../../../search/words/stems.ts"
import type { SummaryLine, MOODS } from "../../../ticket/draft.ts"
import { type MaskedTicket, ticketSize } from "../../../ticket/masked-ticket.ts"
import type { Summariser } from "../../../models/drafter/contract.ts"
import { runInWorkerIfLarge } from "../../../runtime/worker-thread/run-in-worker.ts"
import { LISTS } from "replywright/lexicon/drafting"
import { wordPattern } from "../../../lexicon/lexicon.ts"
import { onceEach } from "../../../text/memo/text-memory.ts"

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

/** Returns all lines at once. */
export function linesOf(ticket: MaskedTicket): SummaryLine[] {
  const language = languageOfThread(ticket)
  const said = withoutCorrected(ticket.messages.flatMap((message, at) => saidIn(message, at, language)))
  const customer = said.filter(({ message }) => message.role === "customer").slice(-SENTENCES)
  const agent = said.filter(({ message }) => message.role === "agent").slice(-SENTENCES)
  const asks = withoutWithdrawn(customer, agent, language)
  const promises = [...agent, ...customer].filter(({ acts }) => acts.isPromise).sort((a, b) => a.at - b.at)
  return [
    ...lines("wants", mostTelling(asks.length > 0 ? asks : firstWords(customer, ticket), isWish, WISHES)),
    ...lines("tried", customer.filter(({ acts }) => acts.isTried).slice(-LINES)),
    ...lines(
      "promised",
      mostTelling(promises, (one) => timeLimitIn(one.text, language) !== undefined),
      language
    ),
    ...lines("open", openOf(ticket, { customer, asks, agent, promises }).slice(0, LINES)),
    { kind: "mood", text: moodOf(customer.length > 0 ? textsOf(ticket) : [], language) }
  ]
}

/** How many sentences of each side are read. The newest are taken, because they give the current state. */
const SENTENCES = 400
const LINES = 4
const WISHES = 6
const MAX_LINE = 300

const textsOf = ({ messages }: MaskedTicket): string[] =>
  messages
    .filter(({ role }) => role === "customer")
    .map(({ text }) => visibleReply(text.slice(0, SPOKEN_CHARACTERS)).visible)

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
      text: text.length > MAX_LINE ? `${text.slice(0, MAX_LINE - 1)}…` : text,
      ...(kind === "promised" && message.role === "customer" && { who: "customer" as const }),
      ...(until !== undefined && { until }),
      messageId: message.id
    }
  })
}

const LINES_JOB = { module: import.meta.url, run: linesOf }

/** Returns how the customer sounds at the end: by the last two messages, and for anger by all of them. */
function moodOf(messages: readonly string[], language: string | null): (typeof MOODS)[number] {
  const words = wordsOf(language ?? "")
  if (messages.length === 0) return "calm"
  const all = messages.join("\n")
  const last = messages.slice(-2).join("\n")
  // A placeholder such as [PERSON_1] is no shouting.
  const isLoud = /!!/.test(last) || (last.match(/(?<![\p{L}\d-])\p{Lu}{4,}(?![\p{L}\d_-])/gu) ?? []).length > 1
  if (words.angry.test(all) || (isLoud && words.annoyed.test(all))) return "angry"
  if (words.pleased.test(messages.at(-1) ?? "")) return "pleased"
  if (words.worried.test(all)) return "worried"
  return isLoud || words.annoyed.test(all) ? "annoyed" : "calm"
}

/** Returns the words that show that the customer is angry, or undefined. */
export const angerIn = (messages: readonly string[], language: string | null): string | undefined =>
  wordsOf(language ?? "").angry.exec(messages.join("\n"))?.[0]

const wordsOf = onceEach((language: string) => ({
  angry: wordPattern(LISTS, language, "angry") ?? NOTHING,
  annoyed: wordPattern(LISTS, language, "annoyed") ?? NOTHING,
  worried: wordPattern(LISTS, language, "worried") ?? NOTHING,
  pleased: wordPattern(LISTS, language, "pleased") ?? NOTHING
}))

const NOTHING = /(?!)/
