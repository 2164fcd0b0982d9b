import { linesOfText } from "./mail-line.ts"
import { partOf } from "./mail-parts.ts"
import { splitMail } from "./split-mail.ts"

export interface ReplyParts {
  /** What the writer wrote anew, and what they forward. A quote in the middle, answered line by line, stays. */
  visible: string
  /** What hangs below it from earlier mails, or "". */
  quoted: string
  /** Closing, name, what the phone added, or "". */
  signature: string
}

/**
 * Splits a plain-text mail or reply for who reads what it says. Nothing is lost: one that is only a signature is
 * returned so. Linear.
 */
export function visibleReply(text: string): ReplyParts {
  const pieces = splitMail(linesOfText(text))
  const visible = partOf(pieces, "visible", "forwarded")
  const quoted = partOf(pieces, "quoted")
  const signature = partOf(pieces, "closing", "signature")
  return visible === "" ? { visible: signature, quoted, signature: "" } : { visible, quoted, signature }
}
