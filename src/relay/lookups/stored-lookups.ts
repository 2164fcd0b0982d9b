import type { Kysely } from "kysely"
import { MOST_LOOKUPS } from "../../protocol/fields.ts"
import type { LookupsAnswer, StoredLookups } from "../../protocol/operating/lookups.ts"
import { Problem } from "../../runtime/problem.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import type { Schema } from "../../storage/schema.ts"
import { lockInTransaction } from "../../storage/transaction-lock.ts"
import type { View } from "./format/assemble-view.ts"
import { readLookup } from "./format/read-lookup.ts"
import type {} from "./tables.ts"

/**
 * Stores a lookup as the newest version under its name. The same text again makes no version.
 * @param person null at the relay's own machine
 * @throws Problem 422 "lookup-wrong" with a sentence and line for each mistake, 409 "too-many-lookups"
 */
export async function saveLookup(
  db: Kysely<Schema>,
  source: string,
  person: string | null,
  now: Date
): Promise<{ name: string; version: number }> {
  const { definition, view, mistakes } = readLookup(source)
  if (mistakes)
    throw new Problem(
      422,
      "lookup-wrong",
      mistakes
        .slice(0, MOST_TOLD)
        .map(({ line, sentence }) => `Line ${line}: ${sentence}`)
        .join("\n")
    )
  const { name } = definition ?? view.definition
  return db.transaction().execute(async (work) => {
    await lockInTransaction(work, "lookups")
    const newest = await newestOf(work, name)
    if (newest?.source === source) return { name, version: newest.version }
    if (newest?.source === undefined && (await newestVersions(work)).length >= MOST_LOOKUPS)
      throw new Problem(409, "too-many-lookups", `A team has ${MOST_LOOKUPS} lookups at most: remove one first.`)
    const version = (newest?.version ?? 0) + 1
    await work.insertInto("lookup_versions").values({ name, version, source, person, at: now }).execute()
    await writeAuditEntry(work, person, "lookup-saved", [name, `version ${version}`], now)
    return { name, version }
  })
}

/** Removes a lookup; its versions stay. Returns false if there is none. */
export async function removeLookup(
  db: Kysely<Schema>,
  name: string,
  person: string | null,
  now: Date
): Promise<boolean> {
  return db.transaction().execute(async (work) => {
    await lockInTransaction(work, "lookups")
    const newest = await newestOf(work, name)
    if (!newest || newest.source === null) return false
    const version = newest.version + 1
    await work.insertInto("lookup_versions").values({ name, version, source: null, person, at: now }).execute()
    await writeAuditEntry(work, person, "lookup-removed", [name], now)
    return true
  })
}

/** Lists the lookups as their files are, by name. */
export async function listLookups(db: Kysely<Schema>): Promise<StoredLookups> {
  return {
    lookups: (await newestVersions(db)).flatMap(({ source, version, at }) => {
      const { definition, view } = readLookup(source)
      const shown = definition ?? view?.definition
      if (!shown) return []
      const { name, title } = shown
      const asked = { hosts: definition?.hosts ?? [], ...(view ? { view: true as const } : {}) }
      return { name, title, version, at: at.toISOString(), source, ...asked }
    })
  }
}

/** Returns the definitions for the team's browsers. A stored one that this version can't read is left out. */
export async function readLookups(db: Kysely<Schema>): Promise<LookupsAnswer> {
  const { count } = await db
    .selectFrom("lookup_versions")
    .select((versions) => versions.fn.countAll<string>().as("count"))
    .executeTakeFirstOrThrow()
  const newest = await newestVersions(db)
  const read = newest.map(({ source }) => readLookup(source))
  const views = read.flatMap(({ view }) => view?.definition ?? [])
  return {
    version: Number(count),
    lookups: read.flatMap(({ definition }) => definition ?? []),
    ...(views.length > 0 ? { views } : {})
  }
}

/** Returns the view of this name as it is now, or undefined if there is none. */
export async function findView(db: Kysely<Schema>, name: string): Promise<View | undefined> {
  const newest = await newestOf(db, name)
  return newest?.source ? readLookup(newest.source).view : undefined
}

const newestOf = (db: Kysely<Schema>, name: string) =>
  db
    .selectFrom("lookup_versions")
    .select(["version", "source"])
    .where("name", "=", name)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst()

async function newestVersions(db: Kysely<Schema>) {
  const rows = await db
    .selectFrom("lookup_versions")
    .distinctOn("name")
    .select(["name", "version", "source", "at"])
    .orderBy("name")
    .orderBy("version", "desc")
    .execute()
  return rows.flatMap(({ source, ...row }) => (source === null ? [] : { ...row, source }))
}

const MOST_TOLD = 50
