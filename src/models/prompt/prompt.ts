import { createHash, randomBytes } from "node:crypto"
import { LANGUAGES } from "../../text/languages.ts"
import { soundOf, type ReplyVoice } from "../../ticket/team-voice.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { channelLine, companyLine, dateLine, factsLine, voiceBlock } from "./setting-lines.ts"
import type { DraftJob, RetrievedSources, RewriteTask } from "../drafter/contract.ts"
import { fenced, MAX_FIELD_BYTES, oneLine, shortened, tidy, allPromptBlocks, promptBlock } from "./prompt-blocks.ts"
import { NO_ANSWER, systemPrompt } from "./prompt-rules.ts"
import { trimThread } from "./prompt-thread.ts"
import { languageInto } from "../../ticket/rewrite.ts"

export interface Prompt {
  messages: { role: "system" | "user" | "assistant"; content: string }[]
  /** A hash of everything in the prompt that doesn't come from the ticket, the sources or the request. */
  fingerprint: string
}

/**
 * The limits for each part in bytes of UTF-8, because bytes correspond to about as many model tokens in every
 * script. A server with 8,000 model tokens can hold all parts.
 */
export const BUDGET = {
  thread: 14_000,
  sources: 10_000,
  most: Infinity,
  previous: 6000,
  instruction: 4000,
  about: 2500,
  field: MAX_FIELD_BYTES,
  examples: 2000,
  known: 1500
}

/** The limits for a small local model. Two thousand model tokens hold all parts, with three sources. */
export const SHORT_BUDGET: typeof BUDGET = {
  ...BUDGET,
  thread: 3000,
  sources: 3000,
  most: 3,
  previous: 1500,
  instruction: 800,
  about: 600,
  field: 200
}

export interface PromptOptions {
  /** For a small local model: fewer blocks and a shorter context. */
  isShort?: boolean
  /** Only for tests and comparisons; random otherwise. */
  boundary?: string
}

/**
 * Builds a prompt: the rules as system message, and then sources and thread as data behind an unpredictable boundary.
 * For a repair, the former letter follows as the model's own answer, and then what is wrong with it.
 */
export function buildPrompt(job: DraftJob, options: PromptOptions | string = {}): Prompt {
  const { isShort = false, boundary = randomBytes(8).toString("hex") } =
    typeof options === "string" ? { boundary: options } : options
  return { messages: messagesOf(job, boundary, isShort), fingerprint: PROMPT_FINGERPRINT }
}

function messagesOf(job: DraftJob, boundary: string, isShort: boolean): Prompt["messages"] {
  const { ticket, instruction, previous } = job.request
  const budget = isShort ? SHORT_BUDGET : BUDGET
  const thread = [about(ticket, budget), trimThread(ticket.messages, budget.thread, boundary)].join("\n\n")
  if (job.question !== undefined) {
    const asked = [
      sources(job.retrieval, boundary, budget),
      fenced("TICKET", boundary, thread),
      fenced("QUESTION", boundary, shortened(job.question, budget.instruction)),
      promptBlock("ask-task", { boundary, "no-answer": NO_ANSWER })
    ]
    return [
      { role: "system", content: promptBlock("ask", { boundary, "no-answer": NO_ANSWER }) },
      { role: "user", content: asked.join("\n\n") }
    ]
  }
  if (job.rewrite) return rewriteMessages(job.rewrite, boundary)
  const written = job.wishedLanguage ?? job.language
  const voice = soundOf(job.voice, written, ticket.channel)
  const parts = [
    ...team(job, voice),
    sources(job.retrieval, boundary, budget),
    ...(isShort
      ? []
      : [...examples([...(voice?.examples ?? []), ...(job.examples ?? [])], boundary), ...known(job, boundary)]),
    fenced("TICKET", boundary, thread),
    ...(previous ? [fenced("FORMER DRAFT", boundary, shortened(previous, budget.previous))] : []),
    ...(instruction ? [promptBlock("wish", { wish: shortened(tidy(instruction), budget.instruction) })] : []),
    promptBlock(previous ? "redraft" : "task", { boundary, "no-answer": NO_ANSWER })
  ]
  return [
    { role: "system", content: systemPrompt(boundary, written, { ...ticket, formality: voice?.formality }, isShort) },
    { role: "user", content: parts.join("\n\n") },
    ...repair(job, boundary, budget)
  ]
}

/** Returns what the team says: the date, the company, the channel, the team's facts, the voice and the team's words. */
function team({ today, team: of, request: { ticket }, ...job }: DraftJob, voice: ReplyVoice | undefined): string[] {
  const lines = [
    ...(today ? [dateLine(today)] : []),
    ...companyLine(of),
    ...channelLine(ticket.channel, of),
    ...(ticket.channel === "chat" || ticket.channel === "messaging" ? [promptBlock("short-messages")] : []),
    ...factsLine(of),
    ...(voice
      ? [
          voiceBlock(
            voice,
            ticket.messages.some(({ role }) => role === "agent")
          )
        ]
      : []),
    ...wordings(job)
  ]
  return lines.length > 0 ? [lines.join("\n")] : []
}

/** Returns the words that the team writes in place of others, in the language of the letter. */
function wordings({
  wordings: all = [],
  wishedLanguage,
  language
}: Pick<DraftJob, "wordings" | "wishedLanguage" | "language">) {
  const own = all.filter((one) => one.language === (wishedLanguage ?? language)).slice(0, MAX_WORDINGS)
  if (own.length === 0) return []
  return [
    promptBlock("wordings", {
      lines: own.map(({ word, instead }) => `- "${oneLine(instead)}", not "${oneLine(word)}".`).join("\n")
    })
  ]
}

