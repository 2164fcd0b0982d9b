import { randomUUID } from "node:crypto"
import type { Kysely } from "kysely"
import { refreshKeepList } from "../../masking/refresh.ts"
import { readNewest } from "../../masking/stored.ts"
import type { Schema } from "../../storage/schema.ts"
import { readSetting, writeSetting } from "../../storage/setting.ts"
import { takeTurn } from "../../storage/take-turn.ts"
import { learnWords } from "../near/known-words.ts"
import { tidyPostings } from "../postings/store.ts"
import type { Origin } from "../tables.ts"
import { planAnew } from "./plan.ts"
import { markTwins } from "./twins.ts"

/** Notes, with the change itself, that what is made of all documents together is no longer right. */
export async function noteChange(write: Kysely<Schema>, origin: Origin): Promise<void> {
  await writeSetting(write, keyOf(origin), randomUUID())
}

/**
 * Makes anew what is made of all documents together: near copies, the team's keep list, and where words stand. Where nothing
 * has changed since it was last made, it does nothing; a process that died before it leaves it to the next import, or start of the relay.
 * @param imported an import has ended: it also takes back what an undo of masking rules had brought back
 */
export async function settle(db: Kysely<Schema>, origin: Origin, { imported = false } = {}): Promise<void> {
  const note = (await readSetting(db, keyOf(origin))) ?? SETTLED
  const changed = !note.startsWith(SETTLED)
  if (!changed && !(imported && (await isUndone(db, Number(note.slice(SETTLED.length)))))) return
  if (changed) await planAnew(db)
  // None of them needs another, and each is half the database's work and half ours. All have ended before what one throws is thrown.
  const parts = [refresh(db), ...(changed ? [tidy(db, origin), markTwins(db, origin)] : [])] as const
  await Promise.allSettled(parts)
  const [version] = await Promise.all(parts)
  await db.transaction().execute(async (write) => {
    await takeTurn(write, `knowledge ${origin}`)
    // What another import changed meanwhile has a note of its own.
    if (((await readSetting(write, keyOf(origin))) ?? SETTLED) === note) await writeSetting(write, keyOf(origin), `${SETTLED}${version}`)
  })
}

async function tidy(db: Kysely<Schema>, origin: Origin): Promise<void> {
  await db.transaction().execute(async (write) => {
    await takeTurn(write, `knowledge ${origin}`)
    await learnWords(write, await tidyPostings(write, origin))
  })
}

/** @returns the version of the masking rules that stands then */
async function refresh(db: Kysely<Schema>): Promise<number> {
  return db.transaction().execute(async (write) => {
    await refreshKeepList(write, new Date())
    return (await readNewest(write)).version
  })
}

/** Behind it: the version of the masking rules that stood then. */
const SETTLED = "settled "

const keyOf = (origin: Origin) => `knowledge-${origin}`

async function isUndone(db: Kysely<Schema>, since: number): Promise<boolean> {
  return (await db.selectFrom("masking_rules").select("version").where("version", ">", since).where("why", "=", "undo").limit(1).executeTakeFirst()) !== undefined
}
