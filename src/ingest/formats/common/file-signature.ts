/** What a file is by its first bytes, whatever its name says. */
export interface FileSignature {
  /** The name completes a sentence such as "It is called .html and is ...". */
  name: string
  /** The endings that such a file may correctly have. */
  endings: string[]
  /** This names the format that reads the file, by one of its endings. */
  ending?: string
}

/** Returns undefined if the bytes identify nothing with certainty, as with any text. */
export function fileSignatureOf(head: Uint8Array): FileSignature | undefined {
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
