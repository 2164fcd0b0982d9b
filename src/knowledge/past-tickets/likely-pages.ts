import { type Kysely, sql } from "kysely"
import type { DocumentKind } from "../../ticket/draft.ts"
import type { Schema } from "../../storage/schema.ts"
import type { Scope } from "../../search/candidates/visible.ts"
import { foldNearCopies } from "../../search/candidates/candidates.ts"
import { searchKnowledge, type SearchResult } from "../../search/pages/search-knowledge.ts"
import { queryOf } from "../../search/query/query.ts"
import type { Origin } from "../../storage/knowledge-origin.ts"
import { readSetting, writeSetting } from "../../storage/team-setting.ts"
import { TENANT } from "../../storage/tenant.ts"
import {
  linkPastTickets,
  customerText,
  withoutBrackets,
  type PastTicketLink
} from "../../search/past-tickets/past-ticket-store.ts"
import { languageOfLocale } from "../../text/languages.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import type { LinkReason } from "../../search/past-tickets/tables.ts"
import type { Details } from "../../ingest/source/source.ts"

/** These documents can answer a ticket. Macros and solved tickets are replies themselves. */
export const PAGE_KINDS: DocumentKind[] = ["article", "policy", "product"]

/** The pages that probably answered a solved ticket, best first. */
export interface LikelyPages {
  pages: SearchResult[]
  /** Whether the first page is so far ahead of the second that it can be linked without asking. */
  isSure: boolean
}

/** Finds the pages that probably answered a solved ticket, by its question and its reply. */
export async function likelyPages(db: Kysely<Schema>, scope: Scope, ticket: SolvedTicket): Promise<LikelyPages> {
  const { ranked } = await searchKnowledge(db, { ...scope, kinds: PAGE_KINDS }, queryOf(searchedTicket(ticket)))
  const pages = foldNearCopies(ranked, ({ candidate: { document: id, twin } }) => ({ id, twin }))
  const [first, second] = pages
  return { pages, isSure: first !== undefined && first.score - (second?.score ?? 0) >= SURE_MARGIN }
}

/** Of the tickets of a public set whose first page was this far ahead, 98 to 100 % had the right page. */
const SURE_MARGIN = 0.1

/**
 * Links the imported solved tickets whose page is beyond doubt, after an import. Each version of a ticket is looked at
 * once. Only pages that everybody may see are linked in this way. @throws the signal's reason
 */
export async function linkSureTickets(db: Kysely<Schema>, origin: Origin, signal: AbortSignal): Promise<number> {
  const key = `past-tickets-${origin}`
  const last = Number((await readSetting(db, key)) ?? 0)
  const tickets = await newTickets(db, origin, last)
  const [newest] = tickets
  if (!newest) return 0
  let linked = 0
  for (const ticket of tickets) {
    signal.throwIfAborted()
    const { pages, isSure } = await likelyPages(db, { origins: [origin], groups: [] }, ticket)
    const [first] = pages
    if (!first || !isSure || first.candidate.visibility !== "public") continue
    const link = linkOf(ticket, first.candidate.document, "margin", new Date())
    linked += await db.transaction().execute((write) => linkPastTickets(write, [link]))
  }
  await db.transaction().execute((write) => writeSetting(write, key, String(newest.number)))
  return linked
}

/** Returns the solved tickets that came or changed since the last time and that nobody has linked, newest first. */
async function newTickets(
  db: Kysely<Schema>,
  origin: Origin,
  last: number
): Promise<(SolvedTicket & { number: number })[]> {
  const { rows } = await sql<SolvedTicket & { number: number }>`
    select id, number, title, locale, changed, details from documents
    where tenant = ${TENANT} and origin = ${origin} and kind = 'ticket' and number > ${last}
      and not exists (select 1 from past_tickets p where p.tenant = documents.tenant and p.solved = documents.id)
    order by number desc limit ${MOST}`.execute(db)
  return rows
}

/** More wouldn't help: a page keeps ten tickets. Each takes one search. */
const MOST = 2_000

/** An imported solved ticket as its document stores it. */
export interface SolvedTicket {
  id: string
  title: string
  locale: string
  /** An ISO 8601 date. */
  changed: string | null
  details: Details | null
}

/** Returns the question and the reply, each with gaps in place of personal values. */
export function questionAndReply({ details }: Pick<SolvedTicket, "details">): { question: string; reply: string } {
  return details?.kind === "ticket" ? details : { question: "", reply: "" }
}

/**
 * Returns the ticket as it searches for its page. The reply is searched for too, because it is nearer to the words of
 * the page than the question is.
 */
function searchedTicket(ticket: SolvedTicket): MaskedTicket {
  const { question, reply } = questionAndReply(ticket)
  const messages = [question, reply].map((text, at) => ({
    id: String(at),
    role: "customer" as const,
    author: "",
    at: "",
    text: withoutBrackets(text)
  }))
  return {
    helpdesk: "",
    ticketId: ticket.id,
    version: "",
    subject: withoutBrackets(ticket.title),
    requester: "",
    agent: "",
    tags: [],
    messages,
    ...(languageOfLocale(ticket.locale) && { locale: ticket.locale })
  }
}

/** Returns the link that makes the ticket a past ticket of a page. Only the customer's words are learnt. */
export function linkOf(ticket: SolvedTicket, document: string, how: LinkReason, now: Date): PastTicketLink {
  const asked = searchedTicket(ticket)
  const at = ticket.changed === null ? NaN : Date.parse(ticket.changed)
  return {
    document,
    ticket: { solved: ticket.id },
    how,
    text: customerText({ subject: asked.subject, messages: asked.messages.slice(0, 1) }),
    at: Number.isNaN(at) ? now : new Date(at)
  }
}
