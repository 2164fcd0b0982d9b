import { sql, type Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import type { Origin } from "../../storage/knowledge-origin.ts"
import { TENANT } from "../../storage/tenant.ts"
import { documentsOf } from "../postings/posting-list.ts"
import { readPostings } from "../postings/posting-store.ts"

/**
 * Returns those of the words that a page contains. Words that only imported solved tickets contain are left out, because
 * they may be names.
 */
export async function wordsOfPages(
  db: Kysely<Schema>,
  origin: Origin,
  words: readonly string[]
): Promise<ReadonlySet<string>> {
  const { lists } = await readPostings(db, [origin], words)
  const documents = new Map([...lists].map(([word, own]) => [word, new Set(own.flatMap(documentsOf))]))
  const all = new Set([...documents.values()].flatMap((numbers) => [...numbers]))
  const { rows } = await sql<{ number: number }>`
    select number from documents
    where tenant = ${TENANT} and origin = ${origin} and kind <> 'ticket' and number = any(${[...all]}::int[])`.execute(
    db
  )
  const pages = new Set(rows.map(({ number }) => number))
  return new Set([...documents].flatMap(([word, numbers]) => (numbers.isDisjointFrom(pages) ? [] : [word])))
}
