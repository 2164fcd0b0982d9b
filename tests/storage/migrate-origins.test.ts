import { sql } from "kysely"
import { expect, test } from "vitest"
import { scopeOf } from "../../src/search/candidates/visible.ts"
import { originInUse } from "../../src/storage/knowledge-origin.ts"
import { person } from "../knowledge/help/tickets.ts"
import { databaseAt } from "./at-step.ts"

test("knowledge of before answers the same tickets: the sample shop's those of its own helpdesk, the team's all", async () => {
  const { db, to, toNewest } = await databaseAt("0023-sign-ins")
  const add = (id: string, origin: string) =>
    sql`insert into documents (id, origin, collection, path, title, kind, locale, visibility, groups, hash, body, words)
      values (${id}, ${origin}, ${origin}, ${id}, 'Page', 'article', 'en', 'public', '{}', 'h', 'Text.', '')`.execute(
      db
    )
  const seenBy = async (helpdesk: string) => (await scopeOf(db, helpdesk, person())).origins.sort()
  await add("a", "sample")

  await toNewest()
  expect(await seenBy("sample")).toEqual(["sample", "team"])
  expect(await seenBy("zendesk")).toEqual(["team"])
  expect(await seenBy("")).toEqual(["team"])
  expect(await originInUse(db)).toEqual({ origin: "sample", helpdesk: "sample" })
  await add("b", "team")
  expect(await originInUse(db)).toEqual({ origin: "team", helpdesk: null })

  await sql`update knowledge_origins set helpdesk = 'zendesk' where origin = 'sample'`.execute(db)
  expect([await seenBy("sample"), await seenBy("zendesk")]).toEqual([["team"], ["sample", "team"]])

  await to("0023-sign-ins")
  expect((await sql`select id, origin from documents order by id`.execute(db)).rows).toEqual([
    { id: "a", origin: "sample" },
    { id: "b", origin: "team" }
  ])
})
