import { sql, type Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import { lockInTransaction } from "../../storage/transaction-lock.ts"
import { TENANT } from "../../storage/tenant.ts"
import { LONGEST, SHORTEST } from "./near-words.ts"
import { tidyTrigrams } from "./trigrams.ts"

/**
 * Takes the words that stand somewhere into the list that misspelt ones are compared with, where they may be meant by
 * one (marks of meanings are not).
 */
export async function learnWords(db: Kysely<Schema>): Promise<void> {
  await db.transaction().execute(async (write) => {
    await lockInTransaction(write, TURN)
    await sql`
      insert into known_words (tenant, word)
      select distinct ${TENANT}, word from postings
      where tenant = ${TENANT} and length(word) between ${SHORTEST} and ${LONGEST} and left(word, 1) <> '~' and not exists (select 1 from known_words k where k.word = postings.word and k.tenant = ${TENANT})
      on conflict do nothing`.execute(write)
    await tidyTrigrams(write)
  })
}

/** Takes out those that stand nowhere any more: with the postings, where these are written anew. */
export async function forgetWords(write: Kysely<Schema>): Promise<void> {
  await lockInTransaction(write, TURN)
  await sql`delete from known_words k where k.tenant = ${TENANT} and not exists (select 1 from postings p where p.word = k.word and p.tenant = ${TENANT})`.execute(
    write
  )
}

/** Who learns of what is being forgotten, or of the same words in another order, waits. */
const TURN = "known words"
