import { sql, type Kysely } from "kysely"
import { readSiteHashing } from "../../masking-rules/site-hashing.ts"
import { continueAudit } from "../../storage/audit/restore-audit.ts"
import type { Schema } from "../../storage/schema.ts"
import { countOnce } from "../review/count-once.ts"
import { removeUnfounded } from "../memories/in-force.ts"
import type {} from "../memories/tables.ts"
import { removeTicketRows } from "./ticket-rows.ts"

/** Reads in which forms a site may be stored, as `SiteHashing` does. */
type SiteForms = (site: string) => string[]

/** How much of a restored database was erased again, and how many sign-ins it has. */
export interface Replayed {
  drafts: number
  outcomes: number
  signIns: number
}

/** Each table after those that it refers to. */
const DIRECTORY = ["scim_tokens", "scim_users", "scim_groups", "scim_members"]
/** What must not come back with older data, under a name that ends with the transaction. */
const KEPT = [
  "people",
  "erased_drafts",
  "erased_cases",
  "audit",
  "token_families",
  "tokens",
  "refresh_tokens",
  "pairing_codes",
  ...DIRECTORY
]
const kept = (table: string) => sql.id(`kept_${table}`)

/**
 * Sets aside what this database knows of erased tickets and of sign-ins, before it is replaced by older data. The schema
 * must be up to date. It must run in the transaction that replaces the data.
 * @returns what `replayRecords` needs
 */
export async function keepRecords(work: Kysely<Schema>): Promise<SiteForms> {
  for (const table of KEPT)
    await sql`create temporary table ${kept(table)} on commit drop as table ${sql.table(table)}`.execute(work)
  return (await readSiteHashing(work)).forms
}

/**
 * Applies the records that were set aside to the data that took the place of the former ones: tickets that were erased
 * since are erased again, the audit goes on, and sign-ins and pairing codes are those of now, so that none that was ended
 * or used is valid again.
 * @param madeAt when the data were as they are
 * @returns undefined where the former data were another team's, because they have no person in common
 */
export async function replayRecords(
  work: Kysely<Schema>,
  formsThen: SiteForms,
  madeAt: Date
): Promise<Replayed | undefined> {
  const { rows: shared } = await sql`select from ${kept("people")} k join people p on p.id = k.id limit 1`.execute(work)
  if (shared.length === 0) return undefined
  for (const table of ["erased_drafts", "erased_cases"] as const)
    await sql`insert into ${sql.table(table)} select * from ${kept(table)} on conflict do nothing`.execute(work)
  const before = await countTickets(work)
  await eraseByIds(work)
  const formsNow = (await readSiteHashing(work)).forms
  await eraseByTickets(work, madeAt, (site) => [...formsThen(site), ...formsNow(site)])
  await countOnce(work)
  const after = await countTickets(work)
  await continueAudit(work, "kept_audit")
  const signIns = await takeSignIns(work)
  await takeDirectory(work)
  await deleteAgain(work)
  return { drafts: before.drafts - after.drafts, outcomes: before.outcomes - after.outcomes, signIns }
}

async function eraseByIds(work: Kysely<Schema>): Promise<void> {
  const erased = (column: string, table: string) =>
    sql<boolean>`${sql.ref(column)} in (select id from ${sql.table(table)})`
  await work.deleteFrom("drafts").where(erased("id", "erased_drafts")).execute()
  await work
    .deleteFrom("outcomes")
    .where((is) => is.or([erased("id", "erased_cases"), erased("account", "erased_cases")]))
    .execute()
  await sql`delete from source_feedback where ${erased("id", "erased_drafts")}`.execute(work)
  const edits = await work
    .deleteFrom("memory_edits")
    .where(erased("draft", "erased_drafts"))
    .returning("memory")
    .execute()
  await removeUnfounded(
    work,
    edits.map(({ memory }) => memory)
  )
}

/** An erasure may have been under way when the backup began: those of the day before are done again too. */
const MARGIN = 86_400_000

async function eraseByTickets(work: Kysely<Schema>, madeAt: Date, forms: SiteForms): Promise<void> {
  const { rows } = await sql<{ ids: string[]; person: string | null; at: Date }>`
    select ids, person, at from ${kept("audit")}
    where action = 'ticket-erased' and at >= ${new Date(madeAt.getTime() - MARGIN)} order by at`.execute(work)
  if (rows.length === 0) return
  const sites = await storedSites(work)
  for (const { ids, person, at } of rows) {
    // Before tickets had a site, an entry named helpdesk and number alone, and what was stored had none either.
    const [ticketId, helpdesk, site] = ids.toReversed()
    if (ticketId === undefined || helpdesk === undefined) continue
    const named = site === undefined ? [""] : [...new Set([site, ...sites.filter((one) => isSame(one, site, forms))])]
    const ticket = { sites: named, helpdesk, ticketId }
    await removeTicketRows(work, ticket, { id: person, ofAll: site === undefined }, at)
  }
}

/** Hashing may have been switched on or off since: one may be an origin, the other its hash. */
const isSame = (one: string, other: string, forms: SiteForms) =>
  forms(one).includes(other) || forms(other).includes(one)

async function storedSites(work: Kysely<Schema>): Promise<string[]> {
  const { rows } = await sql<{ site: string }>`
    select site from drafts union select site from outcomes union select site from source_feedback
    union select site from past_tickets union select site from memory_edits`.execute(work)
  return rows.map(({ site }) => site)
}

/** Whoever has left, or has another role since, has done so in the restored data, too. */
async function takeDirectory(work: Kysely<Schema>): Promise<void> {
  for (const table of DIRECTORY.toReversed()) await sql`delete from ${sql.table(table)}`.execute(work)
  for (const table of DIRECTORY) await sql`insert into ${sql.table(table)} select * from ${kept(table)}`.execute(work)
  await sql`
    update people p set name = k.name, role = k.role, groups = k.groups, login = k.login, scim_user = k.scim_user
    from ${kept("people")} k where k.id = p.id`.execute(work)
}

/** Whoever an admin has deleted is deleted from the restored data, too. */
async function deleteAgain(work: Kysely<Schema>): Promise<void> {
  await sql`
    delete from people where id::text in (select ids[1] from ${kept("audit")} where action = 'person-deleted')`.execute(
    work
  )
}

/** Somebody who is not in the restored data has to pair again. */
async function takeSignIns(work: Kysely<Schema>): Promise<number> {
  await sql`delete from pairing_codes`.execute(work)
  await sql`insert into pairing_codes select * from ${kept("pairing_codes")}`.execute(work)
  await sql`delete from tokens`.execute(work)
  await sql`delete from token_families`.execute(work)
  const { numAffectedRows = 0n } = await sql`
    insert into token_families select * from ${kept("token_families")} where person in (select id from people)`.execute(
    work
  )
  await sql`
    insert into tokens select * from ${kept("tokens")}
    where person in (select id from people) and (family is null or family in (select id from token_families))`.execute(
    work
  )
  await sql`
    insert into refresh_tokens select * from ${kept("refresh_tokens")}
    where family in (select id from token_families)`.execute(work)
  return Number(numAffectedRows)
}

async function countTickets(work: Kysely<Schema>): Promise<{ drafts: number; outcomes: number }> {
  const { rows } = await sql<{ drafts: string; outcomes: string }>`
    select (select count(*) from drafts) as drafts, (select count(*) from outcomes) as outcomes`.execute(work)
  return { drafts: Number(rows[0]?.drafts), outcomes: Number(rows[0]?.outcomes) }
}
