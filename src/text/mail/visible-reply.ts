import { linesOfText } from "./mail-line.ts"
import { partOf, mailParts } from "./mail-parts.ts"
import { rememberMessages } from "../memo/text-memory.ts"
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
