import { sql } from "kysely"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { finishInterruptedImports, refreshWords, rulesOfArticles } from "../../../src/knowledge/import/refresh-words.ts"
import { runImport, type ImportOptions } from "../../../src/knowledge/import/run-import.ts"
import type { ImportSource } from "../../../src/ingest/source/source.ts"
import { silentLog } from "../../../src/runtime/log.ts"
import { readRules } from "../../../src/masking-rules/rules.ts"
import { lockInTransaction } from "../../../src/storage/transaction-lock.ts"
import { openKnowledge, signal } from "../help/database.ts"
import { END, gate, tells, told } from "../help/told.ts"

describe("words that an import keeps", () => {
  let knowledge: Awaited<ReturnType<typeof openKnowledge>>
  beforeAll(async () => {
    knowledge = await openKnowledge()
  })
  afterAll(() => knowledge.close())

  const run = (source: ImportSource, options: Partial<ImportOptions> = {}) =>
    runImport(knowledge.db, source, { origin: "team", signal, log: silentLog, ...options })
  const kept = async () => (await readRules(knowledge.db)).keep.toSorted()
  const read = async () =>
    (await knowledge.db.selectFrom("article_words").select("document").orderBy("document").execute()).map(
      ({ document }) => document
    )
  const pages = (mailbox: string) =>
    tells("pages", [
      ...Array.from({ length: 150 }, (_, n) => told(`${n}`, `Mail ${mailbox}@bellavita.example.`)),
      told("internal", "Mail inner@bellavita.example.", { visibility: "internal" }),
      END
    ])

  test("an import has ended, and its pages are found, before they are looked through for the team's words; stopped there, the next start goes on", async () => {
    const stop = new AbortController()
    let then: Promise<{ state: string; documents: number; kept: string[] }> | undefined
    const summary = await run(pages("support"), {
      signal: stop.signal,
      report({ phase, seen, words }) {
        if (phase !== "words") return
        then ??= (async () => ({
          state: (await knowledge.db.selectFrom("imports").select("state").executeTakeFirstOrThrow()).state,
          documents: (await knowledge.db.selectFrom("documents").select("id").execute()).length,
          kept: await kept()
        }))()
        expect({ seen, of: words?.of }).toEqual({ seen: 151, of: 150 })
        if (words?.read === 100) stop.abort()
      }
    })
    expect(summary).toMatchObject({ state: "done", imported: 151, wordsDue: true })
    expect(await then).toEqual({ state: "done", documents: 151, kept: [] })
    expect(await read()).toHaveLength(100)
    expect(await kept()).toEqual([])
    await finishInterruptedImports(knowledge.db, signal)
    expect(await read()).toHaveLength(150)
    expect(await kept()).toEqual(["bellavita.example", "support@bellavita.example"])
  })

  test("what hasn't changed isn't looked through again, nor is what was; what is gone takes its words along", async () => {
    const reads: number[] = []
    const report: ImportOptions["report"] = ({ words }) => void (words && reads.push(words.of))
    expect(await run(pages("support"), { report })).not.toHaveProperty("wordsDue")
    expect(reads).toEqual([])
    await run(tells("more", [told("a", "Mail sales@bellavita.example."), END]), { report })
    expect(reads).toEqual([1, 1])
    expect(await kept()).toContain("sales@bellavita.example")
    await run(tells("more", [END]))
    expect(await kept()).not.toContain("sales@bellavita.example")
  })

  test("solved tickets are masked with the words of all articles, also of those that were not looked through yet", async () => {
    const stop = new AbortController()
    await run(tells("late", [told("a", "Mail billing@bellavita.example."), END]), {
      signal: stop.signal,
      report: ({ phase }) => {
        if (phase === "words") stop.abort()
      }
    })
    expect(await kept()).not.toContain("billing@bellavita.example")
    expect((await rulesOfArticles(knowledge.db, signal)).keep).toContain("billing@bellavita.example")
  })

  test("that words could not be looked for is logged, and the import is done all the same", async () => {
    const logged: string[] = []
    const summary = await run(tells("fault", [told("a", "Tea."), END]), {
      log: { ...silentLog, error: (event) => logged.push(event) },
      report({ phase }) {
        if (phase === "words") throw new Error("a fault of ours")
      }
    })
    expect(summary).toMatchObject({ state: "done", imported: 1, wordsDue: true })
    expect(logged).toEqual(["import-words"])
  })

  test("a page that is replaced while it is looked through doesn't keep the words that it had", async () => {
    const source = (mailbox: string) => tells("changing", [told("page", `Mail ${mailbox}@bellavita.example.`), END])
    const stop = new AbortController()
    await run(source("orders"), {
      signal: stop.signal,
      report: ({ phase }) => {
        if (phase === "words") stop.abort()
      }
    })
    const [holds, looks] = [gate(), Promise.withResolvers<void>()]
    const replaced = knowledge.db.transaction().execute(async (write) => {
      await lockInTransaction(write, "knowledge team")
      await holds.wait()
      await write.updateTable("documents").set({ number: 1_000_000 }).where("id", "=", "changing/page").execute()
    })
    await holds.reached
    const found = refreshWords(knowledge.db, "team", { signal, report: () => looks.resolve() })
    await looks.promise
    // It has read the page and waits for the lock to write, and so does the merging of postings.
    await expect
      .poll(
        async () =>
          (await sql`select 1 from pg_locks where locktype = 'advisory' and not granted`.execute(knowledge.db)).rows
            .length
      )
      .toBe(2)
    holds.release()
    await Promise.all([replaced, found])
    expect(await read()).not.toContain("changing/page")
    expect(await kept()).not.toContain("orders@bellavita.example")
    await run(source("returns"))
    expect(await kept()).toContain("returns@bellavita.example")
  })
})
