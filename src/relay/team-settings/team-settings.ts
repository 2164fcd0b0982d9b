import { type Kysely, sql } from "kysely"
import type { Erasing, SettingsAnswer, SettingsRequest } from "../../protocol/admin.ts"
import type { PairedPerson } from "../../protocol/relay.ts"
import type { Budgets } from "../../models/endpoint/models.ts"
import type { RouteParts } from "../http/context.ts"
import { readNewest, storeVersion, lockRules } from "../../masking-rules/stored-rules.ts"
import { readSiteHashing, setSiteHashing } from "../../masking-rules/site-hashing.ts"
import { TEAM_SETTING, teamOf, type Team } from "./stored-team.ts"
import { hashRequesterSites } from "../../masking-rules/ticket-requesters.ts"
import { Problem } from "../../runtime/problem.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { retryWhileUnavailable } from "../../storage/retry.ts"
import type { Schema } from "../../storage/schema.ts"
import { readSetting, writeSetting } from "../../storage/team-setting.ts"
import { lockInTransaction } from "../../storage/transaction-lock.ts"
import type {} from "../../knowledge/feedback/feedback.ts"
import type {} from "../../search/past-tickets/tables.ts"
import { raiseRecipesVersion } from "../../storage/page-recipes.ts"
import { asLongWork } from "../../storage/pool/time-limit.ts"

/** The budgets that the relay was started with. `currency` is the one of the cost. */
export type TeamBudgets = Budgets & { currency: string }
interface SettingsParts extends Pick<RouteParts, "db"> {
  budgets: TeamBudgets
  retentionDays: number
}

/**
 * Returns how many drafts are prepared for a person and day. It is 0 if the team has switched preparing off, otherwise
 * what an admin has set, and `usual` if no admin has set anything.
 */
export async function preparedPerDay(db: Kysely<Schema>, usual: number): Promise<number> {
  const { preparing, perDay } = await retryWhileUnavailable(() => readTeam(db))
  return preparing ? (perDay ?? usual) : 0
}

export async function readTeamSettings({ db, budgets, retentionDays }: SettingsParts): Promise<SettingsAnswer> {
  const [team, { key }] = await Promise.all([readTeam(db), readSiteHashing(db)])
  return {
    ...team,
    hashSites: key !== undefined,
    usualPerDay: budgets.prepared,
    cost: budgets.cost ?? null,
    currency: budgets.currency,
    retentionDays
  }
}

/** Saves the settings if they are still at the version that was read. @throws Problem 409 "settings-changed" */
export async function saveTeamSettings(
  parts: SettingsParts & Pick<RouteParts, "clock">,
  { version, preparing, perDay, ...said }: SettingsRequest,
  by: PairedPerson
): Promise<SettingsAnswer> {
  const now = parts.clock()
  await parts.db.transaction().execute(async (work) => {
    // Two admins who save at the same time wait for each other here, also at the first change.
    await lockInTransaction(work, "team settings")
    const standing = await readTeam(work)
    if (standing.version !== version)
      throw new Problem(
        409,
        "settings-changed",
        `${standing.by ?? "Another admin"} has changed the settings meanwhile; yours were not saved. What stands now is shown.`
      )
    const { key } = await readSiteHashing(work)
    const [erasing, hashSites] = [said.erasing ?? standing.erasing, said.hashSites ?? key !== undefined]
    const { earlier = standing.earlier, attachments = standing.attachments, agentNames = standing.agentNames } = said
    await writeSetting(
      work,
      TEAM_SETTING,
      JSON.stringify({
        preparing,
        perDay,
        erasing,
        earlier,
        attachments,
        agentNames,
        version: version + 1,
        by: by.name,
        at: now.toISOString()
      } satisfies Team)
    )
    if (hashSites !== (key !== undefined)) await switchSites(work, hashSites, by, now)
    const noted = [
      `preparing ${onOff(preparing)}`,
      `per-day ${perDay ?? "usual"}`,
      `erasing ${erasing}`,
      `hash-sites ${onOff(hashSites)}`,
      `earlier-tickets ${onOff(earlier)}`,
      `attachments ${onOff(attachments)}`,
      `agent-names ${onOff(agentNames)}`
    ]
    await writeAuditEntry(work, by.id, "settings-changed", noted, now)
  })
  return readTeamSettings(parts)
}

/**
 * Switches the hashing of sites, and stores a new version of the masking rules. By that version browsers notice the
 * change, and they get the key with the rules.
 */
async function switchSites(work: Kysely<Schema>, hashed: boolean, person: PairedPerson, now: Date): Promise<void> {
  await lockRules(work)
  await applySiteHashing(work, hashed)
  const standing = await readNewest(work)
  await storeVersion(work, standing, standing.rules, { why: "sites", person }, now)
}

const onOff = (value: boolean) => (value ? "on" : "off")

/** Returns who may erase a ticket besides leads and admins. */
export async function readErasing(db: Kysely<Schema>): Promise<Erasing> {
  return (await readTeam(db)).erasing
}

/** Returns whether leads see whose reply a case is. */
export async function areAgentsNamed(db: Kysely<Schema>): Promise<boolean> {
  return (await readTeam(db)).agentNames
}

const readTeam = async (db: Kysely<Schema>): Promise<Team> => teamOf(await readSetting(db, TEAM_SETTING))

/**
 * Switches the hashing of sites on or off. When it is switched on, everything that is stored is hashed too, except what
 * the audit has noted already. It must run in the caller's transaction.
 */
export async function applySiteHashing(work: Kysely<Schema>, hashed: boolean): Promise<void> {
  await setSiteHashing(work, hashed)
  await asLongWork(() => hashStoredSites(work))
}

/**
 * Hashes the origins that are still stored in plain text, if the team has sites hashed. That includes those of a
 * request that ran while hashing was switched on. Places of pages are deleted.
 */
export async function hashStoredSites(db: Kysely<Schema>): Promise<void> {
  const { key, stored } = await readSiteHashing(db)
  if (key === undefined) return
  for (const table of ["drafts", "outcomes", "source_feedback", "past_tickets", "memory_edits"] as const) {
    const { rows } = await sql<{
      site: string
    }>`select distinct site from ${sql.table(table)} where site like 'http%'`.execute(db)
    for (const { site } of rows)
      await db
        .updateTable(table)
        .set({ site: stored(site) })
        .where("site", "=", site)
        .execute()
  }
  await hashRequesterSites(db, stored)
  // Places name their site and are of no use without it.
  const { numDeletedRows } = await db.deleteFrom("page_recipes").executeTakeFirst()
  if (numDeletedRows > 0) await raiseRecipesVersion(db)
}
