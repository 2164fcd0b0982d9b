import { markdownOfHtml, markdownOfPage } from "../formats/html/markdown-of-html.ts"
import { wikiText } from "../formats/html/redmine-wiki.ts"
import type { HtmlKind, HtmlText } from "./messages.ts"

/**
 * Converts HTML of a kind to Markdown, in this thread. A page of a wiki that shows no text gives undefined.
 * @throws DocumentError if it is nested too deeply
 */
export async function markdownOf(kind: HtmlKind, html: string, base?: string): Promise<HtmlText | undefined> {
  if (kind === "page") return markdownOfPage(html, base)
  return kind === "piece" ? { body: markdownOfHtml(html, base) } : wikiText(html, base)
}
