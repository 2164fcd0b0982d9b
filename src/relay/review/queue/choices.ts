import { sql, type Kysely } from "kysely"
import type { ReviewChoices } from "../../../protocol/review-queue.ts"
import type { Schema } from "../../../storage/schema.ts"
import { readLeads } from "../case-work/assignments.ts"
import { readChoices } from "../figures/count-cases.ts"

/**
 * Reads which values the filters of the queue can be set to. Each is names in an index, from one value to the next, so
 * that the cases between them aren't read.
 */
export async function readReviewChoices(db: Kysely<Schema>): Promise<ReviewChoices> {
  const columns = await readChoices(db)
  const intents = await sql<{ name: string }>`
    with recursive names as (
      (select intent as name from outcomes where intent is not null order by intent limit 1)
      union all
      select (select intent from outcomes where intent > names.name order by intent limit 1) from names
      where names.name is not null)
    select name from names where name is not null limit ${MAX_CHOICES}`.execute(db)
  const [topics, sources] = [await readCauses(db, "topic"), await readCauses(db, "article")]
  const pages = await db
    .selectFrom("documents")
    .select(["id", "title"])
    .where("id", "in", [...sources, ""])
    .execute()
  const titles = new Map(pages.map(({ id, title }) => [id, title]))
  return {
    ...columns,
    intents: intents.rows.map(({ name }) => name),
    topics,
    leads: await readLeads(db),
    sources: sources.map((id) => ({ id, title: titles.get(id) ?? id }))
  }
}

/** Reads the first tags, or ids of pages, of used drafts in the order of the alphabet. */
async function readCauses(db: Kysely<Schema>, kind: "article" | "topic"): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    with recursive names as (
      (select name from outcome_causes where kind = ${kind} order by name limit 1)
      union all
      select (select name from outcome_causes where kind = ${kind} and name > names.name order by name limit 1) from names
      where names.name is not null)
    select name from names where name is not null limit ${MAX_CHOICES}`.execute(db)
  return rows.map(({ name }) => name)
}

const MAX_CHOICES = 100
