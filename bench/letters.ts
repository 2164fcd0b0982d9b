import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { runImport } from "../src/knowledge/import/run-import.ts"
import { filesSource } from "../src/ingest/sources/files.ts"
import { NO_MODELS } from "../src/models/endpoint/models.ts"
import { createUsageBook } from "../src/models/usage/usage-book.ts"
import { assemblePipeline } from "../src/relay/server/assemble-pipeline.ts"
import { silentLog } from "../src/runtime/log.ts"
import { readSettings } from "../src/runtime/settings.ts"
import { openDatabase } from "../src/storage/database.ts"
import { madeUpArticles } from "./articles.ts"
import { withFolder } from "./child.ts"
import { ticketOf } from "./searching.ts"
import { millisecondsOf, percentiles, times, timed, type Row } from "./table.ts"

const ARTICLES = 540
/** An article gives some nineteen passages, 10,000 in all. */
const WORDS = 900
const TICKETS = 60
const WARM = 10

/** Measures a whole letter without a model over 10,000 passages: search, sentences, checks, one after another. */
export async function letters(signal: AbortSignal): Promise<Row[]> {
  const articles = madeUpArticles(ARTICLES, WORDS)
  return withFolder(async (folder) => {
    mkdirSync(join(folder, "articles"))
    articles.forEach((text, n) => writeFileSync(join(folder, "articles", `${n}.md`), text))
    const settings = readSettings({ REPLYWRIGHT_DATA: join(folder, "data") })
    const { db, close } = await openDatabase(settings, silentLog, signal)
    try {
      await runImport(db, await filesSource(join(folder, "articles")), { origin: "team", signal, log: silentLog })
      const { count } = await db
        .selectFrom("documents")
        .select((e) => e.fn.sum<string>("passages").as("count"))
        .executeTakeFirstOrThrow()
      const pipeline = assemblePipeline(NO_MODELS, db, createUsageBook(db, silentLog))
      const person = { id: "bench", name: "", role: "agent" as const, groups: [] }
      const tickets = articles.slice(0, TICKETS + WARM).map(ticketOf)
      let whole = 0
      const ms = await times(tickets.length, (n) =>
        timed(async () => {
          const about = tickets[n]
          if (!about) return
          const request = { draftId: crypto.randomUUID(), ticket: { ...about, site: "https://bench.invalid" } }
          await pipeline.run(request, person, ({ type }) => void (whole += type === "draft-end" ? 1 : 0), signal)
        })
      )
      return [
        ["passages", Number(count).toLocaleString("en")],
        ["letters", `${whole} of ${tickets.length}`],
        ["a letter, from ticket to checked text", percentiles(ms.slice(WARM), millisecondsOf), "p95 150 ms"]
      ]
    } finally {
      await close()
    }
  })
}
