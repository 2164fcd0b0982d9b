import { sql, type Kysely } from "kysely"
import type { PairedPerson } from "../../protocol/relay.ts"
import type { RankedMacro, RepliesAnswer, SimilarTicket } from "../../protocol/search.ts"
import { languageOfLocale } from "../../text/languages.ts"
import { type MaskedTicket, ticketSize } from "../../ticket/masked-ticket.ts"
import type { Visibility } from "../../ticket/ticket.ts"
import type { Schema } from "../../storage/schema.ts"
import { runInWorkerIfLarge } from "../../runtime/worker-thread/run-in-worker.ts"
import { type Scope, scopeOf } from "../../search/candidates/visible.ts"
import { nextEventLoopTurn } from "../../runtime/event-loop.ts"
import { foldNearCopies } from "../../search/candidates/candidates.ts"
import { queryJob, type TicketQuery } from "../../search/query/query.ts"
import { analyseText, analyseThreadJob } from "../../search/replies/analyse-text.ts"
import { findPages } from "../../search/replies/page-features.ts"
import { rankReplies } from "../../search/replies/rank-replies.ts"
import { searchKnowledge } from "../../search/pages/search-knowledge.ts"
import type { Details } from "../../ingest/source/source.ts"
import { placeholdersToGaps } from "../../ingest/sources/tickets/gaps.ts"
import { TENANT } from "../../storage/tenant.ts"
import { macroPlainText, fillMacroPlaceholders } from "./macro-plain-text.ts"

/**
 * Finds replies that were sent in threads like this one, and macros that the team has for it. Both are ordered by how
 * well they would follow the thread.
 */
export async function findReplies(
  db: Kysely<Schema>,
  ticket: MaskedTicket,
  person: PairedPerson
): Promise<RepliesAnswer> {
  const scope = await scopeOf(db, ticket.helpdesk, person)
  const query = await runInWorkerIfLarge(ticketSize(ticket), queryJob, ticket)
  const [tickets, macros, pages] = await Promise.all([
    candidates(db, { ...scope, kinds: ["ticket"] }, query),
    candidates(db, { ...scope, kinds: ["macro"] }, query),
    findPages(db, scope, query)
  ])
  const best = foldNearCopies(await ranked([...tickets, ...macros], ticket, pages), (row) => row)
  return {
    tickets: best
      .filter(({ kind }) => kind === "ticket")
      .slice(0, MAX_REPLIES)
      .map(asTicket),
    macros: best
      .filter(({ kind }) => kind === "macro")
      .slice(0, MAX_REPLIES)
      .map((row) => asMacro(row, ticket))
  }
}

/** Finds the macros for a ticket alone, best first, for drafts. Without macros, nothing is searched. */
export async function findMacros(
  db: Kysely<Schema>,
  ticket: MaskedTicket,
  person: PairedPerson
): Promise<RankedMacro[]> {
  const best = await bestOf(db, "macro", ticket, person)
  return best.slice(0, MAX_REPLIES).map((row) => asMacro(row, ticket))
}

/** Finds solved tickets alone, best first, for drafts. Without solved tickets, nothing is searched. */
export async function findSolvedTickets(
  db: Kysely<Schema>,
  ticket: MaskedTicket,
  person: PairedPerson
): Promise<SimilarTicket[]> {
  return (await bestOf(db, "ticket", ticket, person)).slice(0, MAX_REPLIES).map(asTicket)
}

async function bestOf(db: Kysely<Schema>, kind: Row["kind"], ticket: MaskedTicket, person: PairedPerson) {
  const all = await scopeOf(db, ticket.helpdesk, person)
  const { rows } = await sql`select 1 from documents where tenant = ${TENANT} and kind = ${kind} limit 1`.execute(db)
  if (rows.length === 0) return []
  const query = await runInWorkerIfLarge(ticketSize(ticket), queryJob, ticket)
  return ranked(await candidates(db, { ...all, kinds: [kind] }, query), ticket)
}

/** Orders replies by how well each would follow the thread, best first. */
async function ranked(
  found: Row[],
  ticket: MaskedTicket,
  pages: Awaited<ReturnType<typeof findPages>> = []
): Promise<(Row & { score: number })[]> {
  const texts = found.map((row) => analyseText(saidIn(row), languageOfLocale(row.locale)))
  const thread = await runInWorkerIfLarge(ticketSize(ticket), analyseThreadJob, ticket)
  await nextEventLoopTurn()
  return rankReplies(thread, texts, { pages }).flatMap(({ at, score }) => (found[at] ? [{ ...found[at], score }] : []))
}

const MAX_REPLIES = 5

interface Row {
  id: string
  kind: "ticket" | "macro"
  title: string
  locale: string
  url: string | null
  changed: string | null
  visibility: Visibility
  version: number
  twin: string | null
  body: string
  details: Details | null
}

async function candidates(db: Kysely<Schema>, scope: Scope, query: TicketQuery): Promise<Row[]> {
  const { ranked } = await searchKnowledge(db, scope, query)
  const { rows } = await sql<Row>`
    select d.id, d.kind, d.title, d.locale, d.url, d.changed, d.visibility, d.version, d.twin, d.body, d.details
    from unnest(${ranked.map(({ candidate }) => candidate.document)}::text[]) with ordinality as found (id, place)
    join documents d on d.tenant = ${TENANT} and d.id = found.id order by found.place`.execute(db)
  return rows
}

function saidIn({ kind, body, details, locale }: Row): string {
  return kind === "ticket" ? (details?.kind === "ticket" ? details.reply : body) : macroPlainText(body, locale)
}

/** Nothing that came from elsewhere may be put back as a value of the present customer's, whatever an import let in. */
const gone = (text: string, { locale }: Row) => placeholdersToGaps(text, locale)

function about(row: Row & { score: number }) {
  const { id, locale, url, changed, visibility, version, score } = row
  return {
    id,
    title: gone(row.title, row),
    locale,
    visibility,
    version,
    score,
    ...(url !== null && { url }),
    ...(changed !== null && { changed })
  }
}

function asTicket(row: Row & { score: number }): SimilarTicket {
  const details = row.details?.kind === "ticket" ? row.details : undefined
  return {
    ...about(row),
    question: gone(details?.question ?? "", row),
    reply: gone(saidIn(row), row),
    tags: (details?.tags ?? []).map((tag) => gone(tag, row)),
    ...(details?.satisfaction && { satisfaction: details.satisfaction })
  }
}

function asMacro(row: Row & { score: number }, ticket: MaskedTicket): RankedMacro {
  const macroId = macroIdOf(row.id)
  const placeholders = row.details?.kind === "macro" ? row.details.placeholders : []
  return {
    ...about(row),
    text: fillMacroPlaceholders(gone(saidIn(row), row), placeholders, ticket),
    ...(macroId !== undefined && { helpdesk: "zendesk", macroId })
  }
}

/**
 * Extracts Zendesk's own id of a macro from a document's id (see `zendesk.ts`, `macros.ts`). Returns undefined for
 * every other document.
 */
function macroIdOf(document: string): string | undefined {
  return /^zendesk-[^/]+-macros\/macro-(\d+)(?:-|$)/.exec(document)?.[1]
}
