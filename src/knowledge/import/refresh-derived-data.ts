import { randomUUID } from "node:crypto"
import { type Kysely, sql } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import { readSetting, writeSetting } from "../../storage/team-setting.ts"
import { lockInTransaction } from "../../storage/transaction-lock.ts"
import type { Origin } from "../../storage/knowledge-origin.ts"
import { markNearCopies } from "./near-copies.ts"

/** Records in the transaction of the change that the data derived from all documents together is outdated. */
export async function markDocumentsChanged(write: Kysely<Schema>, origin: Origin): Promise<void> {
  await writeSetting(write, keyOf(origin), randomUUID())
}

/**
 * Refreshes what is derived from all documents together and affects each search: near copies, and the statistics with
 * which the database plans queries. If nothing has changed since the last time, it does nothing. If a process dies
 * before it has finished, the next import or start of the relay does the work. Data derived from the documents' words
 * is refreshed later: see {@link readWordsStatus}.
 */
export async function refreshDerivedData(db: Kysely<Schema>, origin: Origin): Promise<void> {
  const note = await readNote(db, origin)
  if (note.startsWith(SETTLED) || note.startsWith(WORDS_DUE)) return
  // None of these parts needs another, and each is half work of the database and half of this process. All of them end
  // before an error of one is thrown.
  const parts = [refreshQueryPlans(db), markNearCopies(db, origin)]
  await Promise.allSettled(parts)
  await Promise.all(parts)
  await writeNote(db, origin, { before: note, after: `${WORDS_DUE}${randomUUID()}` })
}

/**
 * Says whether the documents have changed since data was last derived from their words. If they haven't, it holds the
 * version of the masking rules that were made then. `settled` records a new version.
 */
export interface WordsStatus {
  changed: boolean
  since: number
  settled(version: number): Promise<void>
}

/**
 * Returns the status for the code that derives data from the documents' words. If another import changes something in
 * the meantime, the work is due again when that import ends.
 */
export async function readWordsStatus(db: Kysely<Schema>, origin: Origin): Promise<WordsStatus> {
  const note = await readNote(db, origin)
  const settled = note.startsWith(SETTLED)
  return {
    changed: !settled,
    since: settled ? Number(note.slice(SETTLED.length)) : 0,
    settled: async (version) => {
      if (settled || note.startsWith(WORDS_DUE))
        await writeNote(db, origin, { before: note, after: `${SETTLED}${version}` })
    }
  }
}

/** Writes the note unless another import has changed something in the meantime and recorded that. */
async function writeNote(
  db: Kysely<Schema>,
  origin: Origin,
  { before, after }: { before: string; after: string }
): Promise<void> {
  await db.transaction().execute(async (write) => {
    await lockInTransaction(write, `knowledge ${origin}`)
    if ((await readNote(write, origin)) === before) await writeSetting(write, keyOf(origin), after)
  })
}

const readNote = async (db: Kysely<Schema>, origin: Origin) => (await readSetting(db, keyOf(origin))) ?? SETTLED
const keyOf = (origin: Origin) => `knowledge-${origin}`

/** The version of the masking rules at that time follows this prefix. */
const SETTLED = "settled "
/** Everything is refreshed except the data derived from words. */
const WORDS_DUE = "words due "

/**
 * Lets PostgreSQL analyse the documents after an import has added or removed many of them. PostgreSQL would do so
 * itself about a minute later, and until then a search takes seconds instead of milliseconds. A role that doesn't own
 * the table only gets a warning.
 */
async function refreshQueryPlans(db: Kysely<Schema>): Promise<void> {
  const { rows } = await sql<{ known: number; now: string }>`
    select reltuples as known, (select count(*) from documents) as now from pg_class where oid = 'documents'::regclass`.execute(
    db
  )
  const [size] = rows
  if (!size || (Number(size.now) >= size.known / OTHER && Number(size.now) <= size.known * OTHER)) return
  await db.transaction().execute(async (write) => {
    await sql`set local default_statistics_target = ${sql.lit(SAMPLED)}`.execute(write)
    await sql`analyze documents`.execute(write)
  })
}

/** PostgreSQL samples 300 times as many rows, which is enough for sizes. */
const SAMPLED = 20
/** The statistics are refreshed if the number of documents differs by this factor. */
const OTHER = 1.5
