import { markdownOf } from "./markdown-of.ts"
import type { HtmlText } from "./messages.ts"
import { MAX_BYTES_HERE, htmlInThread } from "./reading-thread.ts"

/**
 * Converts a whole page, as `markdownOfPage` does. A long one is read by a thread, with a deadline and a bound on its
 * memory, so that nobody else waits.
 * @throws DocumentError if it is nested too deeply, takes too long or too much memory; the signal's reason
 */
export async function readHtmlPage(html: string, base: string, signal: AbortSignal): Promise<HtmlText> {
  return (await read("page", html, base, signal)) ?? { body: "" }
}

/** Converts HTML that is all of an article, as `markdownOfHtml` does, a long one in a thread as `readHtmlPage`. */
export async function readHtmlPiece(html: string, base: string | undefined, signal: AbortSignal): Promise<string> {
  return (await read("piece", html, base, signal))?.body ?? ""
}

/** Returns the text of a page of Redmine's wiki, as `wikiText` does, of a long one in a thread as `readHtmlPage`. */
export const readWikiPage = (html: string, url: string, signal: AbortSignal): Promise<HtmlText | undefined> =>
  read("redmine-wiki", html, url, signal)

const read = (kind: Parameters<typeof markdownOf>[0], html: string, base: string | undefined, signal: AbortSignal) =>
  html.length > MAX_BYTES_HERE ? htmlInThread(kind, html, base, signal) : markdownOf(kind, html, base)
