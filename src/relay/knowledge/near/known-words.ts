import { sql, type Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../tenant.ts"
import { LONGEST, SHORTEST } from "./near-words.ts"
import { tidyTrigrams } from "./trigrams.ts"

/**
 * Takes the words that stand somewhere into the list that misspelt ones are compared with, where they may be meant by one (marks of meanings are not).
 * @param anew the postings were written anew: words that stand nowhere any more are taken out
 */
export async function learnWords(write: Kysely<Schema>, { anew }: { anew: boolean }): Promise<void> {
  if (anew) await sql`delete from known_words k where k.tenant = ${TENANT} and not exists (select 1 from postings p where p.word = k.word and p.tenant = ${TENANT})`.execute(write)
  await sql`
    insert into known_words (tenant, word)
    select distinct ${TENANT}, word from postings
    where tenant = ${TENANT} and length(word) between ${SHORTEST} and ${LONGEST} and left(word, 1) <> '~' and not exists (select 1 from known_words k where k.word = postings.word and k.tenant = ${TENANT})
    on conflict do nothing`.execute(write)
  await tidyTrigrams(write)
}
