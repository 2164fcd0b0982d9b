import { linesOfText } from "../../text/mail/mail-line.ts"
import { type MailParts, partsOf } from "../../text/mail/mail-parts.ts"
import { splitMail } from "../../text/mail/split-mail.ts"
import { linesOfHtml } from "./html-lines.ts"

/** Takes a mail apart as it came, in plain text or in HTML: of HTML the words that a reader sees. Linear. */
export function cleanMail(mail: { text: string } | { html: string }): MailParts {
  return partsOf(splitMail("html" in mail ? linesOfHtml(mail.html) : linesOfText(mail.text)))
}
