import { sql, type Expression, type Kysely, type RawBuilder, type SqlBool } from "kysely"
import type { QueueAnswer, QueueOrder, QueueQuery } from "../../../protocol/review.ts"
import { Problem } from "../../../runtime/problem.ts"
import type { Schema } from "../../../storage/schema.ts"
import { cipherOf } from "../../../storage/encryption/text-cipher.ts"
import { searchWords } from "./case-signals.ts"
import { filterCondition } from "../filter/case-filter.ts"
import { IS_REVIEWED, caseLinesOf, selectCases } from "../cases/case-lines.ts"
import { jsonOrUndefined } from "../../../runtime/json.ts"

/**
 * Reads one page of the cases that a lead asks for. A page begins after the key of the last case before it, so cases
 * that come in meanwhile shift nothing.
 */
export async function readQueue(db: Kysely<Schema>, query: QueueQuery): Promise<QueueAnswer> {
  const { order = "newest", seed = "", state = "open", after, limit = 50 } = query
  const wanted = conditionOf(db, query, order)
  const { keys, falling } = orderOf(query, order, seed)
  const key = sql.join(keys.map(({ by }) => by))
  const sorted = sql`${sql.join(keys.map(({ by }) => sql`${by} ${falling ? sql`desc` : sql`asc`}`))}`
  // The ids are read first, so that lines and keys are worked out only for the cases that are shown.
  let page = db
    .selectFrom("outcomes")
    .leftJoin("reviews", "reviews.case_id", "outcomes.id")
    .select("outcomes.id")
    .where(wanted)
    .orderBy(sorted)
    .limit(limit + 1)
  if (state !== "all") page = page.where(IS_REVIEWED, "=", state === "done")
  if (after !== undefined)
    page = page.where(sql<SqlBool>`(${key}) ${falling ? sql`<` : sql`>`} (${sql.join(valuesOf(after, keys))})`)
  const written = sql<string[]>`array[${sql.join(keys.map(({ by }) => sql`${by}::text`))}]`
  const [rows, counts] = await Promise.all([
    selectCases(db).select(written.as("key")).where("outcomes.id", "in", page).orderBy(sorted).execute(),
    countCases(db, wanted)
  ])
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    cases: await caseLinesOf(db, shown),
    next: last ? Buffer.from(JSON.stringify(last.key)).toString("base64url") : null,
    counts
  }
}

/** Returns the condition of the filter, of the words that are searched, and of what an order is about. */
function conditionOf(db: Kysely<Schema>, query: QueueQuery, order: QueueOrder): Expression<SqlBool> {
  const filter = filterCondition(query)
  const searched = searchWords(query.text ?? "")
  const wanted = searched.length > 0 ? sql<SqlBool>`${filter} and ${hasWords(db, searched)}` : filter
  switch (order) {
    case "heavy":
      return sql<SqlBool>`${wanted} and outcomes.result in ('unchanged', 'light', 'heavy')`
    case "risk":
      return sql<SqlBool>`${wanted} and outcomes.risk > 0`
    case "disagreement":
      return sql<SqlBool>`${wanted} and outcomes.signals @> '{disagreement}'`
    default:
      return wanted
  }
}

/** An encrypted case has the marks of its words, and one that an earlier version stored the words. */
const hasWords = (db: Kysely<Schema>, words: string[]) => sql<SqlBool>`(
  outcomes.words @> ${cipherOf(db).markWords(words)}::text[]
  or (outcomes.data_key is null and outcomes.words @> ${words}::text[]))`

/** Few cases are reviewed, so only these are read with their reviews. */
async function countCases(db: Kysely<Schema>, wanted: Expression<SqlBool>): Promise<QueueAnswer["counts"]> {
  const { all, done } = await db
    .selectNoFrom([
      sql<number>`(select count(*)::int from outcomes where ${wanted})`.as("all"),
      sql<number>`(
        select count(*)::int from reviews join outcomes on outcomes.id = reviews.case_id
        where ${wanted} and ${IS_REVIEWED})`.as("done")
    ])
    .executeTakeFirstOrThrow()
  return { open: all - done, done }
}

/** What a list is ordered by, and the form of such a value in a page's address. */
interface Key {
  by: RawBuilder<unknown>
  type: RawBuilder<unknown>
  form: RegExp
}

const AT: Key = {
  by: sql`outcomes.created_at`,
  type: sql`timestamptz`,
  form: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/
}
const ID: Key = { by: sql`outcomes.id`, type: sql`uuid`, form: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/ }

function orderOf({ sample }: QueueQuery, order: QueueOrder, seed: string): { keys: Key[]; falling: boolean } {
  switch (order) {
    case "risk":
      return { keys: [{ by: sql`outcomes.risk`, type: sql`smallint`, form: /^\d{1,4}$/ }, AT, ID], falling: true }
    case "sample":
      return { keys: [{ by: placeIn(sample), type: sql`integer`, form: /^\d{1,6}$/ }, ID], falling: false }
    case "disagreement":
    case "newest":
      return { keys: [AT, ID], falling: true }
    case "heavy":
      return {
        keys: [{ by: sql`outcomes.edit_distance`, type: sql`float8`, form: /^[\d.e-]{1,30}$/ }, AT, ID],
        falling: true
      }
    case "rejected":
      return {
        keys: [{ by: sql`(outcomes.result = 'rejected')`, type: sql`boolean`, form: /^(true|false)$/ }, AT, ID],
        falling: true
      }
    case "random":
      return { keys: [{ by: shuffled(seed), type: sql`bigint`, form: /^-?\d{1,19}$/ }, ID], falling: false }
  }
}

/** Returns a number of the case that is another for another seed. It is worked out for every case, so it is a fast one. */
export const shuffled = (seed: string): RawBuilder<unknown> =>
  sql`uuid_hash_extended(outcomes.id, hashtextextended(${seed}::text, 0))`

/** @throws Problem 400 if the filter names no sample */
function placeIn(sample: string | undefined): RawBuilder<unknown> {
  if (sample === undefined) throw new Problem(400, "bad-request", "order: this order needs a sample in the filter.")
  return sql`(select place from review_sample_cases where sample_id = ${sample}::uuid and case_id = outcomes.id)`
}

/** Reads the key of a page. @throws Problem if this relay hasn't given it as `next` of the same order */
function valuesOf(after: string, keys: Key[]): RawBuilder<unknown>[] {
  const given = jsonOrUndefined(Buffer.from(after, "base64url").toString("utf8"))
  const values = keys.flatMap(({ form, type }, at) => {
    const value: unknown = Array.isArray(given) ? given[at] : undefined
    return typeof value === "string" && form.test(value) ? [sql`${value}::${type}`] : []
  })
  if (values.length !== keys.length)
    throw new Problem(400, "bad-request", "after: this is no page of this list. Load the list anew.")
  return values
}
