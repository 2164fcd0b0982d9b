import { readFileSync } from "node:fs"
import { join } from "node:path"
import { articleOf } from "../../src/ingest/article/article.ts"
import { readMarkdown } from "../../src/ingest/formats/markdown.ts"
import { passagesOf } from "../../src/search/passages/passages.ts"
import type { Source } from "../../src/ticket/draft.ts"
import { root } from "../root.ts"
import type { Topic } from "./pool.ts"

/** The name under which the month imports the sample knowledge. */
export const COLLECTION = "sample"

const read = new Map<Topic, Source>()

/**
 * Returns the passage of the sample knowledge that supports a topic's draft. @throws Error if the article no longer
 * contains it
 */
export function sourceOf(topic: Topic, n: number): Source {
  const known = read.get(topic) ?? readSource(topic)
  read.set(topic, known)
  return { ...known, n, score: n === 1 ? 12 : 5 }
}

function readSource({ article: path, passage: words }: Topic): Source {
  const article = articleOf(
    readMarkdown(`${path}.md`, readFileSync(join(root, "demo/knowledge", `${path}.md`), "utf8"), "public")
  )
  // Passages are compared as they are imported, without Markdown's signs.
  const passage = passagesOf(article.title, article.blocks, article.locale).find(({ text }) =>
    text.includes(words.replaceAll("**", ""))
  )
  if (!passage) throw new Error(`${path} no longer says "${words}": mend the pool of the demo's month.`)
  return {
    n: 1,
    id: `${COLLECTION}/${path}`,
    title: article.title,
    kind: article.kind,
    headings: passage.headings,
    passage: passage.text,
    visibility: article.visibility,
    locale: article.locale,
    ...(article.changed === undefined ? {} : { changed: article.changed }),
    score: 0
  }
}
