import type { Hono } from "hono"
import type { Expression, Kysely, SqlBool } from "kysely"
import { eraseOperations, type EraseAnswer } from "../../protocol/routes/erase.ts"
import type { PairedPerson } from "../../protocol/relay.ts"
import { createRoutes } from "../access/create-routes.ts"
import { readErasing } from "../team-settings/team-settings.ts"
import type { RouteParts, RelayEnv } from "../http/context.ts"
import { Problem } from "../../runtime/problem.ts"
import { countOnce } from "../review/count-once.ts"
import { syncMemoryDocuments } from "../memories/memory-documents.ts"
import { lockTicket } from "../review/outcome-row.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import type { Schema } from "../../storage/schema.ts"
import { readSiteHashing } from "../../masking-rules/site-hashing.ts"
import type { DraftService } from "../drafting/draft-service.ts"
import { ofTicket, removeTicketRows, type Eraser, type StoredTicket } from "./ticket-rows.ts"
import type { forgetTexts } from "../../text/memo/text-memory.ts"
import type { Log } from "../../runtime/log.ts"
import { runInEveryThread, type NamedJob } from "../../runtime/worker-thread/run-in-worker.ts"

export interface EraseParts extends RouteParts {
  drafts: Pick<DraftService, "erase">
}

/**
 * Creates the route for "Erase this ticket". It deletes everything that was ever stored of the ticket, with its reviews
 * and with what is being written just now.
 */
export function eraseRoutes({ db, drafts: running, clock }: EraseParts): Hono<RelayEnv> {
  return createRoutes({ db, clock }, eraseOperations, {
    "DELETE /v1/tickets/:helpdesk/:ticketId": async (context, read) => {
      const { helpdesk, ticketId } = read.path()
      const { site, unknown } = read.query()
      const { person } = context.get("person")
      const { forms, stored } = await readSiteHashing(db)
      const ticket: ErasedTicket = { sites: forms(site), helpdesk, ticketId, noted: [stored(site), helpdesk, ticketId] }
      const by = { id: person.id, ofAll: person.role !== "agent" && unknown === "true" }
      await refuseWhoMayNot(db, ticket, person)
      await running.erase(ticket.sites, helpdesk, ticketId)
      const erased = await eraseTicket(db, ticket, by, clock())
      await syncMemoryDocuments(db, clock())
      await forgetTextsEverywhere()
      return context.json(erased)
    }
  })
}

/** A ticket that is to be erased. */
export interface ErasedTicket extends StoredTicket {
  /** The ids by which the audit names it. */
  noted: string[]
}

async function eraseTicket(
  db: Kysely<Schema>,
  ticket: ErasedTicket,
  by: Eraser & { id: string },
  now: Date
): Promise<EraseAnswer> {
  return db.transaction().execute(async (work) => {
    const { drafts, cases } = await removeTicket(work, ticket, by, now)
    await writeAuditEntry(work, by.id, "ticket-erased", ticket.noted, now)
    return { drafts: drafts.length, outcomes: cases.length, unknown: await countUnknown(work, ticket) }
  })
}

/** Deletes what is stored of a ticket, and remembers which drafts and cases may not come back. */
export async function removeTicket(
  work: Kysely<Schema>,
  ticket: StoredTicket,
  by: Eraser,
  now: Date
): ReturnType<typeof removeTicketRows> {
  await lockTicket(work, ticket.helpdesk, ticket.ticketId)
  const rows = await removeTicketRows(work, ticket, by)
  await countOnce(work, ticket)
  await remember(work, "erased_drafts", rows.drafts, now)
  const caseIds = rows.cases.flatMap(({ id, account }) => [...new Set([id, account])])
  await remember(work, "erased_cases", caseIds, now)
  return rows
}

/**
 * Refuses a person who may not erase the ticket. Leads and admins erase every ticket, and agents those that the team
 * lets them. If nothing is stored of the ticket, there is nothing to refuse, and the browser may delete its own copy.
 * @throws Problem 403 "may-not-erase"
 */
async function refuseWhoMayNot(db: Kysely<Schema>, ticket: ErasedTicket, { id, role }: PairedPerson): Promise<void> {
  if (role !== "agent") return
  const its = ofTicket(ticket, { id, ofAll: false })
  const erasing = await readErasing(db)
  if (erasing === "everyone" || (erasing === "drafters" && (await hasDraft(db, its, id)))) return
  if (!(await hasDraft(db, its)) && !(await hasOutcome(db, its))) return
  const who =
    erasing === "leads"
      ? "In this team a lead or an admin erases tickets"
      : "In this team whoever drafted on a ticket erases it, or a lead or an admin"
  throw new Problem(403, "may-not-erase", `${who}. Nothing was erased: ask one of them.`)
}

/**
 * Whether a draft of the ticket is stored, and of this person if one is given. An outcome gives no right: anybody may
 * report one.
 */
async function hasDraft(db: Kysely<Schema>, its: Expression<SqlBool>, person?: string): Promise<boolean> {
  const rows = db.selectFrom("drafts").select("id").where(its).limit(1)
  const row = await (person === undefined ? rows : rows.where("person", "=", person)).executeTakeFirst()
  return row !== undefined
}

async function hasOutcome(db: Kysely<Schema>, its: Expression<SqlBool>): Promise<boolean> {
  return (await db.selectFrom("outcomes").select("id").where(its).limit(1).executeTakeFirst()) !== undefined
}

async function countUnknown(work: Kysely<Schema>, { helpdesk, ticketId }: ErasedTicket): Promise<number> {
  const counts = await Promise.all(
    (["drafts", "outcomes"] as const).map((table) =>
      work
        .selectFrom(table)
        .select((is) => is.fn.countAll<string>().as("count"))
        .where("helpdesk", "=", helpdesk)
        .where("ticket_id", "=", ticketId)
        .where("site", "=", "")
        .executeTakeFirstOrThrow()
    )
  )
  return counts.reduce((sum, { count }) => sum + Number(count), 0)
}

async function remember(
  work: Kysely<Schema>,
  table: "erased_drafts" | "erased_cases",
  ids: string[],
  now: Date
): Promise<void> {
  if (ids.length === 0) return
  await work
    .insertInto(table)
    .values(ids.map((id) => ({ id, erased_at: now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/**
 * Lets go of what this relay's threads remember of texts, whichever ticket they are of. It is read anew when needed.
 */
export const forgetTextsEverywhere = (): Promise<void> => runInEveryThread(FORGET)

const FORGET: NamedJob<typeof forgetTexts> = {
  module: new URL("../../text/memo/text-memory.ts", import.meta.url).href,
  name: "forgetTexts"
}

/**
 * Does so every ten minutes, because another relay may have erased a ticket that this one has read.
 * @returns a function that stops it
 */
export function startForgetting(log: Log): () => void {
  const forget = () => forgetTextsEverywhere().catch((error: unknown) => log.error("forgetting-failed", error))
  const timer = setInterval(forget, TEN_MINUTES).unref()
  return () => clearInterval(timer)
}

const TEN_MINUTES = 600_000
