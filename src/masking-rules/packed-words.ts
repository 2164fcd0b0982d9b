import { sql, type Kysely } from "kysely"
import { ArticleWords } from "../masking/index.ts"
import type { Origin } from "../storage/knowledge-origin.ts"
import type { Schema } from "../storage/schema.ts"
import { readSetting, writeSetting } from "../storage/team-setting.ts"
import { forEachYielding } from "../runtime/event-loop.ts"
import * as z from "zod/mini"
import { articleWordSort, type ProposedWord } from "../protocol/routes/masking-rules.ts"

/** Returns the packed words of the public articles as of the last import, or undefined when there are none. */
export async function readPackedWords(db: Kysely<Schema>): Promise<string | undefined> {
  return (await readSetting(db, KEY)) || undefined
}

/**
 * In how many public articles of one origin each word occurs in lower case, and which words have a capital inside a
 * sentence.
 */
export interface ArticleWordCounts {
  lower: Counts
  capital: Counts
}
type Counts = Map<string, { articles: number }>

export async function readArticleWordCounts(
  db: Kysely<Schema>,
  origin: Origin,
  signal: AbortSignal
): Promise<ArticleWordCounts> {
  const said: ArticleWordCounts = { lower: new Map(), capital: new Map() }
  for (let last = ""; ; ) {
    const { rows } = await sql<{ document: string; lower: string; capital: string }>`
      select w.document, w.lower, w.capital from article_words w join documents d on d.tenant = w.tenant and d.id = w.document
      where d.origin = ${origin} and w.document > ${last} order by w.document limit ${PAGE}`.execute(db)
    await forEachYielding(rows, signal, ({ lower, capital }) => {
      count(said.lower, lower)
      count(said.capital, capital)
    })
    last = rows.at(-1)?.document ?? ""
    if (rows.length < PAGE) return said
  }
}

function count(counts: Counts, lines: string): void {
  if (lines === "") return
  for (const word of lines.split("\n")) {
    const known = counts.get(word)
    if (known) known.articles++
    else counts.set(word, { articles: 1 })
  }
}

/** Packs the words anew. When there are too many to be sent to a browser, the most frequent are packed. */
export async function packWords(write: Kysely<Schema>, { lower, capital }: ArticleWordCounts): Promise<void> {
  await writeSetting(write, KEY, lower.size > 0 ? ArticleWords.pack(commonest(lower), commonest(capital)) : "")
}

function commonest(counts: Counts): string[] {
  if (counts.size <= MOST) return [...counts.keys()]
  return [...counts]
    .sort(([a, some], [b, others]) => others.articles - some.articles || (a < b ? -1 : 1))
    .slice(0, MOST)
    .map(([word]) => word)
}

const KEY = "masking-article-words"
/** 20,000 of each take 53 kB. A team with a thousand articles has a third of that. */
const MOST = 20_000
const PAGE = 500

/** Returns the words of the public articles that the team may want to keep, as of the last import. */
export async function readProposed(db: Kysely<Schema>): Promise<ProposedWord[]> {
  const value = await readSetting(db, PROPOSED_KEY)
  return value === undefined ? [] : proposed.parse(JSON.parse(value))
}

export async function writeProposed(work: Kysely<Schema>, words: ProposedWord[]): Promise<void> {
  await writeSetting(work, PROPOSED_KEY, JSON.stringify(words))
}

const PROPOSED_KEY = "masking-proposed"
const proposed = z.array(z.object({ word: z.string(), sort: articleWordSort, articles: z.number() }))
