import type { Kysely, Generated } from "kysely"
import { Problem } from "../../runtime/problem.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import type { Schema } from "../../storage/schema.ts"
import { lockInTransaction } from "../../storage/transaction-lock.ts"
import type { Mistake } from "../../runtime/yaml/mistake-lines.ts"

/** What an admin writes as YAML under a name. Each change is a version, and those of a removed one stay. */
export type DefinitionKind = "voice" | "playbook" | "lookup"

export interface StoredDefinition {
  name: string
  version: number
  source: string
  at: Date
}

/** A text that was read, with the name that stands in it. */
export interface NewDefinition {
  name: string
  source: string
  /** A team has no more of this kind. */
  most: number
  /** Throws where it can't stand beside the others as they are now; nobody stores one until it returns. */
  check?: (others: StoredDefinition[]) => void
}

/**
 * Stores a definition as the newest version under its name. The same text again makes no version.
 * @param person null at the relay's own machine
 * @throws Problem 409 "too-many-voices" (or -playbooks, -lookups), and what `check` throws
 */
export async function saveDefinition(
  db: Kysely<Schema>,
  kind: DefinitionKind,
  { name, source, most, check }: NewDefinition,
  person: string | null,
  now: Date
): Promise<{ name: string; version: number }> {
  return db.transaction().execute(async (work) => {
    await lockInTransaction(work, `${kind}s`)
    const newest = await newestVersion(work, kind, name)
    if (newest?.source === source) return { name, version: newest.version }
    const all = await newestDefinitions(work, kind)
    const others = all.filter((one) => one.name !== name)
    check?.(others)
    if (others.length >= most)
      throw new Problem(409, `too-many-${kind}s`, `A team has ${most} ${kind}s at most: remove one first.`)
    const version = (newest?.version ?? 0) + 1
    await work.insertInto(TABLES[kind]).values({ name, version, source, person, at: now }).execute()
    await writeAuditEntry(work, person, `${kind}-saved`, [name, `version ${version}`], now)
    return { name, version }
  })
}

/** Removes a definition; its versions stay. Returns false if there is none. */
export async function removeDefinition(
  db: Kysely<Schema>,
  kind: DefinitionKind,
  name: string,
  person: string | null,
  now: Date
): Promise<boolean> {
  return db.transaction().execute(async (work) => {
    await lockInTransaction(work, `${kind}s`)
    const newest = await newestVersion(work, kind, name)
    if (!newest || newest.source === null) return false
    const version = newest.version + 1
    await work.insertInto(TABLES[kind]).values({ name, version, source: null, person, at: now }).execute()
    await writeAuditEntry(work, person, `${kind}-removed`, [name], now)
    return true
  })
}

/** Returns the newest version of each definition that wasn't removed, by name. */
export async function newestDefinitions(db: Kysely<Schema>, kind: DefinitionKind): Promise<StoredDefinition[]> {
  const rows = await db
    .selectFrom(TABLES[kind])
    .distinctOn("name")
    .select(["name", "version", "source", "at"])
    .orderBy("name")
    .orderBy("version", "desc")
    .execute()
  return rows.flatMap(({ source, ...row }) => (source === null ? [] : { ...row, source }))
}

/** Returns the newest version under this name, whose source is null if it was removed. */
export const newestVersion = (
  db: Kysely<Schema>,
  kind: DefinitionKind,
  name: string
): Promise<{ version: number; source: string | null } | undefined> =>
  db
    .selectFrom(TABLES[kind])
    .select(["version", "source"])
    .where("name", "=", name)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst()

const TABLES = { voice: "voice_versions", playbook: "playbook_versions", lookup: "lookup_versions" } as const

/** Returns a sentence for each mistake of a file, with its line; no more than fifty. */
export const mistakeSentences = (mistakes: readonly Mistake[]): string[] =>
  mistakes.slice(0, MAX_SENTENCES).map(({ line, sentence }) => `Line ${line}: ${sentence}`)

const MAX_SENTENCES = 50

/**
 * Returns a reader of stored YAML. It reads each text once, because every draft asks for what the team has stored, and
 * takes letters that an earlier relay took in although they were no UTF-8. Callers must not change a result.
 * @param most how many texts are kept, before all of them are read anew
 */
export function storedReader<Result>(most: number, read: (source: string) => Result): (source: string) => Result {
  const results = new Map<string, Result>()
  return (source) => {
    const cached = results.get(source)
    if (cached !== undefined) return cached
    if (results.size >= most) results.clear()
    const result = read(source.replaceAll("\uFFFD", "?"))
    results.set(source, result)
    return result
  }
}

/** A version of a voice, playbook or lookup. */
interface DefinitionVersionRow {
  tenant: Generated<string>
  name: string
  version: number
  /** The YAML, or null where an admin removed it. */
  source: string | null
  person: string | null
  at: Date
}

declare module "../../storage/schema.ts" {
  interface Schema {
    voice_versions: DefinitionVersionRow
    playbook_versions: DefinitionVersionRow
    lookup_versions: DefinitionVersionRow
  }
}
