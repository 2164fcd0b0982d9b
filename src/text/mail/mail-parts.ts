import { linesOfText, type MailPiece, type PartKind } from "./mail-line.ts"
import { splitMail } from "./split-mail.ts"
import { rememberMessages } from "../memo/text-memory.ts"

/**
 * A mail in parts. Every word of it is in exactly one of `visible`, `closing`, `signature` and `quoted`. A missing part
 * is "".
 */
export interface MailParts {
  /**
   * What the author newly wrote: greeting, text, postscript, and a quote that is answered line by line. It is
   * "" if the mail is only a quote.
   */
  visible: string
  /** `visible` with `closing` in its place: everything that the author wrote. */
  written: string
  /** The farewell with the bare name below it. */
  closing: string
  /** A block with name and company, and what devices, companies and mailing lists add. */
  signature: string
  /** Earlier and forwarded mails. */
  quoted: string
}

/** Splits a plain-text mail into its parts, in linear time. `clean-mail.ts` does it for a mail in HTML. */
export function mailParts(text: string): MailParts {
  return partsOf(splitMail(linesOfText(text)))
}

export function partsOf(pieces: readonly MailPiece[]): MailParts {
  return {
    visible: partOf(pieces, "visible"),
    written: partOf(pieces, "visible", "closing"),
    closing: partOf(pieces, "closing"),
    signature: partOf(pieces, "signature"),
    quoted: partOf(pieces, "quoted", "forwarded")
  }
}

/** Returns the pieces of these kinds, in the order of the mail. */
function partOf(pieces: readonly MailPiece[], ...kinds: PartKind[]): string {
  return pieces
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join("\n")
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd()
}

interface ReplyParts {
  /**
   * What the author newly wrote, and what they forward. A quote in the middle that is answered line by line
   * stays.
   */
  visible: string
  /** The text of earlier mails below it, or "". */
  quoted: string
  /** Closing, name and what the phone added, or "". */
  signature: string
}

/**
 * Splits a plain-text mail or reply for readers of its content. Nothing is lost: if it is only a signature, that is
 * returned as the visible part. It runs in linear time.
 */
export const visibleReply: (text: string) => ReplyParts = rememberMessages((text) => {
  const pieces = splitMail(linesOfText(text))
  const visible = partOf(pieces, "visible", "forwarded")
  const quoted = partOf(pieces, "quoted")
  const signature = partOf(pieces, "closing", "signature")
  return visible === "" ? { visible: signature, quoted, signature: "" } : { visible, quoted, signature }
})

/** Returns a reply up to quote and signature, from its first character on, so that offsets are those of the whole. */
export function ownWords(text: string): string {
  return upTo(visibleReply(text).visible, text) ?? text
}

/** Returns a reply up to the farewell and the name below it, or undefined where those stand between two parts of it. */
export function signedWords(text: string): string | undefined {
  const signed = upTo(mailParts(text).written, text)
  // If the farewell stands between two parts of the reply, its own words hold it already.
  return signed?.startsWith(ownWords(text)) ? signed : undefined
}

function upTo(part: string, text: string): string | undefined {
  const at = part === "" ? -1 : text.indexOf(part)
  return at === -1 ? undefined : text.slice(0, at + part.length)
}
