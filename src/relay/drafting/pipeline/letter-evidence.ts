import { ordersIn } from "../../../checks/injection/ticket-orders.ts"
import { canariesFrom } from "../../../checks/verdicts/canaries.ts"
import type { EvidencePart } from "../../../models/drafter/contract.ts"
import { mailParts } from "../../../text/mail/mail-parts.ts"
import { languageOfLocale } from "../../../text/languages.ts"
import { sentences } from "../../../text/sentences.ts"
import { contentWords } from "../../../text/words/words.ts"
import type { Source, VerdictEvidence } from "../../../ticket/draft.ts"
import type { MaskedMessage, MaskedTicket } from "../../../ticket/masked-ticket.ts"

/** What a letter is held against. */
export interface LetterEvidence {
  parts: readonly LetterPart[]
  /** Sentences that the pages deny, to test whoever verifies. */
  canaries: readonly string[]
  /** What the customer's part orders a machine to do, or "". */
  orders: string
  /** What customer and team wrote themselves, without such orders. */
  thread: readonly string[]
}

export interface LetterPart extends EvidencePart {
  /** The number of the source, where 0 is the ticket. */
  source: number
  /** It can show what the team did, does or grants: a page, or the team's own earlier words. */
  isBinding: boolean
  /** A message quotes or forwards it. */
  isQuoted: boolean
}

/** In UTF-16 units, of all messages and of all sources. What no longer fits is left out, older messages first. */
const MAX_THREAD = 14_000
const MAX_SOURCES = 16_000

/**
 * Reads ticket and sources, in parts whose sentences have numbers. What a message quotes or forwards is a part of its
 * own, because it proves nothing.
 */
export function letterEvidence(
  ticket: MaskedTicket,
  sources: readonly Source[],
  language: string | null
): LetterEvidence {
  const parts = [
    ...subjectPart(ticket, language),
    ...newestWithin(ticket.messages.map((message, at) => messageParts(message, at + 1, language))),
    ...within(
      sources.map((source) => sourcePart(source, language)),
      MAX_SOURCES
    )
  ]
  const pages = sources
    .filter(({ kind }) => PAGES.has(kind))
    .map(({ passage, locale }) => ({ text: passage, language: languageOfLocale(locale) ?? language }))
  const orders = ordersIn(ticket)
  const thread = parts
    .filter(({ source, isQuoted }) => source === TICKET && !isQuoted)
    .flatMap(({ sentences: texts }) => texts.filter((text) => !orders.includes(text)))
  return { parts, canaries: canariesFrom(pages), orders, thread }
}

const TICKET = 0

/** What states rules. Canaries are made of it alone. */
const PAGES: ReadonlySet<Source["kind"]> = new Set(["article", "policy", "macro", "product"])

/** Returns the sentence of a name such as "S1.2", and its source. Undefined if there is none. */
export function sentenceOf(name: string, parts: readonly LetterPart[]): VerdictEvidence | undefined {
  const [id, at] = name.split(".")
  const part = parts.find((one) => one.id === id)
  const text = part?.sentences[Number(at) - 1]
  return part && text !== undefined ? { source: part.source, text } : undefined
}

/**
 * Returns the few sentences that share most words with one, for a verdict that names no evidence. What messages quote
 * is left out.
 */
export function likeliestEvidence(sentence: string, parts: readonly LetterPart[], language: string | null): string[] {
  const words = new Set(contentWords(sentence, language))
  return parts
    .filter(({ isQuoted }) => !isQuoted)
    .flatMap(({ sentences: texts }) => texts)
    .map((text) => ({ text, shared: contentWords(text, language).filter((word) => words.has(word)).length }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, MOST_LIKELY)
    .map(({ text }) => text)
}

const MOST_LIKELY = 4

function subjectPart({ subject, fields = {}, tags }: MaskedTicket, language: string | null): LetterPart[] {
  const lines = [
    subject,
    ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`),
    ...(tags.length > 0 ? [`Tags: ${tags.join(", ")}`] : [])
  ]
  return partOf(
    { id: "T", head: "subject and fields of the ticket", source: TICKET, isBinding: false, isQuoted: false },
    lines.join("\n"),
    language
  )
}

function messageParts({ role, at, text }: MaskedMessage, n: number, language: string | null): LetterPart[] {
  const { written, signature, quoted } = mailParts(text)
  const own = { id: `M${n}`, head: `${WRITERS[role]}, ${at}`, isBinding: role === "agent", isQuoted: false }
  const other = { id: `M${n}Q`, head: `quoted or forwarded in M${n}`, isBinding: false, isQuoted: true }
  return [
    ...partOf({ ...own, source: TICKET }, [written, signature].join("\n"), language),
    ...partOf({ ...other, source: TICKET }, quoted, language)
  ]
}

const WRITERS: Readonly<Record<MaskedMessage["role"], string>> = {
  customer: "the customer's message",
  agent: "the team's message",
  system: "a note of the helpdesk's system"
}

function sourcePart({ n, kind, title, headings, passage, locale }: Source, language: string | null): LetterPart[] {
  const head = `${KINDS[kind]}: ${[title, ...headings].join(" > ")}`.replace(/\s+/g, " ")
  const isBinding = kind !== "attachment" && kind !== "ticket"
  return partOf({ id: `S${n}`, head, source: n, isBinding, isQuoted: false }, passage, locale ?? language)
}

const KINDS: Readonly<Record<Source["kind"], string>> = {
  article: "public page",
  policy: "public page",
  macro: "the team's own reply text",
  product: "the shop's record of a product",
  memory: "what the team agreed on",
  playbook: "the team's playbook",
  ticket: "the team's reply to another customer",
  lookup: "answer of another system",
  earlier: "the team's promise in an earlier ticket of this customer",
  attachment: "a file in the ticket, which anybody may have written"
}

function partOf(part: Omit<LetterPart, "sentences">, text: string, language: string | null): LetterPart[] {
  const texts = sentences(text, language).map((one) => one.text)
  return texts.length > 0 ? [{ ...part, sentences: texts }] : []
}

const sizeOf = (parts: readonly LetterPart[]): number => parts.flatMap(({ sentences: texts }) => texts).join("").length

/** Keeps the first message, which says what the ticket is about, and then the newest ones. */
function newestWithin(messages: readonly LetterPart[][]): LetterPart[] {
  const [first = [], ...later] = messages
  let left = MAX_THREAD - Math.min(sizeOf(first), MAX_THREAD / 4)
  const kept: LetterPart[][] = []
  for (const parts of later.toReversed()) {
    left -= sizeOf(parts)
    if (left < 0 && kept.length > 0) break
    kept.unshift(parts)
  }
  return [...first, ...kept.flat()]
}

/** Keeps whole parts from the first on, as far as they fit. */
function within(all: readonly LetterPart[][], limit: number): LetterPart[] {
  let left = limit
  return all.flatMap((parts) => {
    left -= sizeOf(parts)
    return left >= 0 ? parts : []
  })
}
