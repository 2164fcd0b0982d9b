import type { Kysely } from "kysely"
import { readPlaybook } from "../../playbooks/format/read-playbook.ts"
import { graphOf, mermaidOf } from "../../playbooks/graph/graph.ts"
import type { Playbook } from "../../playbooks/playbook.ts"
import type { PlaybooksAnswer } from "../../protocol/operating/playbooks.ts"
import { Problem } from "../../runtime/problem.ts"
import type { Mistake } from "../../runtime/yaml/mistake-lines.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import type { Schema } from "../../storage/schema.ts"
import { lockInTransaction } from "../../storage/transaction-lock.ts"
import type {} from "./tables.ts"

/**
 * Stores a playbook as the newest version under its name. The same text again makes no version.
 * @param person null at the relay's own machine
 * @throws Problem 422 "playbook-wrong" with a sentence and line for each mistake
 */
export async function savePlaybook(
  db: Kysely<Schema>,
  source: string,
  person: string | null,
  now: Date
): Promise<{ name: string; version: number }> {
  const { playbook, mistakes } = readPlaybook(source)
  if (!playbook) throw new Problem(422, "playbook-wrong", told(mistakes).join("\n"))
  const { name } = playbook
  return db.transaction().execute(async (work) => {
    await lockInTransaction(work, "playbooks")
    const newest = await newestOf(work, name)
    if (newest?.source === source) return { name, version: newest.version }
    if (newest?.source === undefined && (await newestVersions(work)).length >= MOST_PLAYBOOKS)
      throw new Problem(
        409,
        "too-many-playbooks",
        `A team has ${MOST_PLAYBOOKS} playbooks at most: take one out first.`
      )
    const version = (newest?.version ?? 0) + 1
    await work.insertInto("playbook_versions").values({ name, version, source, person, at: now }).execute()
    await writeAuditEntry(work, person, "playbook-saved", [name, `version ${version}`], now)
    return { name, version }
  })
}

/** Takes a playbook out; its versions stay. Returns false if there is none. */
export async function removePlaybook(
  db: Kysely<Schema>,
  name: string,
  person: string | null,
  now: Date
): Promise<boolean> {
  return db.transaction().execute(async (work) => {
    await lockInTransaction(work, "playbooks")
    const newest = await newestOf(work, name)
    if (!newest || newest.source === null) return false
    const version = newest.version + 1
    await work.insertInto("playbook_versions").values({ name, version, source: null, person, at: now }).execute()
    await writeAuditEntry(work, person, "playbook-removed", [name], now)
    return true
  })
}

/** Lists the playbooks with their flowcharts, by name. One that can't be read any more is listed with its mistakes. */
export async function listPlaybooks(db: Kysely<Schema>): Promise<PlaybooksAnswer> {
  return {
    playbooks: (await newestVersions(db)).map(({ name, source, version, at }) => {
      const { playbook, mistakes = [] } = parsed(source)
      const stored = { name, version, at: at.toISOString(), source }
      if (playbook) return { ...stored, title: playbook.title, graph: graphOf(playbook), mermaid: mermaidOf(playbook) }
      return {
        ...stored,
        ...{ title: name, graph: { nodes: [], edges: [] }, mermaid: "" },
        mistakes: told(mistakes)
      }
    })
  }
}

/** Returns the team's playbooks, by name. A stored one that this version can't read is left out. */
export async function readPlaybooks(db: Kysely<Schema>): Promise<Playbook[]> {
  return (await newestVersions(db)).flatMap(({ source }) => parsed(source).playbook ?? [])
}

const told = (mistakes: readonly Mistake[]) =>
  mistakes.slice(0, MOST_TOLD).map(({ line, sentence }) => `Line ${line}: ${sentence}`)

const newestOf = (db: Kysely<Schema>, name: string) =>
  db
    .selectFrom("playbook_versions")
    .select(["version", "source"])
    .where("name", "=", name)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst()

async function newestVersions(db: Kysely<Schema>) {
  const rows = await db
    .selectFrom("playbook_versions")
    .distinctOn("name")
    .select(["name", "version", "source", "at"])
    .orderBy("name")
    .orderBy("version", "desc")
    .execute()
  return rows.flatMap(({ source, ...row }) => (source === null ? [] : { ...row, source }))
}

/** Every draft asks for the playbooks, so each text is read once. */
function parsed(source: string): ReturnType<typeof readPlaybook> {
  const known = read.get(source)
  if (known) return known
  if (read.size >= 2 * MOST_PLAYBOOKS) read.clear()
  const result = readPlaybook(source)
  read.set(source, result)
  return result
}

const read = new Map<string, ReturnType<typeof readPlaybook>>()
const MOST_PLAYBOOKS = 100
const MOST_TOLD = 50
