import { sql, type Kysely } from "kysely"
import { ArticleWords } from "../../masking/index.ts"
import type { Schema } from "../storage/schema.ts"
import { readSetting, writeSetting } from "../storage/setting.ts"

/** The words of the public articles as the last import left them, packed; undefined where there are none. */
export async function readPackedWords(db: Kysely<Schema>): Promise<string | undefined> {
  return (await readSetting(db, KEY)) || undefined
}

/** Packs the words of the articles of one origin anew: the commonest, where there are too many to be sent to a browser. */
export async function packWords(write: Kysely<Schema>, origin: "team" | "sample"): Promise<void> {
  const [plain, capital] = await Promise.all([commonest(write, origin, "lower"), commonest(write, origin, "capital")])
  await writeSetting(write, KEY, plain.length > 0 ? ArticleWords.pack(plain, capital) : "")
}

async function commonest(write: Kysely<Schema>, origin: "team" | "sample", column: "lower" | "capital"): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`
    select word from article_words
      join documents on documents.tenant = article_words.tenant and documents.id = article_words.document,
      unnest(article_words.${sql.ref(column)}) as word
    where documents.origin = ${origin} group by word order by count(*) desc, word limit ${MOST}`.execute(write)
  return rows.map(({ word }) => word)
}

const KEY = "masking-article-words"
/** 20,000 of each are 53 kB, of which a team with a thousand articles has a third. */
const MOST = 20_000
