import { linesOfText, type MailPiece, type PartKind } from "./mail-line.ts"
import { splitMail } from "./split-mail.ts"

/**
 * A mail taken apart. Every word of it is in exactly one of `visible`, `closing`, `signature` and `quoted`; one that is
 * missing is "".
 */
export interface MailParts {
  /**
   * What the writer wrote anew: greeting, text, postscript, and a quote that is answered line by line. "" when a mail
   * is only a quote.
   */
  visible: string
  /** `visible` with `closing` where it stood: all that the writer wrote. */
  written: string
  /** The farewell, and the bare name below it. */
  closing: string
  /** A block with name and firm, what devices, firms and lists add. */
  signature: string
  /** Earlier and forwarded mails. */
  quoted: string
}

/** Takes a plain-text mail apart. Linear; a mail in HTML: `ingest/clean`. */
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

/** The pieces of these kinds, in the order of the mail. */
export function partOf(pieces: readonly MailPiece[], ...kinds: PartKind[]): string {
  return pieces
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join("\n")
    .replace(/^(?:[ \t]*\n)+/, "")
    .trimEnd()
}
