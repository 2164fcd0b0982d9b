import { sql, type Kysely } from "kysely"
import type { Schema } from "../../../src/relay/storage/schema.ts"

/** All that imports have left, but for ids and times of the imports themselves. */
export async function rowsOf(db: Kysely<Schema>): Promise<Record<string, string[]>> {
  const tables = {
    documents: "id, origin, collection, path, title, kind, locale, visibility, groups, url, changed, hash, md5(body) as body, version, product, details, md5(sketch) as sketch, twin",
    passages: "document, n, headings, text, md5(words::text) as words, title_words, heading_words, md5(search::text) as search",
    word_counts: "origin, word, passages",
    knowledge_totals: "origin, passages, title_words, heading_words, text_words",
    article_words: "document, found, lower, capital",
    document_versions: "document, version, hash, title, body, url, changed",
    imports: "collection, state, at, total, seen, imported, unchanged, removed, failed, reason",
    import_failures: "path, document, reason",
    knowledge_sources: "collection, origin, kind, label, config, since"
  }
  const rows: Record<string, string[]> = {}
  for (const [table, columns] of Object.entries(tables)) {
    const read = await sql<{ row: string }>`select row_to_json(r)::text as row from (select ${sql.raw(columns)} from ${sql.table(table)}) as r`.execute(db)
    rows[table] = read.rows.map(({ row }) => row).sort()
  }
  return rows
}

/** Counts of words kept by the imports against counts made anew from what stands. */
export async function countsAgree(db: Kysely<Schema>): Promise<boolean> {
  const { rows } = await sql`
    (select word, passages::integer from word_counts where origin = 'team'
    except select word, count(*)::integer from passages, unnest(tsvector_to_array(search)) as word group by word)
    union all
    (select word, count(*)::integer from passages, unnest(tsvector_to_array(search)) as word group by word
    except select word, passages::integer from word_counts where origin = 'team')`.execute(db)
  const { rows: totals } = await sql<{ same: boolean }>`
    select passages = (select count(*) from passages) and text_words = (select coalesce(sum(cardinality(words) - title_words - heading_words), 0) from passages) as same
    from knowledge_totals where origin = 'team'`.execute(db)
  return rows.length === 0 && totals[0]?.same === true
}
