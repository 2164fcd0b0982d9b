import { DocumentError, type Format } from "./common/format.ts"
import { hasWords, documentOfFile } from "./common/file-document.ts"
import { itemOf, refuseClear, type Statement } from "./publication/refuse-unpublished.ts"
import { wholeFile, wholeText } from "./common/text.ts"

/** Reads a saved page as one document. */
export const html: Format = {
  id: "html",
  endings: ["html", "htm", "xhtml"],
  largest: 10_000_000,
  async *read(file, signal) {
    const bytes = await wholeFile(await file.open(), signal)
    const text = wholeText(bytes, declaredCharset(bytes))
    const { markdownOfPage } = await import("./html/markdown-of-html.ts")
    const page = await markdownOfPage(text)
    signal.throwIfAborted()
    if (!hasWords(page.body)) throw new DocumentError("The page has no text of its own.")
    yield itemOf(documentOfFile(file, page), () => refuseClear(metaStatements(text)))
  }
}

/** Returns what the `meta` elements of a page say: `<meta name="draft" content="true">`. */
function metaStatements(text: string): Statement[] {
  return [...text.slice(0, MAX_HEAD).matchAll(/<meta\s[^<>]{1,1000}>/gi)].flatMap(([tag]): Statement[] => {
    const value = (name: string) => new RegExp(`\\s${name}\\s*=\\s*["']?([^"'<>]*)`, "i").exec(tag)?.[1]
    const [name, content] = [value("name"), value("content")]
    return name === undefined || content === undefined ? [] : [[name, content]]
  })
}
const MAX_HEAD = 50_000

/**
 * Returns the encoding that the page declares in `<meta charset>`, in the older `http-equiv` or in the first line of
 * XHTML.
 */
export function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 4096)).toString("latin1")
  return (
    /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1] ??
    /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1]
  )
}
