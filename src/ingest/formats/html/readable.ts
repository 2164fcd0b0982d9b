import type { Root } from "hast"
import { limitDepth } from "./limit-depth.ts"
import { parseHtml } from "./tree.ts"

/**
 * Finds the article of a page that doesn't mark it, with the algorithm of Mozilla's reader view. The document runs no
 * script and loads nothing, because jsdom does neither by default.
 * @throws DocumentError if it is nested too deeply
 */
export async function readableContent(html: string): Promise<Root | undefined> {
  if (html.length > LARGEST) return undefined
  const [{ JSDOM }, { Readability }] = await Promise.all([import("jsdom"), import("@mozilla/readability")])
  const { window } = limitDepth(() => new JSDOM(html))
  try {
    return limitDepth(() => {
      const article = new Readability(window.document, { charThreshold: 100, keepClasses: true }).parse()
      return article?.content ? parseHtml(article.content, true) : undefined
    })
  } finally {
    window.close()
  }
}

/** The limit is in characters. A larger page isn't parsed a second time, because that would take seconds. */
const LARGEST = 1_000_000
