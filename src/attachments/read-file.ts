import { trimLineEnds } from "../text/words/trim-line-ends.ts"
import {
  attachmentKind,
  MAX_ATTACHMENT_BYTES,
  MAX_ATTACHMENT_CHARACTERS,
  type AttachmentKind,
  type AttachmentText
} from "../ticket/attachment.ts"
import { AttachmentError } from "./common/attachment-error.ts"
import { readDocx } from "./docx/read-docx.ts"
import { readPdf } from "./pdf/read-pdf.ts"
import { readMail } from "./plain/read-mail.ts"
import { readPlain } from "./plain/read-plain.ts"

/**
 * Returns the text of a file. Its first bytes decide what it is, because its name is the customer's. It runs nothing of
 * the file and follows nothing in it. @throws AttachmentError
 */
export async function readFile(
  bytes: Uint8Array<ArrayBuffer>,
  about: { name: string; type?: string | undefined }
): Promise<AttachmentText> {
  if (bytes.length > MAX_ATTACHMENT_BYTES) throw new AttachmentError("too-large")
  if (bytes.length === 0) throw new AttachmentError("empty")
  const kind = kindOfBytes(bytes) ?? kindOfName(about)
  const read = kind === "text" && isMail(about) ? readMail : READERS[kind]
  const { text, more } = await read(bytes)
  const tidy = tidied(text)
  if (tidy === "") throw new AttachmentError(kind === "pdf" ? "no-text" : "empty")
  const cut = cutAt(tidy, MAX_ATTACHMENT_CHARACTERS)
  return { text: cut, cut: more || cut.length < tidy.length }
}

const READERS: Record<
  Exclude<AttachmentKind, "picture">,
  (bytes: Uint8Array<ArrayBuffer>) => Promise<{ text: string; more: boolean }> | { text: string; more: boolean }
> = { pdf: readPdf, docx: readDocx, text: readPlain }

const isMail = ({ name, type = "" }: { name: string; type?: string | undefined }) =>
  /\.eml$/i.test(name.trim()) || /^message\/rfc822\b/i.test(type)

function kindOfBytes(bytes: Uint8Array): "pdf" | "docx" | undefined {
  const starts = (...signature: number[]) => signature.every((byte, at) => bytes[at] === byte)
  // "%PDF-", "PK" of a zip archive, and the container of Word's old and of its locked files.
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return "pdf"
  return starts(0x50, 0x4b) || starts(0xd0, 0xcf, 0x11, 0xe0) ? "docx" : undefined
}

/** A file that says that it is a PDF or a Word document, and doesn't begin like one, is broken. */
function kindOfName(about: { name: string; type?: string | undefined }): "text" {
  const kind = attachmentKind(about)
  if (kind === "pdf") throw new AttachmentError("broken-pdf")
  if (kind === "docx") throw new AttachmentError("broken-docx")
  if (kind !== "text") throw new AttachmentError("wrong-type")
  return kind
}

/** Takes out what no reader sees, and more than one blank line. */
function tidied(text: string): string {
  const seen = text.replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u00ad\ufeff]/gu, "")
  return trimLineEnds(seen)
    .replace(/\n{3,}/g, "\n\n")
    .trim()
}

/** Cuts before a word that would be cut in half, and never a character. */
function cutAt(text: string, most: number): string {
  if (text.length <= most) return text
  const whole = text.slice(0, most)
  const space = whole.search(/\s\S*$/)
  const end = space > most - 200 ? space : whole.length - Number(/[\ud800-\udbff]$/.test(whole))
  return whole.slice(0, end).trimEnd()
}
