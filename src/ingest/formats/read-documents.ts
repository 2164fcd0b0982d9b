import { csv } from "./csv.ts"
import { feed, looksLikeFeed } from "./feed.ts"
import { formats } from "./index.ts"
import { DocumentError, type Format, type ImportFile, type ReadItem } from "./common/format.ts"
import { json } from "./json.ts"
import { jsonl } from "./jsonl.ts"
import { endingOf } from "./common/file-document.ts"
import { draftPathReason, unpublishedItem } from "./publication/refuse-unpublished.ts"
import { peek } from "./common/peek.ts"

/** Returns the format for a file of this name, or undefined if such files never hold knowledge (pictures, styles). */
export function formatOf(path: string): Format | undefined {
  const ending = endingOf(path)
  return formats.find(({ endings }) => endings.includes(ending))
}

/**
 * Yields the documents of one file. The format is the one that its ending names, unless its first bytes show another.
 * The file is opened once. If it can't be imported, the result is one failed item with the reason.
 */
export async function* documentsOf(file: ImportFile, signal: AbortSignal): AsyncGenerator<ReadItem, void> {
  const draft = draftPathReason(file.path)
  try {
    for await (const item of read(file, signal))
      yield draft !== undefined && item.type === "document" ? unpublishedItem(item.document, draft) : item
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    yield { type: "failed", path: file.path, reason: error.message }
  }
}

async function* read(file: ImportFile, signal: AbortSignal): AsyncGenerator<ReadItem, void> {
  const ending = endingOf(file.path)
  const named = formatOf(file.path)
  if (!named) throw new DocumentError(`Files that end in .${ending} aren't read.`)
  // A large file is refused before it is opened. An archive may state a wrong size, so the bytes are counted again
  // while reading.
  refuseLarge(file.size, named, ending)
  const { head, whole, close } = await peek(await file.open(), HEAD, signal)
  try {
    if (head.length === 0) throw new DocumentError("The file is empty.")
    const kind = fileSignatureOf(head)
    const format =
      kind && !kind.endings.includes(ending)
        ? byBytes(kind, ending)
        : TABLES.has(named) && looksLikeFeed(head)
          ? feed
          : named
    refuseLarge(file.size, format, ending)
    const opened: ImportFile = { ...file, open: () => Promise.resolve(counted(whole, format, ending)) }
    yield* format.read(opened, signal)
  } finally {
    // A file that is refused by its first bytes was also opened.
    await close()
  }
}

/** These formats may hold products as well as articles. */
const TABLES = new Set([csv, json, jsonl])

function byBytes({ name, ending: real }: NonNullable<ReturnType<typeof fileSignatureOf>>, ending: string): Format {
  const format = real ? formats.find(({ endings }) => endings.includes(real)) : undefined
  if (format) return format
  throw new DocumentError(`It is called .${ending} and is ${name}.`)
}

function refuseLarge(size: number, { largest }: Format, ending: string): void {
  if (size > largest)
    throw new DocumentError(`The file has ${fileSizeText(size)}; a .${ending} file may have ${fileSizeText(largest)}.`)
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  { largest }: Format,
  ending: string
): AsyncGenerator<Uint8Array, void> {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > largest)
      throw new DocumentError(
        `The file has more than ${fileSizeText(largest)}, the most that a .${ending} file may have.`
      )
    yield chunk
  }
}

/** This many bytes are enough to recognise the format. */
const HEAD = 4096

/** Writes a size in the way people state it: "1.2 GB". */
export function fileSizeText(bytes: number): string {
  if (bytes >= 1e9) return `${rounded(bytes / 1e9)} GB`
  return bytes >= 1e6 ? `${rounded(bytes / 1e6)} MB` : `${Math.ceil(bytes / 1e3)} kB`
}

const rounded = (value: number) => (value < 10 ? String(Math.round(value * 10) / 10) : String(Math.round(value)))

/** What a file is by its first bytes, whatever its name says. */
interface FileSignature {
  /** The name completes a sentence such as "It is called .html and is ...". */
  name: string
  /** The endings that such a file may correctly have. */
  endings: string[]
  /** Names the format that reads the file, by one of its endings. */
  ending?: string
}

/** Returns undefined if the bytes identify nothing with certainty, as with any text. */
function fileSignatureOf(head: Uint8Array): FileSignature | undefined {
  const binary = SIGNATURES.find(({ bytes, at = 0 }) => bytes.every((byte, offset) => head[at + offset] === byte))
  if (binary) return binary.kind
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, 512))
    .toString("latin1")
    .replace(/^\xEF\xBB\xBF/, "")
    .trimStart()
  if (/^(?:<!--[^]*?-->\s*)?<(?:!doctype\s+html|html[\s>])/i.test(text)) return HTML
  return text.startsWith("{\\rtf") ? RTF : undefined
}

const bytesOf = (text: string) => [...Buffer.from(text, "latin1")]
const HTML: FileSignature = {
  name: "a page of HTML",
  endings: ["html", "htm", "xhtml", "xml", "md", "markdown", "csv", "tsv", "json", "jsonl"],
  ending: "html"
}
const RTF: FileSignature = { name: "a Rich Text file: save it as .docx", endings: ["rtf", "doc"], ending: "rtf" }
const PICTURE: FileSignature = { name: "a picture", endings: [] }

const SIGNATURES: { bytes: number[]; at?: number; kind: FileSignature }[] = [
  { bytes: bytesOf("%PDF-"), kind: { name: "a PDF", endings: ["pdf"], ending: "pdf" } },
  {
    bytes: [0x50, 0x4b, 3, 4],
    kind: {
      name: "a zip archive or an office file",
      endings: ["docx", "odt", "xlsx", "pptx", "ods", "odp", "epub", "pages"]
    }
  },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], kind: { name: "an old office file", endings: ["docx", "doc", "xls", "ppt"] } },
  { bytes: [0x1f, 0x8b], kind: { name: "packed with gzip: call it .gz", endings: [] } },
  { bytes: bytesOf("7z\xbc\xaf"), kind: { name: "a 7-Zip archive: unpack it first", endings: [] } },
  { bytes: bytesOf("Rar!"), kind: { name: "a RAR archive: unpack it first", endings: [] } },
  { bytes: [0x89, 0x50, 0x4e, 0x47], kind: PICTURE },
  { bytes: [0xff, 0xd8, 0xff], kind: PICTURE },
  { bytes: bytesOf("GIF8"), kind: PICTURE },
  { bytes: bytesOf("WEBP"), at: 8, kind: PICTURE },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], kind: { name: "a program", endings: [] } },
  { bytes: bytesOf("SQLite format 3"), kind: { name: "a database", endings: [] } }
]
