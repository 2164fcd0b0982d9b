import type { Kysely } from "kysely"
import type { Schema } from "../storage/schema.ts"
import { inTurns } from "../runtime/turns.ts"
import type { ArticleFinding } from "./article-words.ts"
import { gather } from "./gather.ts"
import { packWords, readSaidWords } from "./packed-words.ts"
import { writeProposed } from "./proposed.ts"
import {
  keyOf,
  MOST_WORDS,
  readNewest,
  storeVersion,
  takeRulesTurn,
  type ArticleWord,
  type StoredRules
} from "./stored.ts"

/**
 * Makes the keep list, and the words that are evidence, anew from the articles that stand. The sample shop's count
 * while the team has none of its own.
 * @throws the signal's reason
 */
export async function refreshKeepList(write: Kysely<Schema>, now: Date, signal: AbortSignal): Promise<void> {
  await takeRulesTurn(write)
  const team = await write.selectFrom("documents").select("id").where("origin", "=", "team").limit(1).executeTakeFirst()
  const origin = team ? "team" : "sample"
  const rows = await write
    .selectFrom("article_words")
    .innerJoin("documents", "documents.id", "article_words.document")
    .select("article_words.found")
    .where("documents.origin", "=", origin)
    .orderBy("documents.id")
    .execute()
  const articles: ArticleFinding[][] = []
  await inTurns(rows, signal, ({ found }) => {
    articles.push(JSON.parse(found) as ArticleFinding[])
  })
  const said = await readSaidWords(write, origin, signal)
  const { keep, proposed } = await gather(articles, (word) => said.lower.has(word), signal)
  const standing = await readNewest(write)
  const rules = withArticleWords(
    standing.rules,
    keep.map((word) => ({ ...word, from: "articles" as const }))
  )
  if (listOf(rules) !== listOf(standing.rules)) await storeVersion(write, standing, rules, { why: "import" }, now)
  await writeProposed(write, proposed)
  await packWords(write, said)
}

/** People's own words stay and go first; what was taken out, or is always masked, doesn't come back. */
function withArticleWords(rules: StoredRules, found: ArticleWord[]): StoredRules {
  const own = rules.keep.filter(({ from }) => from !== "articles")
  const known = new Set([...own, ...rules.names].map(({ word }) => keyOf(word)).concat(rules.refused.map(keyOf)))
  const fresh = found
    .filter(({ word }) => !known.has(keyOf(word)))
    .slice(0, Math.min(MOST_FROM_ARTICLES, MOST_WORDS - own.length))
  return { ...rules, keep: [...own, ...fresh] }
}

/** Leaves room for words of the team's. */
const MOST_FROM_ARTICLES = 400

/** In how many articles a word stands changes with every import, and is no new version. */
const listOf = ({ keep }: StoredRules) =>
  keep
    .map(({ word }) => word)
    .sort()
    .join("\n")
