import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { runImport, type ImportOptions } from "../../../src/knowledge/import/run-import.ts"
import type { ImportSource } from "../../../src/ingest/source/source.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { databaseProcess } from "../../relay/help/data-folder.ts"
import { openKnowledge, signal } from "../help/database.ts"
import { rowsOf } from "../help/import-rows.ts"
import { madeUp } from "../help/made-up.ts"
import { countsAgree } from "../help/rows.ts"
import { END, tells, told } from "../help/told.ts"
import { passagesOfTexts } from "../../../src/search/passages/passages.ts"

/** These tests are about versions, what a source reports, and a database that is full or unavailable. */
describe("versions of documents", () => {
  let knowledge: Awaited<ReturnType<typeof openKnowledge>>
  beforeAll(async () => {
    knowledge = await openKnowledge({ ownServer: true })
  })
  afterAll(() => knowledge.close())

  const run = (source: ImportSource, options: Partial<ImportOptions> = {}) =>
    runImport(knowledge.db, source, { origin: "team", signal, log: silentLog, ...options })
  const { texts, lastImport } = rowsOf(() => knowledge)

  test("replaced and removed versions are kept; one that comes back goes on counting", async () => {
    for (const items of [
      [told("a", "One."), told("b", "B.")],
      [told("a", "Two.", { url: "https://x.example/a" })],
      [told("a", "Two.", { url: "https://x.example/a" }), told("b", "B again.")],
      [told("a", "Three.")]
    ])
      await run(tells("history", [...items, END]))
    const versions = await knowledge.db
      .selectFrom("document_versions")
      .selectAll()
      .where("document", "like", "history/%")
      .orderBy("document")
      .orderBy("version")
      .execute()
    expect(versions.map(({ document, version, body, url }) => [document, version, body, url])).toEqual([
      ["history/a", 1, "One.", null],
      ["history/a", 2, "Two.", "https://x.example/a"],
      ["history/b", 1, "B.", null],
      ["history/b", 2, "B again.", null]
    ])
    expect(versions.every(({ from, until }) => from < until)).toBe(true)
    expect(
      await knowledge.db.selectFrom("documents").select(["id", "version"]).where("collection", "=", "history").execute()
    ).toEqual([{ id: "history/a", version: 3 }])
  })

  test("a source that tells what changed: gone, standing, and what it gave for the next read", async () => {
    await run(
      tells("since", [told("a", "A."), told("b", "B."), told("c", "C."), { type: "end", all: true, since: "monday" }])
    )
    const source = tells("since", [
      told("a", "A, new."),
      { type: "gone", id: "b" },
      { type: "gone", id: "never" },
      { type: "end", all: false, since: "tuesday" }
    ])
    expect(await run(source)).toMatchObject({ seen: 1, imported: 1, removed: 1 })
    expect(await texts("since")).toEqual({ a: "A, new.", c: "C." })
    const whole = tells("since", [{ type: "standing", id: "a" }, { type: "standing", id: "never" }, END])
    expect(await run(whole)).toMatchObject({ seen: 1, unchanged: 1, removed: 1 })
    expect([...source.from, ...whole.from]).toEqual([{ since: "monday" }, { since: "tuesday" }])
    expect(Object.keys(await texts("since"))).toEqual(["a"])
  })

  test("an article of 5 words and one of 200,000", async () => {
    const long = Array.from(
      { length: 10_600 },
      (_, n) =>
        `Kettle number ${n} keeps its lid shut while the ${n % 89} water inside boils at home${n % 50 === 0 ? ".\n\n" : "."} Then it whistles softly.`
    ).join(" ")
    expect(long.split(/\s+/).length).toBeGreaterThan(199_000)
    expect(await run(tells("sizes", [told("short", "We open at nine daily."), told("long", long), END]))).toMatchObject(
      { imported: 2, failed: 0 }
    )
    const [large, small, ...others] = await knowledge.db
      .selectFrom("documents")
      .select(["id", "passages", "texts"])
      .where("collection", "=", "sizes")
      .orderBy("id")
      .execute()
    expect([large?.id, small?.id, others]).toEqual(["sizes/long", "sizes/short", []])
    expect(large?.passages).toBeGreaterThan(3_300)
    expect(passagesOfTexts(large?.texts ?? "").length).toBe(large?.passages)
    expect(small?.passages).toBe(1)
  })

  test("a full disk is said in a sentence, nothing is half written, and the next one goes on", async () => {
    await sql`create function full_disk() returns trigger language plpgsql as $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$`.execute(
      knowledge.db
    )
    await sql`create trigger full_disk before insert on documents for each row when (new.id = 'full/n300') execute function full_disk()`.execute(
      knowledge.db
    )
    const items = Array.from({ length: 500 }, (_, n) => [
      told(`n${n}`, `Number ${n}.`),
      { type: "at" as const, at: String(n) }
    ]).flat()
    const source = tells("full", ({ at }) => [...items.slice(at === undefined ? 0 : 2 * (Number(at) + 1)), END])
    await expect(run(source)).rejects.toThrow(
      "The relay's disk is full, so nothing can be stored: free some space on its machine. What was taken until then stays; start the import again, and it goes on from there."
    )
    expect(await lastImport("full")).toMatchObject({
      state: "failed",
      imported: 200,
      at: "199",
      reason: expect.stringMatching(/disk is full/)
    })
    await sql`drop trigger full_disk on documents`.execute(knowledge.db)
    expect(await run(source)).toMatchObject({ state: "done", imported: 500 })
    expect(source.from).toEqual([{}, { at: "199" }])
  })

  test("a database that goes away in its midst and comes back is waited for, and nothing is taken twice", async () => {
    let killed = false
    const result = await run(madeUp(450, 1), {
      report: ({ seen }) => {
        if (!killed && seen >= 200) process.kill(databaseProcess(knowledge.data), "SIGKILL")
        killed ||= seen >= 200
      }
    })
    expect(killed).toBe(true)
    expect(result).toMatchObject({ state: "done", seen: 450, imported: 450 })
    expect(await countsAgree(knowledge.db)).toBe(true)
  })
})
