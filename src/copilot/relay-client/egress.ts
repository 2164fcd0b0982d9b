import * as z from "zod/mini"
import type { MaskRules } from "../../masking/basis/masking-rules.ts"
import {
  MASK_TYPES,
  NO_PLACEHOLDERS,
  Placeholders,
  type MaskEntry,
  type MaskTable
} from "../../masking/basis/placeholder-table.ts"
import { identityOf } from "../../masking/known/looked-up-identities.ts"
import { customerName } from "../../checks/tone/voice/customer-name.ts"
import { withOrderSigns } from "../../checks/injection/find-injection.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import type { Ticket } from "../../ticket/ticket.ts"
import type {
  OutgoingDraftRequest,
  OutgoingOutcome,
  OutgoingQuestion,
  OutgoingRewrite,
  OutgoingIntentCorrection,
  OutgoingRepliesRequest,
  OutgoingReplyCheck,
  OutgoingSearch,
  OutgoingSummaryRequest,
  OutgoingTicket,
  OutgoingView,
  MaskedText,
  RelayBody,
  RelayFile
} from "../../protocol/outgoing.ts"
import type { BodyOf, Route } from "../../protocol/routes/calls/route-types.ts"
import type { Routes } from "../../protocol/routes/all.ts"
import { mistakesIn } from "../../protocol/routes/describe/mistakes.ts"
import type { Operation } from "../../protocol/routes/describe/operation.ts"
import type { UsedDocument } from "../../protocol/search.ts"
import { withPassages } from "./choose-passages.ts"
import type { Egress } from "./egress-contract.ts"
import { splitLongTicket, trimTicket } from "./fit-ticket.ts"
import { RelayFault } from "./relay-fault.ts"
import type { TicketPeople, Masker } from "./copilot-parts.ts"
import type { ToneRequest } from "../../protocol/tone.ts"

const browserZone = (at: string) => 0 - new Date(at).getTimezoneOffset()

/**
 * Creates the only way out of the browser. Nothing else makes a `MaskedText` or a `RelayBody`.
 * @param rules returns the team's rules, as they are when a job begins
 * @param zoneAt returns how many minutes this place is ahead of UTC at a time (ISO 8601); the browser's by default
 */
export function createEgress(
  masker: Masker,
  rules: () => Promise<MaskRules>,
  zoneAt: (at: string) => number = browserZone
): Egress {
  const texts: Egress["texts"] = async (unmasked, people, table, told, signal) => {
    const result = await masker.texts(unmasked, people, table, { told, rules: await rules() }, signal)
    return { masked: result.masked as MaskedText[], table: result.table }
  }
  return { texts, ...ofTexts(texts), ...ofTickets(masker, rules, zoneAt) }
}

/** What is masked of a ticket as a whole. */
function ofTickets(
  masker: Masker,
  rules: () => Promise<MaskRules>,
  zoneAt: (at: string) => number
): Pick<Egress, "ticket" | "promises" | "firstName"> {
  return {
    async ticket(ticket, table, overrides, signal) {
      const choices = { told: overrides, rules: await rules() }
      const { newest: within, older } = splitLongTicket(ticket)
      let learnt = table
      for (const part of older) learnt = (await masker.ticket(part, learnt, choices, signal)).table
      const { masked, table: whole } = await masker.ticket(within, learnt, choices, signal)
      const newest = masked.messages.at(-1)
      const zoned = { ...withSignedOrders(masked, ticket), ...(newest && { zone: zoneAt(newest.at) }) }
      const trimmed = trimTicket(withPassages(zoned) as OutgoingTicket)
      const open = ticket.messages.filter(({ visibility }) => visibility === "public").length
      return { masked: trimmed, table: whole, older: open - trimmed.messages.length }
    },
    async promises(earlier, table, overrides, find, signal) {
      const choices = { told: overrides, rules: await rules() }
      const { masked, table: whole } = await masker.ticket(earlier, table, choices, signal)
      const thread = masked.messages.map(({ text }) => text.replace(/\s+/g, " "))
      const sentences = (await find(masked)).filter(({ text }) => thread.some((message) => message.includes(text)))
      const promises = sentences.map(({ text, at }) => ({ ticketId: earlier.ticketId, at, text: text as MaskedText }))
      const added = whole.entries
        .slice(table.entries.length)
        .filter(({ placeholder }) => promises.some(({ text }) => text.includes(placeholder)))
      return { promises, table: { entries: [...table.entries, ...added] } }
    },
    firstName({ name }, table) {
      const { first } = customerName(name ?? "")
      if (first === undefined) return { firstName: undefined, table }
      const placeholders = new Placeholders(table)
      const entry = placeholders.assign("PERSON", first)
      placeholders.published(entry)
      return { firstName: entry.placeholder as MaskedText, table: placeholders.table() }
    }
  }
}

