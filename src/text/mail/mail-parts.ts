import { linesOfText, type MailPiece, type PartKind } from "./mail-line.ts"
import { splitMail } from "./split-mail.ts"

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
  /** This is `visible` with `closing` in its place: everything that the author wrote. */
  written: string
  /** The farewell with the bare name below it. */
  closing: string
  /** A block with name and company, and what devices, companies and mailing lists add. */
  signature: string
  /** Earlier and forwarded mails. */
  quoted: string
}

/** Splits a plain-text mail into its parts, in linear time. `ingest/clean` does it for a mail in HTML. */
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
export function partOf(pieces: readonly MailPiece[], ...kinds: PartKind[]): string {
  return pieces
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join("\n")
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd()
}
