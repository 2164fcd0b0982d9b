import { linesOfText } from "./mail-line.ts"
import { partOf } from "./mail-parts.ts"
import { rememberMessages } from "../memo/remember.ts"
import { splitMail } from "./split-mail.ts"

export interface ReplyParts {
  /**
   * What the author newly wrote, and what they forward. A quote in the middle that is answered line by line
   * stays.
   */
  visible: string
  /** The text of earlier mails below it, or "". */
  quoted: string
  /** This holds closing, name and what the phone added, or "". */
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
