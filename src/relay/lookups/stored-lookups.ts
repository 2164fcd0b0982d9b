import type { Kysely } from "kysely"
import { MOST_LOOKUPS } from "../../protocol/fields.ts"
import { Problem } from "../../runtime/problem.ts"
import { runInWorkerIfLarge, type NamedJob } from "../../runtime/worker-thread/run-in-worker.ts"
import type { Schema } from "../../storage/schema.ts"
import {
  newestDefinitions,
  newestVersion,
  removeDefinition,
  saveDefinition,
  mistakeSentences,
  storedReader
} from "../team-settings/definitions.ts"
import type { View } from "./format/assemble-view.ts"
import { readLookup } from "./format/read-lookup.ts"
import type { LookupsAnswer, StoredLookups } from "../../protocol/routes/lookups.ts"

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
  const { definition, view, mistakes } = await runInWorkerIfLarge(source.length, READ, source)
  if (mistakes) throw new Problem(422, "lookup-wrong", mistakeSentences(mistakes).join("\n"))
  const { name } = definition ?? view.definition
  return saveDefinition(db, "lookup", { name, source, most: MOST_LOOKUPS }, person, now)
}

/** Removes a lookup; its versions stay. Returns false if there is none. */
export const removeLookup = (db: Kysely<Schema>, name: string, person: string | null, now: Date): Promise<boolean> =>
  removeDefinition(db, "lookup", name, person, now)

/** Lists the lookups as their files are, by name. One that can't be read any more is listed with its mistakes. */
export async function listLookups(db: Kysely<Schema>): Promise<StoredLookups> {
  return {
    lookups: (await newestDefinitions(db, "lookup")).map(({ name, source, version, at }) => {
      const { definition, view, mistakes } = readStored(source)
      const stored = { name, version, at: at.toISOString(), source, hosts: definition?.hosts ?? [] }
      if (mistakes) return { ...stored, title: name, mistakes: mistakeSentences(mistakes) }
      const { title } = definition ?? view.definition
      return { ...stored, title, ...(view ? { view: true as const } : {}) }
    })
  }
}

/** Returns the definitions for the team's browsers. A stored one that this version can't read is left out. */
export async function readLookups(db: Kysely<Schema>): Promise<LookupsAnswer> {
  const { count } = await db
    .selectFrom("lookup_versions")
    .select((versions) => versions.fn.countAll<string>().as("count"))
    .executeTakeFirstOrThrow()
  const newest = await newestDefinitions(db, "lookup")
  const read = newest.map(({ source }) => readStored(source))
  const views = read.flatMap(({ view }) => view?.definition ?? [])
  return {
    version: Number(count),
    lookups: read.flatMap(({ definition }) => definition ?? []),
    ...(views.length > 0 ? { views } : {})
  }
}

/** Returns the view of this name as it is now, or undefined if there is none. */
export async function findView(db: Kysely<Schema>, name: string): Promise<View | undefined> {
  const newest = await newestVersion(db, "lookup", name)
  return newest?.source ? readStored(newest.source).view : undefined
}

/** A long file takes longer to read than others may wait. */
const READ: NamedJob<(source: string) => ReturnType<typeof readLookup>> = {
  module: new URL("./format/read-lookup.ts", import.meta.url).href,
  name: "readLookup"
}
const readStored = storedReader(2 * MOST_LOOKUPS, (source) => readLookup(source, true))
