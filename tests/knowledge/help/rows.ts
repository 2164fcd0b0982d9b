import { isDeepStrictEqual } from "node:util"
import { sql, type Kysely } from "kysely"
import { countWords } from "../../../src/search/postings/posting-store.ts"
import { passagesOfLines } from "../../../src/search/postings/word-lines.ts"
import type { Schema } from "../../../src/storage/schema.ts"
import { passagesOfTexts } from "../../../src/search/passages/passages.ts"

/** Returns everything that imports have left, except the ids and times of the imports themselves. */
export async function rowsOf(db: Kysely<Schema>): Promise<Record<string, string[]>> {
  const tables = {
    documents:
      "id, origin, collection, path, title, kind, locale, visibility, groups, url, changed, hash, md5(body) as body, passages, md5(texts) as texts, md5(words) as words, version, product, details, md5(sketch) as sketch, twin",
    knowledge_totals: "origin, passages, title_words, heading_words, text_words",
    article_words: "document, found, lower, capital",
    document_versions: "document, version, hash, title, body, url, changed",
    imports: "collection, state, at, total, seen, imported, unchanged, removed, failed, reason",
    import_failures: "path, document, reason",
    import_notices: "path, notice",
    knowledge_sources: "collection, origin, kind, label, config, since"
  }
  const rows: Record<string, string[]> = {}
  for (const [table, columns] of Object.entries(tables)) {
    const read = await sql<{
      row: string
    }>`select row_to_json(r)::text as row from (select ${sql.raw(columns)} from ${sql.table(table)}) as r`.execute(db)
    rows[table] = read.rows.map(({ row }) => row).sort()
  }
  return rows
}

/**
 * Compares the counts and positions of words that the imports keep with those computed again from the words of the
 * current documents.
 */
export async function countsAgree(db: Kysely<Schema>): Promise<boolean> {
  const documents = await db
    .selectFrom("documents")
    .select(["number", "words", "passages", "texts"])
    .where("origin", "=", "team")
    .execute()
  const standing = new Set(documents.map(({ number }) => number))
  const told: string[] = []
  const totals = { passages: 0, title_words: 0, heading_words: 0, text_words: 0 }
  for (const { number, words: lines } of documents) {
    for (const [n, line] of (lines ? lines.split("\n") : []).entries()) {
      const [sizes = "", words = "", meanings = ""] = line.split("\t")
      const [title = 0, headings = 0] = sizes.split(" ").map(Number)
      for (const word of new Set(`${words} ${meanings}`.trim().split(" ")))
        if (word) told.push(`${word} ${number} ${n}`)
      totals.passages++
      totals.title_words += title
      totals.heading_words += headings
      totals.text_words += words.split(" ").filter(Boolean).length - title - headings
    }
  }
  const kept = (
    await db.selectFrom("postings").select(["word", "hits"]).where("origin", "=", "team").execute()
  ).flatMap(({ word, hits }) => {
    const bytes = Buffer.from(hits)
    return Array.from(
      { length: bytes.length / 6 },
      (_, at) => [bytes.readInt32BE(at * 6), bytes.readInt16BE(at * 6 + 4)] as const
    )
      .filter(([number]) => standing.has(number))
      .map(([number, n]) => `${word} ${number} ${n}`)
  })
  const words = await db.selectFrom("postings").select("word").distinct().where("origin", "=", "team").execute()
  const counts = await countWords(
    db,
    ["team"],
    words.map(({ word }) => word)
  )
  const {
    rows: [sums]
  } = await sql<
    Record<string, string>
  >`select passages, title_words, heading_words, text_words from knowledge_totals where origin = 'team'`.execute(db)
  return (
    isDeepStrictEqual(kept.sort(), told.sort()) &&
    isDeepStrictEqual(counts, countsOf(told)) &&
    isDeepStrictEqual(
      Object.fromEntries(Object.entries(sums ?? {}).map(([name, sum]) => [name, Number(sum)])),
      totals
    ) &&
    documents.every(
      ({ passages, texts, words }) =>
        passagesOfTexts(texts).length === passages && passagesOfLines(words).length === passages
    )
  )
}

function countsOf(told: string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of told) {
    const word = row.slice(0, row.indexOf(" "))
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}
