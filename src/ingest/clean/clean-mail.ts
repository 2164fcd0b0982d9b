import { linesOfText } from "../../text/mail/mail-line.ts"
import { type MailParts, partsOf } from "../../text/mail/mail-parts.ts"
import { splitMail } from "../../text/mail/split-mail.ts"
import { linesOfHtml } from "./html-lines.ts"

/**
 * Splits a mail, in plain text or in HTML, into its parts. Of HTML it takes the words that a reader sees. It runs in
 * linear time.
 */
export function cleanMail(mail: { text: string } | { html: string }): MailParts {
  return partsOf(splitMail("html" in mail ? linesOfHtml(mail.html) : linesOfText(mail.text)))
}
