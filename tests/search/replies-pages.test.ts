import { afterAll, beforeAll, expect, test } from "vitest"
import { queryOf } from "../../src/search/query/query.ts"
import { findPages } from "../../src/search/replies/page-features.ts"
import { runImport } from "../../src/knowledge/import/run-import.ts"
import { silentLog } from "../../src/runtime/log.ts"
import { openKnowledge, signal } from "../knowledge/help/database.ts"
import { ticket } from "../knowledge/help/tickets.ts"

let knowledge: Awaited<ReturnType<typeof openKnowledge>>
beforeAll(async () => {
  knowledge = await openKnowledge()
  const document = (id: string, kind: "article" | "macro" | "ticket", body: string, groups: string[] = []) => ({
    type: "document" as const,
    document: { id, path: id, title: id, kind, visibility: "public" as const, groups, body }
  })
  await runImport(
    knowledge.db,
    {
      kind: "test",
      collection: "test",
      label: "test",
      async *read() {
        yield document(
          "lamps",
          "article",
          "A cracked lampshade is replaced.\n\n# Costs\n\nA new lampshade costs nothing."
        )
        yield document("macro", "macro", "Your cracked lampshade will be replaced.")
        yield document("solved", "ticket", "The cracked lampshade was replaced.")
        yield document("leads", "article", "A lead may replace a cracked lampshade twice.", ["leads"])
        yield { type: "end" as const, all: true as const }
      }
    },
    { origin: "team", signal, log: silentLog, report: () => {} }
  )
})
afterAll(() => knowledge.close())

test("pages that may be seen, best first, with their passages; macros and solved tickets are none", async () => {
  const find = async (...groups: string[]) =>
    (await findPages(knowledge.db, { origins: ["team"], groups }, queryOf(ticket("", "My lampshade is cracked")))).map(
      ({ passages }) => passages.map(({ words }) => words[0])
    )
  expect(await find()).toEqual([["lamp", "lamp"]])
  expect((await find("leads")).flat().sort()).toEqual(["lamp", "lamp", "lead"])
  expect(await findPages(knowledge.db, { origins: ["team"], groups: [] }, queryOf(ticket("", "qwertz")))).toEqual([])
})
