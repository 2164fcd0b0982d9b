import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Kysely } from "kysely"
import { runImport } from "../src/knowledge/import/run-import.ts"
import { queryOf } from "../src/search/query/query.ts"
import { createRetriever } from "../src/search/pages/retriever.ts"
import { searchKnowledge } from "../src/search/pages/search-knowledge.ts"
import { filesSource } from "../src/ingest/sources/files.ts"
import { silentLog } from "../src/runtime/log.ts"
import { readSettings } from "../src/runtime/settings.ts"
import { openDatabase } from "../src/storage/database.ts"
import type { Schema } from "../src/storage/schema.ts"
import type { MaskedTicket } from "../src/ticket/masked-ticket.ts"
import { madeUpArticles } from "./articles.ts"
import { withFolder } from "./child.ts"
import { millisecondsOf, percentiles, times, timed, type Row } from "./table.ts"

const ARTICLES = 5_200
/** An article gives some nineteen passages, 100,000 in all. */
const WORDS = 900
const QUERIES = 60
const SCOPE = { origins: ["team" as const], groups: [] }

/** Measures search over 100,000 passages in an embedded PostgreSQL, alone and while this process writes an import. */
export async function searching(signal: AbortSignal): Promise<Row[]> {
  const articles = madeUpArticles(ARTICLES, WORDS)
  const tickets = articles.slice(0, QUERIES + WARM).map(ticketOf)
  return withFolder(async (folder) => {
    for (const name of ["articles", "more"]) mkdirSync(join(folder, name))
    articles.forEach((text, n) => writeFileSync(join(folder, "articles", `${n}.md`), text))
    madeUpArticles(MORE, WORDS).forEach((text, n) =>
      writeFileSync(join(folder, "more", `${n}.md`), `${text}\n\nThis is number ${n}.`)
    )
    const { db, close } = await openDatabase(
      readSettings({ REPLYWRIGHT_DATA: join(folder, "data") }),
      silentLog,
      signal
    )
    try {
      const take = async (name: string, stop = signal) =>
        runImport(db, await filesSource(join(folder, name)), { origin: "team", signal: stop, log: silentLog })
      await take("articles")
      const { count } = await db
        .selectFrom("documents")
        .select((e) => e.fn.sum<string>("passages").as("count"))
        .executeTakeFirstOrThrow()
      const alone = await measured(db, tickets)
      const stop = new AbortController()
      const writer = take("more", AbortSignal.any([signal, stop.signal]))
      const beside = await measured(db, tickets)
      stop.abort()
      await writer
      return [
        ["passages", Number(count).toLocaleString("en")],
        ["candidates and order", alone.search, "8/20 ms"],
        ["the same, with an import writing", beside.search, "8/20 ms"],
        ["with the passages that are shown", alone.find],
        ["the same, with an import writing", beside.find]
      ]
    } finally {
      await close()
    }
  })
}

const WARM = 10
/** The import must be larger than what is written while the tickets are searched for. */
const MORE = 4_000

async function measured(
  db: Kysely<Schema>,
  tickets: readonly MaskedTicket[]
): Promise<{ search: string; find: string }> {
  const retriever = createRetriever(db)
  const person = { id: "bench", name: "", role: "agent" as const, groups: [] }
  const each = (work: (ticket: MaskedTicket) => Promise<unknown>) =>
    times(tickets.length, (n) =>
      timed(async () => {
        const ticket = tickets[n]
        if (ticket) await work(ticket)
      })
    )
  const search = await each((ticket) => searchKnowledge(db, SCOPE, queryOf(ticket)))
  const find = await each((ticket) => retriever.find(ticket, person, new AbortController().signal))
  const figuresOf = (ms: number[]) => percentiles(ms.slice(WARM), millisecondsOf)
  return { search: figuresOf(search), find: figuresOf(find) }
}

/** Makes a mail of some fifty words, a part of which stands in the article. */
export function ticketOf(article: string, n: number): MaskedTicket {
  const text = article
    .replace(/^---[^]*?\n---\n/, "")
    .replace(/[^\p{L}\s]/gu, " ")
    .split(/\s+/)
    .filter(Boolean)
    .slice(20 + (n % 40), 70 + (n % 40))
    .join(" ")
  return {
    helpdesk: "bench",
    ticketId: String(n),
    version: "1",
    subject: text.split(" ").slice(0, 4).join(" "),
    requester: "",
    agent: "",
    tags: [],
    messages: [{ id: "1", role: "customer", author: "", at: "", text: `Hello, ${text}?` }]
  }
}
