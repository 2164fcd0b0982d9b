import { getDocument, PasswordException } from "unpdf/pdfjs"
import { MAX_ATTACHMENT_CHARACTERS } from "../../ticket/attachment.ts"
import { AttachmentError } from "../common/attachment-error.ts"
import { decryptedPdf } from "../../text/bytes/pdf/decrypt/decrypted-pdf.ts"
import { refusePdfBombs, type PdfCounting } from "../../text/bytes/pdf/refuse-pdf-bombs.ts"
import { inflatedSize, UNCOUNTED } from "../common/inflated-size.ts"

/**
 * Returns the text of a PDF, page by page, until there is enough of it. pdf.js runs nothing of the file, loads no fonts
 * and unpacks no pictures. @throws AttachmentError
 */
export async function readPdf(bytes: Uint8Array<ArrayBuffer>): Promise<{ text: string; more: boolean }> {
  const open = await decryptedPdf(bytes)
  if (!open) throw new AttachmentError("encrypted")
  await refusePdfBombs(open, COUNTING)
  // pdf.js may keep the bytes that it is given.
  const loading = getDocument({ data: open.slice(), ...SETTINGS })
  try {
    const document = await loading.promise
    const pages: string[] = []
    let length = 0
    let n = 0
    let isCut = false
    while (n < Math.min(document.numPages, MAX_PAGES) && length <= MAX_ATTACHMENT_CHARACTERS) {
      const page = await document.getPage(++n)
      const shown = await textOf(page)
      const text = unwrapped(shown.text)
      isCut ||= shown.isCut
      length += text.length
      pages.push(text)
      page.cleanup()
    }
    const text = pages.join("\n\n")
    refuseUnreadable(text, n)
    return { text, more: isCut || n < document.numPages }
  } catch (cause) {
    if (cause instanceof AttachmentError) throw cause
    throw new AttachmentError(cause instanceof PasswordException ? "encrypted" : "broken-pdf", { cause })
  } finally {
    await loading.destroy()
  }
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>["promise"]>["getPage"]>>
type TextContent = Awaited<ReturnType<Page["getTextContent"]>>

/** Reads a page's text until there is enough of it: a page may be made to hold more than memory does. */
async function textOf(page: Page): Promise<{ text: string; isCut: boolean }> {
  const stream: ReadableStream<TextContent> = page.streamTextContent()
  const reader = stream.getReader()
  let text = ""
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const { items } = read.value
    for (const item of items) if ("str" in item) text += item.str + (item.hasEOL ? "\n" : "")
    if (text.length <= MAX_ATTACHMENT_CHARACTERS) continue
    // pdf.js ends its work on the page only for a reason that is an Error.
    await reader.cancel(new Error("There is enough text."))
    return { text, isCut: true }
  }
  return { text, isCut: false }
}

/** Joins the lines of a sentence, and a word that was cut: a letter goes on from line to line, a table doesn't. */
const unwrapped = (text: string): string =>
  text.replace(/(\p{Ll})-\n(?=\p{Ll})/gu, "$1").replace(/(?<=[^\n]{30}[^\n.!?:;])\n(?=[\p{Ll}\d(])/gu, " ")

const COUNTING: PdfCounting = {
  inflate: async (packed, how) => {
    const { size, isWhole } = await inflatedSize(packed, "deflate", how)
    return { size: isWhole ? size : size + UNCOUNTED, isWhole }
  },
  // Scanned pages take that much.
  limits: { list: 150_000_000, all: 150_000_000 },
  bomb: () => new AttachmentError("bomb")
}
const SETTINGS = { isEvalSupported: false, useSystemFonts: false, enableXfa: false, verbosity: 0 }
const MAX_PAGES = 200

/** Refuses a scan, and a text whose fonts don't tell which letters they show. */
function refuseUnreadable(text: string, pages: number): void {
  const letters = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  const strange = text.match(/[\p{Co}\p{Cc}\uFFFD]/gu)?.filter((one) => one !== "\n").length ?? 0
  if (letters < Math.min(20, 3 * pages) || strange > letters / 4) throw new AttachmentError("no-text")
}
