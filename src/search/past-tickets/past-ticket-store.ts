import { sql, type Expression, type Kysely, type RawBuilder, type SqlBool } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import type { Origin } from "../../storage/knowledge-origin.ts"
import { TENANT } from "../../storage/tenant.ts"
import { lockInTransaction } from "../../storage/transaction-lock.ts"
import { stems } from "../words/stems.ts"
import type { LinkReason, PastTicketWords } from "./tables.ts"
import { documentsOf } from "../postings/posting-list.ts"
import { readPostings } from "../postings/posting-store.ts"
import type { MaskedTicket } from "../../ticket/masked-ticket.ts"
import { writtenByCustomer } from "../query/query.ts"
import type { WordLines } from "../postings/word-lines.ts"
import { synonymsOf } from "../synonyms/synonyms.ts"

/** A ticket, and a page that answered it. */
export interface PastTicketLink {
  document: string
  ticket: { site: string; helpdesk: string; ticketId: string; person: string } | { solved: string }
  how: LinkReason
  /** What the customer wrote; see `customerText`. */
  text: string
  at: Date
}

/** A page has at most this many past tickets, the newest ones. More of them hardly help. */
export const PAST_TICKETS_OF_PAGE = 10

/**
 * Stores which pages answered which tickets. A ticket that was linked to a page before is replaced, and pages that
 * don't exist are ignored. It must run in the caller's transaction. @returns how many links were stored
 */
export async function linkPastTickets(write: Kysely<Schema>, links: readonly PastTicketLink[]): Promise<number> {
  const pages = await pagesOf(write, links)
  const known = links.flatMap((link) => {
    const page = pages.get(link.document)
    return page ? [{ ...link, ...page, ticket: ticketColumns(link) }] : []
  })
  for (const [origin, own] of Map.groupBy(known, (link) => link.origin)) {
    await lockInTransaction(write, `past tickets ${origin}`)
    const pageWords = await wordsOfPages(write, origin, [
      ...new Set(own.flatMap(({ text, language }) => stems(text, language)))
    ])
    const rows = own.map(({ text, language, document, how, at, ticket }) => ({
      ...{ origin, document, how, at, ...ticket },
      words: pastTicketWords(text, language, (word) => pageWords.has(word))
    }))
    await removePastTickets(write, sameTickets(rows))
    for (let from = 0; from < rows.length; from += BATCH)
      await write
        .insertInto("past_tickets")
        .values(rows.slice(from, from + BATCH))
        .execute()
    await addToCounts(
      write,
      origin,
      rows.map(({ words }) => words),
      1
    )
    await removePastTickets(write, olderThanNewest(own.map(({ document }) => document)))
  }
  return known.length
}

const BATCH = 500

/** Deletes past tickets and takes them out of the counts. Every deletion goes through this function. */
export async function removePastTickets(write: Kysely<Schema>, which: Expression<SqlBool>): Promise<number> {
  const { rows } = await sql<{ origin: Origin; words: PastTicketWords }>`
    delete from past_tickets where tenant = ${TENANT} and ${which} returning origin, words`.execute(write)
  for (const [origin, own] of Map.groupBy(rows, (row) => row.origin))
    await addToCounts(
      write,
      origin,
      own.map(({ words }) => words),
      -1
    )
  return rows.length
}

/**
 * Deletes past tickets from before this day. Of imported solved tickets, only those whose page is gone are deleted,
 * because the solved ticket itself stays.
 */
export async function removeOldPastTickets(write: Kysely<Schema>, before: Date): Promise<number> {
  return removePastTickets(
    write,
    sql<boolean>`at < ${before} and (solved = '' or not exists (
      select 1 from documents where documents.tenant = past_tickets.tenant and documents.id = past_tickets.document))`
  )
}

/** Deletes the links of imported solved tickets that are removed. */
export async function removeSolvedTickets(write: Kysely<Schema>, documents: readonly string[]): Promise<number> {
  return removePastTickets(write, sql<boolean>`solved = any(${documents}::text[])`)
}

/** The words of past tickets as statistics of a search. */
export interface PastTicketCounts {
  tickets: number
  /** Returns how many past tickets contain the word. */
  ticketsWith(word: string): number
}

export async function countPastTickets(
  db: Kysely<Schema>,
  origins: readonly Origin[],
  words: readonly string[]
): Promise<PastTicketCounts> {
  const { rows } = await ticketCounts(sql`${origins}::text[]`, words).execute(db)
  return pastTicketCountsOf(new Map(rows.map(({ word, tickets }) => [word, Number(tickets)])))
}

/** The statement of `countPastTickets`, which can be part of another. `origins` is an array in SQL. */
export const ticketCounts = (origins: RawBuilder<unknown>, words: readonly string[]) => sql<{
  word: string
  tickets: string
}>`
    select word, sum(tickets) as tickets from past_ticket_words
    where tenant = ${TENANT} and origin = any(${origins}) and word = any(${[ALL, ...words]}::text[]) group by word`

/** Returns the counts by what that statement has counted. */
export function pastTicketCountsOf(counts: ReadonlyMap<string, number>): PastTicketCounts {
  return { tickets: counts.get(ALL) ?? 0, ticketsWith: (word) => counts.get(word) ?? 0 }
}

/** Reads the past tickets of each of these pages, newest first. Pages without any are left out. */
export async function readPastTickets(
  db: Kysely<Schema>,
  documents: readonly string[]
): Promise<Map<string, PastTicketWords[]>> {
  const { rows } = await sql<{ document: string; words: PastTicketWords }>`
    select document, words from past_tickets
    where tenant = ${TENANT} and document = any(${documents}::text[]) order by at desc, id desc`.execute(db)
  return new Map(
    [...Map.groupBy(rows, ({ document }) => document)].map(([id, own]) => [id, own.map(({ words }) => words)])
  )
}

