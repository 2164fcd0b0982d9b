import { randomUUID } from "node:crypto"
import { sql, type Kysely, type RawBuilder } from "kysely"
import { readSiteHashing } from "../../masking-rules/site-hashing.ts"
import type { RequesterAnswer, RequesterCounts, RequesterErased } from "../../protocol/routes/requesters.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../../storage/tenant.ts"
import { syncMemoryDocuments } from "../memories/memory-documents.ts"
import { forgetTextsEverywhere, removeTicket } from "./erase.ts"
import type {} from "../../masking-rules/ticket-requesters.ts"
import type { StoredTicket } from "./ticket-rows.ts"

/** Who asks, and when. */
interface Asking {
  /** Null at the relay's own machine. */
  person: string | null
  now: Date
}

/** Counts what is stored of a requester's tickets, and the tickets that can't be tied to anybody. */
export async function countRequester(
  db: Kysely<Schema>,
  requester: string,
  { person, now }: Asking
): Promise<RequesterAnswer> {
  const stored = await countRows(db, await ticketsOf(db, requester))
  await writeAuditEntry(db, person, "requester-counted", notedCounts(stored), now)
  return { stored, untied: await countUntied(db) }
}

/**
 * Erases everything that is stored of a requester's tickets. Each ticket is noted in the audit, so that it is erased
 * again after a restore, and so is the receipt, which names neither the person nor the hash. Of somebody of whom nothing
 * is stored, nothing is erased, and the receipt says so.
 * @param stop stops the drafts of a ticket that are being written
 */
export async function eraseRequester(
  db: Kysely<Schema>,
  requester: string,
  { person, now }: Asking,
  stop: (ticket: StoredTicket) => Promise<void> = async () => undefined
): Promise<RequesterErased> {
  for (const ticket of await ticketsOf(db, requester)) await stop(ticket)
  const receipt = randomUUID()
  const erased = await db.transaction().execute(async (work) => {
    const tickets = await ticketsOf(work, requester)
    const counts = await countRows(work, tickets)
    for (const ticket of tickets) await removeTicket(work, ticket, { id: person, ofAll: false }, now)
    for (const { site, helpdesk, ticketId } of tickets)
      await writeAuditEntry(work, person, "ticket-erased", [site, helpdesk, ticketId], now)
    await writeAuditEntry(work, person, "requester-erased", [receipt, ...notedCounts(counts)], now)
    return counts
  })
  await syncMemoryDocuments(db, now)
  await forgetTextsEverywhere()
  return { receipt, at: now.toISOString(), erased, untied: await countUntied(db) }
}

/** A ticket of a requester. */
interface RequesterTicket extends StoredTicket {
  /** The site as it is stored with the requester. */
  site: string
}

/** Reads which tickets are a requester's, in an order in which two who erase them can't wait for each other. */
export async function ticketsOf(db: Kysely<Schema>, requester: string): Promise<RequesterTicket[]> {
  const rows = await db
    .selectFrom("ticket_requesters")
    .select(["site", "helpdesk", "ticket_id"])
    .where("tenant", "=", TENANT)
    .where("requester", "=", requester)
    .orderBy("helpdesk")
    .orderBy("ticket_id")
    .orderBy("site")
    .execute()
  const { forms } = await readSiteHashing(db)
  return rows.map(({ site, helpdesk, ticket_id: ticketId }) => ({ site, sites: forms(site), helpdesk, ticketId }))
}

/** The condition that a row belongs to one of the tickets. */
export function isOfTickets(tickets: readonly StoredTicket[], table = ""): RawBuilder<boolean> {
  const names = tickets.flatMap(({ sites, helpdesk, ticketId }) => sites.map((site) => ({ site, helpdesk, ticketId })))
  const column = (name: string) => sql.ref(table === "" ? name : `${table}.${name}`)
  return sql<boolean>`(${column("site")}, ${column("helpdesk")}, ${column("ticket_id")}) in (
    select * from unnest(${names.map(({ site }) => site)}::text[], ${names.map(({ helpdesk }) => helpdesk)}::text[],
      ${names.map(({ ticketId }) => ticketId)}::text[]))`
}

async function countRows(db: Kysely<Schema>, tickets: readonly StoredTicket[]): Promise<RequesterCounts> {
  const isTheirs = isOfTickets(tickets)
  const count = (rows: RawBuilder<unknown>) => sql`(select count(*)::int from ${rows} where ${isTheirs})`
  const { rows } = await sql<Omit<RequesterCounts, "tickets">>`
    select ${count(sql`drafts`)} as drafts, ${count(sql`outcomes`)} as cases,
      ${count(sql`reviews join outcomes on outcomes.id = case_id`)} as reviews,
      ${count(sql`source_feedback`)} as sources, ${count(sql`intent_corrections`)} as intents,
      (select count(distinct memory)::int from memory_edits where ${isTheirs}) as memories,
      ${count(sql`past_tickets`)} as "pastTickets"`.execute(db)
  const [counts] = rows
  if (!counts) throw new Error("A row of counts was expected.")
  const isSame = (one: StoredTicket, other: StoredTicket) =>
    one.helpdesk === other.helpdesk &&
    one.ticketId === other.ticketId &&
    one.sites.some((site) => other.sites.includes(site))
  return {
    tickets: tickets.filter((one, n) => tickets.findIndex((other) => isSame(one, other)) === n).length,
    ...counts
  }
}

/** Counts the tickets of which something is stored and nobody has said whose they are. */
async function countUntied(db: Kysely<Schema>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (
      select site, helpdesk, ticket_id from drafts union select site, helpdesk, ticket_id from outcomes) t
    where not exists (
      select from ticket_requesters r
      where r.tenant = ${TENANT} and r.helpdesk = t.helpdesk and r.ticket_id = t.ticket_id and r.site = t.site)`.execute(
    db
  )
  return rows[0]?.count ?? 0
}

/** The counts as the audit notes them: "tickets 2", "drafts 3". */
const notedCounts = (counts: RequesterCounts) => Object.entries(counts).map(([kind, count]) => `${kind} ${count}`)
