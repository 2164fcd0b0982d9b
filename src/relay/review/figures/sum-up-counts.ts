import { sql, type Kysely } from "kysely"
import type { Schema } from "../../../storage/schema.ts"

/**
 * Sums up the rows of counts that belong together, because every case adds some (migration 0062). Those of cases that
 * have gone come to nothing. What the figures add up stays the same, whenever this runs.
 */
export async function sumUpCounts(db: Kysely<Schema>): Promise<void> {
  await sumUp(db, {
    table: "case_counts",
    by: ["week", "person", "helpdesk", "language", "model", "pipeline_version"],
    sums: "cases written eligible none rejected ignored unchanged light heavy unknown".split(" ")
  })
  await sumUp(db, {
    table: "case_values",
    by: ["week", "helpdesk", "language", "model", "pipeline_version", "kind", "name", "bin"],
    sums: ["cases", "total"]
  })
}

/** The rows of weeks in which nothing has come are left as they are. */
async function sumUp(
  db: Kysely<Schema>,
  { table, by, sums }: { table: string; by: string[]; sums: string[] }
): Promise<void> {
  const [name, keys, values] = [
    sql.table(table),
    sql.join(by.map((column) => sql.ref(column))),
    sql.join(sums.map((column) => sql.ref(column)))
  ]
  await sql`
    with gone as (
      delete from ${name} where week in (
        select week from ${name} group by tenant, ${keys} having count(*) > 1 or sum(cases) = 0)
      returning *)
    insert into ${name} (tenant, ${keys}, ${values})
    select tenant, ${keys}, ${sql.join(sums.map((sum) => sql`sum(${sql.ref(sum)})`))} from gone
    group by tenant, ${keys} having sum(cases) <> 0`.execute(db)
}