/** Signs the orders to a machine that masking hides. They are looked for in the texts as the customer wrote them. */
function withSignedOrders<Masked extends Pick<MaskedTicket, "subject" | "messages">>(
  masked: Masked,
  { subject, messages }: Ticket
): Masked {
  const textsById = new Map(messages.map(({ id, text }) => [id, text]))
  return {
    ...masked,
    subject: withOrderSigns(masked.subject, subject),
    messages: masked.messages.map((message) =>
      message.role === "customer"
        ? { ...message, text: withOrderSigns(message.text, (textsById.get(message.id) ?? "").slice(0, MAX_READ)) }
        : message
    )
  }
}

/** How many characters of a message are searched for orders. */
const MAX_READ = 20_000

/** What is masked of texts beside a ticket. */
function ofTexts(texts: Egress["texts"]): Pick<Egress, "identitiesIn" | "viewValues" | "again" | "note"> {
  return {
    async identitiesIn(unmasked, people, overrides, signal) {
      const { table } = await texts(piecesOf(unmasked), people, NO_PLACEHOLDERS, overrides, signal)
      return table.entries.flatMap((entry) => identityOf(entry) ?? [])
    },
    async viewValues(values, people, table, overrides, signal) {
      const labelled = values.flatMap(({ label, value }) => [label, `${label}: ${value}`])
      const { masked, table: whole } = await texts(labelled, people, table, overrides, signal)
      return values.map(({ value, unmasked }, at) => {
        const [label = "", both = ""] = masked.slice(2 * at, 2 * at + 2)
        const rest = both.startsWith(`${label}: `) ? both.slice(label.length + 2) : ""
        const isNumber = whole.entries.some(
          ({ placeholder, type, value: of }) => placeholder === rest && type === "ID" && of === value
        )
        return rest === value || (unmasked && isNumber) ? (value as MaskedText) : undefined
      })
    },
    async again(unmasked, people, table, overrides, signal) {
      const { masked, table: whole } = await texts(unmasked, people, table, overrides, signal)
      // In text that was masked before, whatever looks like a placeholder is one.
      const own = (entry: MaskEntry) => (entry.type === "LIT" ? entry.value : entry.placeholder)
      return {
        masked: masked.map((text) => put(text, whole, own)),
        table: { entries: whole.entries.filter((entry, at) => entry.type !== "LIT" || at < table.entries.length) }
      }
    },
    async note(text, signal) {
      if (text === "") return EMPTY_MASKED_TEXT
      const parts = text.split(GAP)
      const { masked, table } = await texts(parts, NOBODY, NO_PLACEHOLDERS, undefined, signal)
      const gap = (entry: MaskEntry) => (entry.type === "LIT" ? entry.value : `[${entry.type}]`)
      // Every second part is a gap of an earlier note.
      return parts
        .map((part, at) => (at % 2 === 1 ? part : put(masked[at] ?? EMPTY_MASKED_TEXT, table, gap)))
        .join("") as MaskedText
    }
  }
}

export const EMPTY_MASKED_TEXT = "" as MaskedText

/** Cuts the text to at most that many characters, without cutting a character in half. */
export function truncateMasked(text: MaskedText, most: number): MaskedText {
  if (text.length <= most) return text
  const last = text.charCodeAt(most - 1)
  return text.slice(0, last >= 0xd800 && last < 0xdc00 ? most - 1 : most) as MaskedText
}

