import { sql } from "kysely"
import { expect, test } from "vitest"
import { databaseAt } from "./at-step.ts"

test.each([
  ["goes when only the relay used it", ["__pgboss__send-it", "knowledge-import"], false],
  ["goes when it was never used", [], false],
  ["stays when another program has a queue in it", ["knowledge-import", "invoices"], true]
])("pg-boss's schema %s", async (_, queues, stays) => {
  const { db, toNewest } = await databaseAt("0024-knowledge-origins")
  await sql`create schema pgboss`.execute(db)
  if (queues.length > 0) await sql`create table pgboss.queue (name text primary key)`.execute(db)
  for (const name of queues) await sql`insert into pgboss.queue values (${name})`.execute(db)
  await toNewest()
  const schemas = await db.introspection.getSchemas()
  expect(schemas.some(({ name }) => name === "pgboss")).toBe(stays)
})
