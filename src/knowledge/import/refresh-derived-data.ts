import { randomUUID } from "node:crypto"
import type { Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import { readSetting, writeSetting } from "../../storage/team-setting.ts"
import { lockInTransaction } from "../../storage/transaction-lock.ts"
import type { Origin } from "../../storage/knowledge-origin.ts"
import { refreshQueryPlans } from "./refresh-query-plans.ts"
import { markNearCopies } from "./near-copies.ts"

/** Notes, with the change itself, that what is made of all documents together is no longer right. */
export async function markDocumentsChanged(write: Kysely<Schema>, origin: Origin): Promise<void> {
  await writeSetting(write, keyOf(origin), randomUUID())
}

/**
 * Makes anew what of all documents together is seen in each answer: near copies, and what the database goes by when it
 * plans a search. Where nothing has changed since it was last made, it does nothing; a process that died before it
 * leaves it to the next import, or start of the relay. What is made of their words comes after it: see {@link
 * readWordsStatus}.
 */
export async function refreshDerivedData(db: Kysely<Schema>, origin: Origin): Promise<void> {
  const note = await readNote(db, origin)
  if (note.startsWith(SETTLED) || note.startsWith(WORDS_DUE)) return
  // None of them needs another, and each is half the database's work and half ours. All have ended before what one
  // throws is thrown.
  const parts = [refreshQueryPlans(db), markNearCopies(db, origin)]
  await Promise.allSettled(parts)
  await Promise.all(parts)
  await writeNote(db, origin, { before: note, after: `${WORDS_DUE}${randomUUID()}` })
}

/**
 * Whether the documents have changed since something was made of their words; if not, the version of the masking rules
 * that was made of them. `settled` notes a new one.
 */
export interface WordsStatus {
  changed: boolean
  since: number
  settled(version: number): Promise<void>
}

/**
 * For whoever makes what is made of the documents' words. What another import changes meanwhile is due once more when
 * that ends.
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

/** Nothing is noted where another import has changed something meanwhile, and noted that. */
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

/** Behind it: the version of the masking rules that stood then. */
const SETTLED = "settled "
/** All is made but what is made of their words. */
const WORDS_DUE = "words due "
