import { randomUUID } from "node:crypto"
import { sql } from "kysely"
import { expect, test } from "vitest"
import { readCase } from "../../src/relay/review/read-case.ts"
import { storeOutcome } from "../../src/relay/review/outcome-routes.ts"
import { outcome, SITE } from "../relay/help/client.ts"
import { databaseAt } from "./at-step.ts"

test("cases of before keep their reviews and count; a newer word on a reviewed one then stands beside it, a colleague's is a case", async () => {
  const { db, toNewest, to } = await databaseAt("0019-ticket-sites")
  const people = [randomUUID(), randomUUID()]
  for (const [at, id] of people.entries()) {
    await sql`insert into people (id, name, role, groups, vault_key, created_at) values (${id}, ${`P${at}`}, 'agent', '{}', ${Buffer.alloc(32)}, now())`.execute(
      db
    )
  }
  const { site: _site, ...told } = outcome({ messageId: "m7" })
  await sql`insert into outcomes (id, person, draft, site, helpdesk, ticket_id, kind, revision, account, message_id, result, filled_blanks, model, pipeline_version, body, created_at)
    values (${told.outcomeId}, ${people[0]}, ${told.draftId}, ${SITE}, ${told.helpdesk}, ${told.ticketId}, 'inserted', 1, ${told.outcomeId}, 'm7', 'light', 0, 'x', 'y', ${JSON.stringify(told)}, now())`.execute(
    db
  )
  await sql`insert into reviews (case_id, version, done, reasons, note, by, at) values (${told.outcomeId}, 1, true, '{}', 'Kept.', 'Ann', now())`.execute(
    db
  )
  await toNewest()
  expect(await readCase(db, told.outcomeId)).toMatchObject({
    line: { counted: true, reviewed: true, newer: false },
    review: { note: "Kept." },
    revisions: []
  })
  expect(await storeOutcome(db, { ...told, site: SITE, revision: 2 }, people[0] ?? "", new Date())).toBe(true)
  expect(await storeOutcome(db, { ...told, site: SITE, outcomeId: randomUUID() }, people[1] ?? "", new Date())).toBe(
    true
  )
  expect(await readCase(db, told.outcomeId)).toMatchObject({
    line: { newer: true },
    outcome: { revision: 1 },
    revisions: [{ outcome: { revision: 2 } }]
  })
  await to("0019-ticket-sites")
  expect((await sql`select id from outcomes`.execute(db)).rows).toEqual([{ id: told.outcomeId }])
})