/** This word's row counts all past tickets. */
const ALL = ""

/** Adds each word once per ticket. The words are sorted, so that two writers never wait for each other in a circle. */
async function addToCounts(
  write: Kysely<Schema>,
  origin: Origin,
  tickets: readonly PastTicketWords[],
  sign: 1 | -1
): Promise<void> {
  if (tickets.length === 0) return
  const counts = new Map([[ALL, tickets.length]])
  for (const ticket of tickets)
    for (const word of new Set(ticket.split(/[ \t]/).filter(Boolean))) counts.set(word, (counts.get(word) ?? 0) + 1)
  const words = [...counts.keys()].sort()
  await sql`
    insert into past_ticket_words (tenant, origin, word, tickets)
    select ${TENANT}, ${origin}, w.word, w.tickets
    from unnest(${words}::text[], ${words.map((word) => sign * (counts.get(word) ?? 0))}::int[]) as w (word, tickets)
    on conflict (word, tenant, origin) do update set tickets = past_ticket_words.tickets + excluded.tickets`.execute(
    write
  )
  if (sign < 0)
    await sql`
      delete from past_ticket_words
      where tenant = ${TENANT} and origin = ${origin} and tickets <= 0 and word = any(${words}::text[])`.execute(write)
}

async function pagesOf(
  db: Kysely<Schema>,
  links: readonly PastTicketLink[]
): Promise<Map<string, { origin: Origin; language: string }>> {
  const ids = [...new Set(links.map(({ document }) => document))]
  const { rows } = await sql<{ id: string; origin: Origin; locale: string }>`
    select id, origin, locale from documents
    where tenant = ${TENANT} and id = any(${ids}::text[]) and kind <> 'ticket'`.execute(db)
  // An import stems a page by these two letters.
  return new Map(rows.map(({ id, origin, locale }) => [id, { origin, language: locale.slice(0, 2) }]))
}

function ticketColumns({ ticket }: PastTicketLink) {
  if ("solved" in ticket) return { site: "", helpdesk: "", ticket_id: "", person: null, solved: ticket.solved }
  const { site, helpdesk, ticketId, person } = ticket
  return { site, helpdesk, ticket_id: ticketId, person, solved: "" }
}

type TicketColumns = ReturnType<typeof ticketColumns> & { document: string }

function sameTickets(rows: readonly TicketColumns[]): RawBuilder<boolean> {
  const of = (column: keyof TicketColumns) => sql`${rows.map((row) => row[column])}::text[]`
  return sql<boolean>`(helpdesk, ticket_id, site, solved, document) in (
    select * from unnest(${of("helpdesk")}, ${of("ticket_id")}, ${of("site")}, ${of("solved")}, ${of("document")}))`
}

function olderThanNewest(documents: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`id in (
    select id from (
      select id, row_number() over (partition by document order by at desc, id desc) as place from past_tickets
      where tenant = ${TENANT} and document = any(${documents}::text[])) as placed
    where place > ${PAST_TICKETS_OF_PAGE})`
}

/**
 * Returns those of the words that a page contains. Words that only imported solved tickets contain are left out,
 * because they may be names.
 */
async function wordsOfPages(
  db: Kysely<Schema>,
  origin: Origin,
  words: readonly string[]
): Promise<ReadonlySet<string>> {
  const { lists } = await readPostings(db, [origin], words)
  const documents = new Map([...lists].map(([word, own]) => [word, new Set(own.flatMap(documentsOf))]))
  const all = new Set([...documents.values()].flatMap((numbers) => [...numbers]))
  const { rows } = await sql<{ number: number }>`
    select number from documents
    where tenant = ${TENANT} and origin = ${origin} and kind <> 'ticket' and number = any(${[...all]}::int[])`.execute(
    db
  )
  const pages = new Set(rows.map(({ number }) => number))
  return new Set([...documents].flatMap(([word, numbers]) => (numbers.isDisjointFrom(pages) ? [] : [word])))
}

/** Returns what the customer wrote in a masked ticket, without placeholders, gaps and quoted mail. */
export function customerText(ticket: Pick<MaskedTicket, "subject" | "messages">): string {
  return withoutBrackets([ticket.subject, ...writtenByCustomer(ticket)].join("\n"))
}

/** Placeholders, gaps such as "[a name]" and blanks all stand in brackets, and none of them says what was asked. */
export const withoutBrackets = (text: string): string => text.replace(/\[[^[\]\n]{1,80}\]/g, " ")

/**
 * Stems the customer's words as the page is stemmed. Only words that occur in pages are kept: the others never decide
 * between two pages, and names and numbers are among them.
 */
function pastTicketWords(text: string, language: string | null, isInPages: (word: string) => boolean): PastTicketWords {
  const words = stems(text, language).filter(isInPages).slice(0, MAX_WORDS)
  return `${words.join(" ")}\t${synonymsOf(words, language).join(" ")}`
}

/** A ticket has thirty of them on average. More would only make it a longer passage. */
const MAX_WORDS = 200

/** Returns the past tickets of a page as passages: the page's title, and the words of one ticket each. */
export function passagesOfPastTickets(page: WordLines, tickets: readonly PastTicketWords[]): WordLines {
  const [sizes = "", words = ""] = page.slice(0, (page.indexOf("\n") + 1 || page.length + 1) - 1).split("\t")
  const titleWords = Number(sizes.split(" ")[0])
  const title = titleWords > 0 ? words.split(" ", titleWords) : []
  return tickets
    .map((ticket) => {
      const [own = "", marks = ""] = ticket.split("\t")
      return `${title.length} 0\t${[...title, own].join(" ")}\t${marks}`
    })
    .join("\n")
}
