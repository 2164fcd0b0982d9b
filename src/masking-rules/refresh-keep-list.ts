import type { Kysely } from "kysely"
import { originInUse } from "../storage/knowledge-origin.ts"
import type { Schema } from "../storage/schema.ts"
import { forEachYielding } from "../runtime/event-loop.ts"
import type { ArticleFinding } from "./article-words.ts"
import { gatherWords } from "./gather-words.ts"
import { packWords, readArticleWordCounts, writeProposed } from "./packed-words.ts"
import {
  wordKey,
  MAX_RULE_WORDS,
  readNewest,
  storeVersion,
  lockRules,
  type ArticleWord,
  type StoredRules
} from "./stored-rules.ts"

/**
 * Makes the keep list, and the words that are evidence, anew from the current articles. The sample shop's articles
 * count while the team has none of its own.
 * @throws the signal's reason
 */
export async function refreshKeepList(write: Kysely<Schema>, now: Date, signal: AbortSignal): Promise<void> {
  await lockRules(write)
  const { origin } = await originInUse(write)
  const rows = await write
    .selectFrom("article_words")
    .innerJoin("documents", "documents.id", "article_words.document")
    .select("article_words.found")
    .where("documents.origin", "=", origin)
    .orderBy("documents.id")
    .execute()
  const articles: ArticleFinding[][] = []
  await forEachYielding(rows, signal, ({ found }) => {
    articles.push(JSON.parse(found) as ArticleFinding[])
  })
  const said = await readArticleWordCounts(write, origin, signal)
  const { keep, proposed } = await gatherWords(articles, (word) => said.lower.has(word), signal)
  const standing = await readNewest(write)
  const rules = withArticleWords(
    standing.rules,
    keep.map((word) => ({ ...word, from: "articles" as const }))
  )
  if (listOf(rules) !== listOf(standing.rules)) await storeVersion(write, standing, rules, { why: "import" }, now)
  await writeProposed(write, proposed)
  await packWords(write, said)
}

/** Words that people added stay and come first. Words that were removed, or are always masked, don't return. */
function withArticleWords(rules: StoredRules, found: ArticleWord[]): StoredRules {
  const own = rules.keep.filter(({ from }) => from !== "articles")
  const known = new Set([...own, ...rules.names].map(({ word }) => wordKey(word)).concat(rules.refused.map(wordKey)))
  const fresh = found
    .filter(({ word }) => !known.has(wordKey(word)))
    .slice(0, Math.min(MAX_FROM_ARTICLES, MAX_RULE_WORDS - own.length))
  return { ...rules, keep: [...own, ...fresh] }
}

/** This leaves room for the team's own words. */
const MAX_FROM_ARTICLES = 400

/** The number of articles that contain a word changes with every import, so it makes no new version. */
const listOf = ({ keep }: StoredRules) =>
  keep
    .map(({ word }) => word)
    .sort()
    .join("\n")
