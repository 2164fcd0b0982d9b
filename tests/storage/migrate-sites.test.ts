import { randomUUID } from "node:crypto"
import { sql } from "kysely"
import { expect, test } from "vitest"
import { databaseAt } from "./at-step.ts"

test("what was kept before tickets had a site stays, as of an unknown one; two sites may then number alike", async () => {
  const { db, to, toNewest } = await databaseAt("0018-a-row-a-document")
  const [person, draft, outcome, feedback] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  await sql`insert into people (id, name, role, groups, vault_key, created_at) values (${person}, 'Tom', 'agent', '{}', ${Buffer.alloc(32)}, now())`.execute(
    db
  )
  await sql`insert into drafts (id, person, helpdesk, ticket_id, request_hash, state, model, pipeline_version, request, created_at)
    values (${draft}, ${person}, 'zendesk', '42', ${Buffer.alloc(32)}, 'done', 'offline', 'p1', '{}', now())`.execute(
    db
  )
  const told = (
    id: string
  ) => sql`insert into outcomes (id, person, draft, helpdesk, ticket_id, kind, revision, account, message_id, result, filled_blanks, model, pipeline_version, body, created_at)
    values (${id}, ${person}, ${draft}, 'zendesk', '42', 'inserted', 1, ${id}, 'm7', 'light', 0, 'offline', 'p1', '{"sent":"x"}', now())`
  await told(outcome).execute(db)
  await sql`insert into source_feedback (id, document, kind, version, helpdesk, ticket_id, person, at) values (${feedback}, 'a', 'use', 1, 'zendesk', '42', ${person}, now())`.execute(
    db
  )
  await sql`insert into reviews (case_id, version, done, reasons, note, by, at) values (${outcome}, 1, true, '{}', 'Kept.', 'Ann', now())`.execute(
    db
  )
  await sql`insert into masking_rules (version, rules, why, at) values (1, '{}', 'import', now())`.execute(db)

  await to("0019-ticket-sites")
  const sites = async () =>
    Promise.all(
      ["drafts", "outcomes", "source_feedback"].map(async (table) =>
        (await sql<{ site: string }>`select site from ${sql.table(table)} order by site`.execute(db)).rows.map(
          ({ site }) => site
        )
      )
    )
  expect(await sites()).toEqual([[""], [""], [""]])
  expect((await sql`select body, note from outcomes join reviews on case_id = id`.execute(db)).rows).toEqual([
    { body: '{"sent":"x"}', note: "Kept." }
  ])
  await sql`insert into masking_rules (version, rules, why, at) values (2, '{}', 'sites', now())`.execute(db)
  await sql`update outcomes set site = 'https://lumen.zendesk.com'`.execute(db)
  await told(randomUUID()).execute(db)
  await toNewest()
  expect((await sites())[1]).toEqual(["", "https://lumen.zendesk.com"])
})
