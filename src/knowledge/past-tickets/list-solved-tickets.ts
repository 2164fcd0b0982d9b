import { sql, type Kysely } from "kysely"
import type { SolvedTicketLine, SolvedTicketsAnswer } from "../../protocol/knowledge.ts"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../../storage/tenant.ts"
import { placeholdersToGaps } from "../../ingest/sources/tickets/gaps.ts"
import { readDocuments } from "../../search/candidates/candidates.ts"
import { visibleIn, type Scope } from "../../search/candidates/visible.ts"
import { likelyPages, PAGE_KINDS, questionAndReply, type SolvedTicket, linkOf } from "./likely-pages.ts"
import { linkPastTickets, removePastTickets } from "../../search/past-tickets/past-ticket-store.ts"
import { storable } from "../../search/candidates/source-choice.ts"

/** This many likely pages are listed for each ticket. */
const PAGES = 5

/**
 * Lists imported solved tickets, newest first, each with its likeliest pages and those that it is linked to.
 * @param after the last ticket of the previous answer
 */
export async function listSolvedTickets(
  db: Kysely<Schema>,
  scope: Scope,
  { after, linked, limit }: { after: string | undefined; linked: boolean; limit: number }
): Promise<SolvedTicketsAnswer> {
  const isTicket = visibleIn({ ...scope, kinds: ["ticket"] })
  const isLinked = sql<boolean>`exists (select 1 from past_tickets p where p.tenant = documents.tenant and p.solved = documents.id)`
  const { rows: counts } = await sql<{ all: string; linked: string }>`
    select count(*) as all, count(*) filter (where ${isLinked}) as linked from documents where ${isTicket}`.execute(db)
  const { rows } = await sql<SolvedTicket>`
    select id, title, locale, changed, details from documents where ${isTicket} and ${isLinked} = ${linked}
      and (${after ?? null}::text is null or (coalesce(changed, ''), id) < (
        select coalesce(l.changed, ''), l.id from documents l where l.tenant = ${TENANT} and l.id = ${after ?? null}))
    order by coalesce(changed, '') desc, id desc limit ${limit + 1}`.execute(db)
  const tickets: SolvedTicketLine[] = []
  for (const ticket of rows.slice(0, limit)) tickets.push(await lineOf(db, scope, ticket))
  return {
    tickets,
    next: rows.length > limit ? (tickets.at(-1)?.id ?? null) : null,
    all: Number(counts[0]?.all ?? 0),
    linked: Number(counts[0]?.linked ?? 0)
  }
}

async function lineOf(db: Kysely<Schema>, scope: Scope, ticket: SolvedTicket): Promise<SolvedTicketLine> {
  const [links, likely] = await Promise.all([readLinks(db, ticket.id), likelyPages(db, scope, ticket)])
  const best = likely.pages.slice(0, PAGES).map(({ candidate, score }) => ({ id: candidate.document, score }))
  const others = [...links.keys()].filter((id) => !best.some((page) => page.id === id)).map((id) => ({ id, score: 0 }))
  const pages = await readDocuments(
    db,
    [...best, ...others].map(({ id }) => id)
  )
  const { question, reply } = questionAndReply(ticket)
  // Nothing may look like a placeholder of a ticket that is open.
  const plain = (text: string) => placeholdersToGaps(text, ticket.locale)
  return {
    id: ticket.id,
    title: plain(ticket.title),
    question: plain(question),
    reply: plain(reply),
    ...(ticket.changed !== null && { changed: ticket.changed }),
    pages: [...best, ...others].flatMap(({ id, score }) => {
      const page = pages.get(id)
      if (!page) return []
      const how = links.get(id)
      return [
        { id, title: page.title, score, ...(page.url !== null && { url: page.url }), ...(how && { linked: how }) }
      ]
    }),
    sure: likely.isSure
  }
}

/** Returns why the ticket is linked to each page. */
async function readLinks(db: Kysely<Schema>, ticket: string): Promise<Map<string, "confirmed" | "margin">> {
  const rows = await db
    .selectFrom("past_tickets")
    .select(["document", "how"])
    .where("tenant", "=", TENANT)
    .where("solved", "=", ticket)
    .execute()
  return new Map(rows.map(({ document, how }) => [document, how === "margin" ? how : "confirmed"]))
}

/**
 * Records that a page answered a solved ticket, or that it didn't. It must run in the caller's transaction.
 * @returns false if there is no such ticket or page that the person may see
 */
export async function confirmPage(
  write: Kysely<Schema>,
  scope: Scope,
  { ticket, document, confirmed }: { ticket: string; document: string; confirmed: boolean },
  now: Date
): Promise<boolean> {
  if (!storable(ticket) || !storable(document)) return false
  const [solved] = await readVisible(write, { ...scope, kinds: ["ticket"] }, ticket)
  const [page] = await readVisible(write, { ...scope, kinds: PAGE_KINDS }, document)
  if (!solved || !page) return false
  if (confirmed) await linkPastTickets(write, [linkOf(solved, page.id, "confirmed", now)])
  else await removePastTickets(write, sql<boolean>`solved = ${ticket} and document = ${document}`)
  return true
}

async function readVisible(db: Kysely<Schema>, scope: Scope, id: string): Promise<SolvedTicket[]> {
  const { rows } = await sql<SolvedTicket>`
    select id, title, locale, changed, details from documents where ${visibleIn(scope)} and id = ${id}`.execute(db)
  return rows
}