/** Returns the words of a masked text that stand in one of the other texts too, each once. */
export function wordsAlsoIn(text: MaskedText, others: string[]): MaskedText[] {
  const wordsOf = (from: string): string[] =>
    from.replace(/\[[A-Z_]+_\d+\]/gu, " ").match(/\p{L}[\p{L}\p{M}'’]*/gu) ?? []
  const there = new Set(others.flatMap(wordsOf).map((word) => word.toLowerCase()))
  const common = new Set(wordsOf(text).filter((word) => word.length <= 100 && there.has(word.toLowerCase())))
  return [...common].slice(0, 4000) as MaskedText[]
}

/**
 * Masking takes any `[[...]]` for text that only looks like a blank. Blanks that the relay wrote are restored; the
 * agent's stay masked.
 */
export function restoreBlanks(text: MaskedText, table: MaskTable, written: string): MaskedText {
  return put(text, table, ({ type, value, placeholder }) =>
    type === "LIT" && value.startsWith("[[") && written.includes(value) ? value : placeholder
  )
}

/** The relay wrote it from masked texts and gets it back unchanged. */
export const draftAsWritten = (draft: { masked: string } | undefined): MaskedText => (draft?.masked ?? "") as MaskedText

export const draftBody = (request: OutgoingDraftRequest): RelayBody => bodyOf(request)
export const summaryBody = (request: OutgoingSummaryRequest): RelayBody => bodyOf(request)
export const outcomeBody = (outcome: OutgoingOutcome): RelayBody => bodyOf(outcome)
export const searchBody = (request: OutgoingSearch): RelayBody => bodyOf(request)
export const askBody = (request: OutgoingQuestion): RelayBody => bodyOf(request)
export const viewBody = (request: OutgoingView): RelayBody => bodyOf(request)
export const rewriteBody = (request: OutgoingRewrite): RelayBody => bodyOf(request)
export const toneBody = (request: ToneRequest & { text: MaskedText }): RelayBody => bodyOf(request)
export const replyCheckBody = (request: OutgoingReplyCheck): RelayBody => bodyOf(request)
export const intentBody = (request: OutgoingIntentCorrection): RelayBody => bodyOf(request)
export const repliesBody = (request: OutgoingRepliesRequest): RelayBody => bodyOf(request)
/** It holds ids only: the relay's id of a document, and the helpdesk's of a ticket. */
export const documentUseBody = ({ id, document, version, site, helpdesk, ticketId }: UsedDocument): RelayBody =>
  bodyOf({ id, document, version, site, helpdesk, ticketId })

/** Returns a body that was kept by an extension without sites, with its site added, and any other unchanged. */
export function addSite(kept: RelayBody, site: string): RelayBody {
  const read = ofTicket.safeParse(JSON.parse(kept))
  if (!read.success || read.data.ticket["site"] !== undefined) return kept
  return bodyOf({ ...read.data, ticket: { ...read.data.ticket, site } })
}

/** The routes whose description gives the reason why their body may leave unmasked. */
type UnmaskedRoute = { [R in Route]: Routes[R] extends { unmasked: string } ? R : never }[Route]

/** Returns a body as it is, for a route whose description says why that is right. */
export const unmaskedBody = <R extends UnmaskedRoute>(_route: R, request: BodyOf<R> & object): RelayBody =>
  bodyOf(request)

/**
 * Returns the body of a page's call, read by the route's description: as it is where that gives the reason for it, or
 * else with the fields masked that it names. Nothing else of a body leaves.
 * @param mask masks a text @throws RelayFault "bad-request"; "note-too-long" if placeholders are longer than what they
 * replace; as `mask`
 */
export async function pageBody(
  { body: schema, unmasked, masks }: Operation,
  given: unknown,
  mask: (text: string) => Promise<MaskedText>
): Promise<RelayBody | undefined> {
  if (!schema || (unmasked === undefined && !masks)) {
    if (given === undefined) return undefined
    throw new RelayFault("bad-request", "This route takes no body from a page.", false)
  }
  const read = schema.safeParse(given)
  if (!read.success) throw new RelayFault("bad-request", mistakesIn(read.error.issues), false)
  const request: Record<string, unknown> = { ...(read.data as object) }
  for (const field of masks ?? []) {
    const text = request[field]
    if (typeof text === "string") request[field] = await mask(text)
  }
  if (masks && !schema.safeParse(request).success)
    throw new RelayFault("note-too-long", "With its names replaced the note is too long. Shorten it.", false)
  return bodyOf(request)
}

/** A file that an admin chose for import: pages of the team, which drafts are meant to quote unchanged. */
export const unmaskedFile = (file: File): RelayFile => file as RelayFile

const ofTicket = z.looseObject({ ticket: z.looseObject({}) })

const bodyOf = (request: object): RelayBody => JSON.stringify(request) as RelayBody

/** Replaces each placeholder of the text in one pass, so that a replacement isn't searched again. */
function put(text: MaskedText, { entries }: MaskTable, by: (entry: MaskEntry) => string): MaskedText {
  const known = new Map(entries.map((entry) => [entry.placeholder, entry]))
  return text.replace(PLACEHOLDER, (placeholder) => {
    const entry = known.get(placeholder)
    return entry ? by(entry) : placeholder
  }) as MaskedText
}

const PLACEHOLDER = new RegExp(`\\[(?:${MASK_TYPES.join("|")})_\\d+\\]`, "g")
const GAP = new RegExp(`(\\[(?:${MASK_TYPES.join("|")})\\])`)
const NOBODY: TicketPeople = { requester: {}, messages: [] }

/** Joins texts to pieces that masking reads one by one, because an answer can be longer than what it reads at once. */
export function piecesOf(texts: readonly string[]): string[] {
  const pieces: string[] = []
  for (const text of texts)
    for (let at = 0; at < text.length; at += MAX_PIECE - OVERLAP) {
      const part = text.slice(at, at + MAX_PIECE)
      const last = pieces.at(-1)
      if (last === undefined || last.length + part.length > MAX_PIECE) pieces.push(part)
      else pieces[pieces.length - 1] = `${last}\n\n${part}`
    }
  return pieces
}

/** In characters. What stands where a long text is cut is read twice. */
const MAX_PIECE = 20_000
const OVERLAP = 200
