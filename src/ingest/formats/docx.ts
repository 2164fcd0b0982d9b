import { readParts } from "./docx/parts.ts"
import { DocumentError, type Format } from "./common/format.ts"
import { hasWords } from "./common/file-names.ts"
import { documentOfFile, type DocumentFields } from "./common/file-document.ts"
import { wholeFile } from "./common/text.ts"

/**
 * Reads a Word document: headings by their styles, lists and tables. A picture is replaced by its description, and
 * tracked changes count as accepted.
 */
export const docx: Format = {
  id: "docx",
  endings: ["docx", "docm", "dotx"],
  largest: 50_000_000,
  async *read(file, signal) {
    const bytes = await wholeFile(await file.open(), signal)
    refuseOld(bytes)
    const { counted, about, unread, notices: others } = await readParts(bytes, signal)
    const said = await saidBy(counted, about)
    signal.throwIfAborted()
    const notices = [...noticeOf(unread), ...others]
    if (!hasWords(said.body)) throw new DocumentError(["The document has no text.", ...notices].join(" "))
    yield { type: "document", document: documentOfFile(file, { ...said, notices }) }
  }
}

/** Names the text boxes that aren't read. */
function noticeOf([first, ...more]: readonly string[]): string[] {
  if (first === undefined) return []
  const excerpt = first.length > 60 ? `${first.slice(0, 60)}…` : first
  const others = more.length > 0 ? ` and ${more.length} more` : ""
  return [
    `A text box isn't read: "${excerpt}"${others}. Move its text into the page, or save the document anew in Word.`
  ]
}

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

/** Word's old files and its new, locked files are in the same container format (OLE). */
function refuseOld(bytes: Buffer): void {
  if (!bytes.subarray(0, 4).equals(OLE)) return
  if (bytes.includes(Buffer.from("EncryptedPackage", "utf16le")))
    throw new DocumentError("It is locked by a password: save it without one, and import it again.")
  throw new DocumentError("It is an old Word file (.doc), whatever its name says: save it as .docx and import that.")
}

const STYLES = [
  "p[style-name='Title'] => h1.document-title:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "r[style-name='Strong'] => strong"
]

async function saidBy(bytes: Buffer, about: string): Promise<DocumentFields> {
  const [{ default: mammoth }, { markdownOfHtml }] = await Promise.all([
    import("mammoth"),
    import("./html/markdown-of-html.ts")
  ])
  // The bytes of a picture are never read. Its description stays.
  const options = {
    styleMap: STYLES,
    externalFileAccess: false,
    convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" }))
  }
  const { value } = await mammoth.convertToHtml({ buffer: bytes }, options).catch((cause: unknown) => {
    throw new DocumentError("It is a broken Word document: open it in Word and save it anew.", { cause })
  })
  const plain = (html: string) =>
    markdownOfHtml(html)
      .replace(/^#+ /, "")
      .replace(/[*_`\\]/g, "")
      .trim()
  // The title is the text with the title style. Without it, the title is the only first-level heading if the document
  // begins with it.
  const [whole = "", styled] = /<h1 class="document-title">(.*?)<\/h1>/s.exec(value) ?? []
  const [first = "", only] =
    (value.match(/<h1[\s>]/g)?.length ?? 0) === 1 ? (/^<h1[^>]*>(.*?)<\/h1>/s.exec(value) ?? []) : []
  const named = /<dc:title>([^<]*)<\/dc:title>/.exec(about)?.[1] ?? ""
  return {
    title: plain(styled ?? only ?? named),
    body: markdownOfHtml(styled === undefined ? value.slice(first.length) : value.replace(whole, "")),
    changed: /<dcterms:modified[^>]*>(\d{4}-\d{2}-\d{2})/.exec(about)?.[1]
  }
}
