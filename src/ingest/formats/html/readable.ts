import type { Root } from "hast"
import { limitDepth } from "./limit-depth.ts"
import { parseHtml } from "./tree.ts"

/**
 * The article of a page that doesn't mark it, as Mozilla's reader view finds it. The document runs no script and loads
 * nothing: jsdom does neither unless it is told to.
 * @throws DocumentError when it is nested too deeply
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

/** In characters. A page beyond it is read as it stands: building it a second time would take seconds. */
const LARGEST = 1_000_000