const MAX_WORDINGS = 50

function sources({ sources: all, chosen }: RetrievedSources, boundary: string, budget: typeof BUDGET): string {
  const list = all.slice(0, budget.most)
  if (list.length === 0) return promptBlock("no-sources")
  const share = Math.floor(budget.sources / list.length)
  let left = budget.sources
  const shown = list.map((source, at) => {
    // The next source may use what a short one leaves. The best sources come first.
    const passage = shortened(source.passage, Math.max(share, left - share * (list.length - at - 1)))
    left -= Buffer.byteLength(passage)
    const where = [source.title, ...source.headings].map((one) => oneLine(one)).join(" > ")
    return fenced(`SOURCE ${source.n} (${source.kind})`, boundary, `${where}\n${passage}`)
  })
  const wanted = list.filter(({ id }) => chosen?.includes(id)).map(({ n }) => n)
  return [...shown, ...(wanted.length > 0 ? [promptBlock("chosen", { numbers: wanted.join(", ") })] : [])].join("\n\n")
}

function examples(replies: string[], boundary: string): string[] {
  if (replies.length === 0) return []
  const share = Math.floor(BUDGET.examples / replies.length)
  const shown = replies.map((reply) => fenced("EXAMPLE", boundary, shortened(reply, share)))
  return [[promptBlock("examples"), ...shown].join("\n")]
}

/** What the customer wants is mostly open too, so a line that only repeats a wish is left out. */
function known({ threadSummary: lines = [] }: DraftJob, boundary: string): string[] {
  const wishes = new Set(lines.filter(({ kind }) => kind === "wants").map(({ text }) => plainWords(text)))
  const said = lines
    .filter(({ kind, text }) => text !== "" && !(kind === "open" && wishes.has(plainWords(text))))
    .map(({ kind, text }) => `${kind}: ${oneLine(text)}`)
  if (said.length === 0) return []
  return [[promptBlock("known"), fenced("SO FAR", boundary, shortened(said.join("\n"), BUDGET.known))].join("\n")]
}

const plainWords = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

function repair({ repair: asked }: DraftJob, boundary: string, budget: typeof BUDGET): Prompt["messages"] {
  if (!asked) return []
  const faults = asked.faults.map((fault) => `- ${fault}`).join("\n")
  return [
    { role: "assistant", content: shortened(asked.letter, budget.previous) },
    { role: "user", content: promptBlock("repair", { faults, boundary }) }
  ]
}

function about(ticket: MaskedTicket, budget: typeof BUDGET): string {
  const line = (text: string) => oneLine(text, budget.field)
  const fields = Object.entries(ticket.fields ?? {})
    .slice(0, 20)
    .map(([name, value]) => `${shortened(line(name), 60)}: ${line(value)}`)
  const tags = ticket.tags.length > 0 ? [`Tags: ${line(ticket.tags.join(", "))}`] : []
  const people = [
    ["Requester", ticket.requester],
    ["Agent", ticket.agent]
  ].flatMap(([role, name]) => (name ? [`${role}: ${line(name)}`] : []))
  return shortened([`Subject: ${line(ticket.subject)}`, ...people, ...tags, ...fields].join("\n"), budget.about)
}

/**
 * The fingerprint of the words for an empty ticket, for the first draft and a redraft, and of all blocks. It is part of
 * the pipeline version.
 */
export const PROMPT_FINGERPRINT = fingerprint()

function fingerprint(): string {
  const ticket: MaskedTicket = {
    helpdesk: "",
    ticketId: "",
    version: "",
    subject: "",
    requester: "",
    agent: "",
    tags: [],
    messages: []
  }
  const retrieval = { sources: [], searched: [], documents: 0 }
  const jobs: DraftJob[] = [
    { request: { draftId: "", ticket }, retrieval, language: null },
    ...LANGUAGES.map((language) => ({
      request: { draftId: "", ticket, previous: "p", instruction: "i" },
      retrieval,
      language
    }))
  ]
  const built = [false, true].flatMap((isShort) => jobs.map((job) => messagesOf(job, "", isShort)))
  return createHash("sha256")
    .update(JSON.stringify([BUDGET, SHORT_BUDGET, allPromptBlocks(), built]))
    .digest("hex")
    .slice(0, 16)
}

/** The limits are in bytes of UTF-8. No text of an agent is longer than what the relay takes. */
const TEXT = 80_000
const WISH = 2000

/**
 * Builds the prompt that has a text reworded or translated: the rules, and then the text as data behind an unpredictable
 * boundary.
 */
function rewriteMessages(
  { text, change }: RewriteTask,
  boundary: string
): { role: "system" | "user"; content: string }[] {
  const into = typeof change === "string" ? languageInto(change) : undefined
  const words = typeof change === "string" ? (CHANGES.get(change) ?? "") : `Change it like this: ${wishOf(change.wish)}`
  return [
    { role: "system", content: promptBlock(into === undefined ? "rewrite" : "translate", { boundary }) },
    {
      role: "user",
      content: [
        fenced("TEXT", boundary, shortened(text, TEXT)),
        into === undefined
          ? promptBlock("rewrite-task", { boundary, change: words })
          : promptBlock("translate-task", { boundary, language: NAMES.of(into) ?? into })
      ].join("\n\n")
    }
  ]
}

const NAMES = new Intl.DisplayNames("en", { type: "language" })
const wishOf = (wish: string) => shortened(tidy(wish).replaceAll("\n", " "), WISH)

const CHANGES = new Map(
  promptBlock("rewrite-changes")
    .split("\n")
    .map((line): [string, string] => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)])
)
