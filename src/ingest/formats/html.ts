import { DocumentError, type Format } from "./common/format.ts"
import { hasWords } from "./common/file-names.ts"
import { documentOfFile } from "./common/file-document.ts"
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
    yield { type: "document", document: documentOfFile(file, page) }
  }
}

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
