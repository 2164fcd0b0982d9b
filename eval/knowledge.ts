import { AsyncLocalStorage } from "node:async_hooks"
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { MaskRules } from "../src/masking/basis/masking-rules.ts"
import { sql, type Kysely } from "kysely"
import { linkPastTickets, removePastTickets, customerText } from "../src/search/past-tickets/past-ticket-store.ts"
import type { Schema } from "../src/storage/schema.ts"
import { createRetriever, type SearchHelpers } from "../src/search/pages/retriever.ts"
import { queryOf } from "../src/search/query/query.ts"
import { findPages, type HelpPage } from "../src/search/replies/page-features.ts"
import { runImport } from "../src/knowledge/import/run-import.ts"
import type { ImportSource } from "../src/ingest/source/source.ts"
import type { Retriever } from "../src/models/drafter/contract.ts"
import { silentLog } from "../src/runtime/log.ts"
import type { PairedPerson } from "../src/protocol/relay.ts"
import { readRules } from "../src/masking-rules/rules.ts"
import { readSettings } from "../src/runtime/settings.ts"
import { openDatabase, type OpenOptions } from "../src/storage/database.ts"
import type { MaskedTicket } from "../src/ticket/masked-ticket.ts"
import type { CorpusLine } from "./corpus.ts"

export interface Knowledge {
  retriever: Retriever
  /** Returns the help pages by which replies to a ticket are ranked. */
  pagesFor(ticket: MaskedTicket): Promise<HelpPage[]>
  /**
   * Makes these the past tickets of the pages that answered them, in place of those before. @returns the number of links
   * to pages
   */
  learn(solved: readonly SolvedTicket[]): Promise<number>
  /** These are the masking rules of a team with these articles: its keep list and its articles' words. */
  rules: MaskRules
  /** The person who asks is an agent without groups. */
  person: PairedPerson
  close(): Promise<void>
}

/** Whoever asks in an evaluation: an agent without groups. */
export const EVAL_PERSON: PairedPerson = { id: "eval", name: "", role: "agent", groups: [] }

/** A past ticket with the ids of the documents that answered it. */
export interface SolvedTicket {
  ticket: MaskedTicket
  documents: readonly (string | number)[]
}

/** Work that is run with it gets the database for a data folder from there: tests share a server. */
export const databases = new AsyncLocalStorage<(data: string) => Promise<OpenOptions>>()

/** Imports these documents into the relay's own embedded database, which is deleted afterwards. */
export async function openKnowledge(
  lines: readonly CorpusLine[],
  signal: AbortSignal,
  searchHelpers: SearchHelpers = {}
): Promise<Knowledge> {
  const folder = mkdtempSync(join(tmpdir(), "replywright-eval-"))
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  try {
    // As root, the database runs as "nobody", which must be able to enter the folder.
    chmodSync(folder, 0o711)
    const storage = process.env["REPLYWRIGHT_STORAGE"]
    const settings = readSettings({
      REPLYWRIGHT_DATA: join(folder, "data"),
      ...(storage ? { REPLYWRIGHT_STORAGE: storage } : {})
    })
    const { db, close } = await openDatabase(settings, silentLog, signal, {
      // Nobody waits for a draft: on a busy machine a line takes longer, and isn't lost.
      connectMs: 60_000,
      ...(await databases.getStore()?.(settings.data))
    })
    const end = async () => {
      await close()
      remove()
    }
    try {
      const { state, reason } = await runImport(db, sourceOf(lines), {
        origin: "team",
        signal,
        log: silentLog,
        report: ({ failures }) =>
          failures.forEach((failure) => console.error(`Document ${failure.path}: ${failure.reason}`))
      })
      signal.throwIfAborted()
      if (state !== "done") throw new Error(reason)
    } catch (error) {
      await end()
      throw error
    }
    const pagesFor = (ticket: MaskedTicket) => {
      signal.throwIfAborted()
      return findPages(db, { origins: ["team"], groups: [] }, queryOf(ticket))
    }
    return {
      retriever: withOwnIds(createRetriever(db, searchHelpers)),
      pagesFor,
      learn: (solved) => learn(db, solved),
      rules: await readRules(db),
      person: EVAL_PERSON,
      close: end
    }
  } catch (error) {
    remove()
    throw error
  }
}

/** The last of them counts as the newest. */
async function learn(db: Kysely<Schema>, solved: readonly SolvedTicket[]): Promise<number> {
  return db.transaction().execute(async (write) => {
    await removePastTickets(write, sql<boolean>`true`)
    return linkPastTickets(
      write,
      solved.flatMap(({ ticket, documents }, at) =>
        [...new Set(documents)].map((id) => ({
          document: `${COLLECTION}/${id}`,
          ticket: { solved: String(at) },
          how: "confirmed" as const,
          text: customerText(ticket),
          at: new Date(at)
        }))
      )
    )
  })
}

function sourceOf(lines: readonly CorpusLine[]): ImportSource {
  return {
    kind: "eval",
    collection: COLLECTION,
    label: "documents",
    async *read() {
      for (const { id, title, text, locale, visibility } of lines) {
        yield {
          type: "document",
          document: {
            id: String(id),
            path: String(id),
            title: title ?? "",
            kind: "article",
            visibility: visibility ?? "public",
            groups: [],
            body: text,
            ...(locale ? { locale } : {})
          }
        }
      }
      yield { type: "end", all: true }
    }
  }
}

const COLLECTION = "eval"

/** Returns documents by the ids of their lines. */
function withOwnIds(retriever: Retriever): Retriever {
  return {
    async find(ticket, person, signal, limit, chosen) {
      const whole = (ids: string[]) => ids.map((id) => `${COLLECTION}/${id}`)
      const found = await retriever.find(
        ticket,
        person,
        signal,
        limit,
        chosen && { use: whole(chosen.use), not: whole(chosen.not) }
      )
      const own = (id: string) => id.slice(COLLECTION.length + 1)
      const sources = found.sources.map((source) => ({
        ...source,
        id: own(source.id),
        ...(source.also && { also: source.also.map((one) => ({ ...one, id: own(one.id) })) })
      }))
      return { ...found, sources }
    }
  }
}
