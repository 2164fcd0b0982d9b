import type { EvidencePart } from "../../../models/drafter/contract.ts"
import { mailParts } from "../../../text/mail/mail-parts.ts"
import { sentences } from "../../../text/sentences.ts"
import type { Source, VerdictEvidence } from "../../../ticket/draft.ts"
import type { MaskedMessage, MaskedTicket } from "../../../ticket/masked-ticket.ts"

/** What a letter is held against, in parts with numbered sentences. */
export interface LetterEvidence {
  parts: readonly EvidencePart[]
  /** Returns the sentence of a name such as "S1.2", and its source. Undefined if there is none. */
  sentence(name: string): VerdictEvidence | undefined
  /** The sentences that can show what the team did, does or grants. */
  binding: ReadonlySet<string>
}

interface Part extends EvidencePart {
  source: number
  /** It can show what the team did, does or grants: a page, or the team's own earlier words. */
  isBinding: boolean
}

/** In UTF-16 units, of all messages and of all sources. What no longer fits is left out, older messages first. */
const MAX_THREAD = 14_000
const MAX_SOURCES = 16_000

/**
 * Numbers the sentences of ticket and sources. What a message quotes or forwards is a part of its own, because it proves
 * nothing.
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
  const byName = new Map<string, VerdictEvidence>(
    parts.flatMap(({ id, source, sentences: texts }) =>
      texts.map((text, at) => [`${id}.${at + 1}`, { source, text }] as const)
    )
  )
  return {
    parts: parts.map(({ id, head, sentences: texts }) => ({ id, head, sentences: texts })),
    sentence: (name) => byName.get(name),
    binding: new Set(parts.filter(({ isBinding }) => isBinding).flatMap(({ sentences: texts }) => texts))
  }
}

function subjectPart({ subject, fields = {}, tags }: MaskedTicket, language: string | null): Part[] {
  const lines = [
    subject,
    ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`),
    ...(tags.length > 0 ? [`Tags: ${tags.join(", ")}`] : [])
  ]
  return partOf(
    { id: "T", head: "subject and fields of the ticket", source: 0, isBinding: false },
    lines.join("\n"),
    language
  )
}

function messageParts({ role, at, text }: MaskedMessage, n: number, language: string | null): Part[] {
  const { written, signature, quoted } = mailParts(text)
  const head = `${WRITERS[role]}, ${at}`
  return [
    ...partOf({ id: `M${n}`, head, source: 0, isBinding: role === "agent" }, [written, signature].join("\n"), language),
    ...partOf({ id: `M${n}Q`, head: `quoted or forwarded in M${n}`, source: 0, isBinding: false }, quoted, language)
  ]
}

const WRITERS: Readonly<Record<MaskedMessage["role"], string>> = {
  customer: "the customer's message",
  agent: "the team's message",
  system: "a note of the helpdesk's system"
}

function sourcePart({ n, kind, title, headings, passage, locale }: Source, language: string | null): Part[] {
  const head = `${KINDS[kind]}: ${[title, ...headings].join(" > ")}`.replace(/\s+/g, " ")
  const isBinding = kind !== "attachment" && kind !== "ticket"
  return partOf({ id: `S${n}`, head, source: n, isBinding }, passage, locale ?? language)
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

function partOf(part: Omit<Part, "sentences">, text: string, language: string | null): Part[] {
  const texts = sentences(text, language).map((one) => one.text)
  return texts.length > 0 ? [{ ...part, sentences: texts }] : []
}

const sizeOf = (parts: readonly Part[]): number => parts.flatMap(({ sentences: texts }) => texts).join("").length

/** Keeps the first message, which says what the ticket is about, and then the newest ones. */
function newestWithin(messages: readonly Part[][]): Part[] {
  const [first = [], ...later] = messages
  let left = MAX_THREAD - Math.min(sizeOf(first), MAX_THREAD / 4)
  const kept: Part[][] = []
  for (const parts of later.toReversed()) {
    left -= sizeOf(parts)
    if (left < 0 && kept.length > 0) break
    kept.unshift(parts)
  }
  return [...first, ...kept.flat()]
}

/** Keeps whole parts from the first on, as far as they fit. */
function within(all: readonly Part[][], limit: number): Part[] {
  let left = limit
  return all.flatMap((parts) => {
    left -= sizeOf(parts)
    return left >= 0 ? parts : []
  })
}
