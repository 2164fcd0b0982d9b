import { plainOf, type Opened, type Standing } from "../editor.ts"
import { openContentEditable } from "./contenteditable.ts"

/**
 * Front's box by our own hand. Of its page nothing is known but that its quotes arrive in mails as `front-blockquote`,
 * with the line that tells whose they are inside of them; the rest is an element that the browser edits.
 */
export function openFront(standing: Standing = {}): Opened {
  const opened = openContentEditable(frontHtml(standing), true)
  opened.element.setAttribute("role", "textbox")
  opened.element.setAttribute("aria-multiline", "true")
  return opened
}

/** A reply begins with an empty line. */
function frontHtml({ own, blank, quote, signature, ...others }: Standing): string {
  const line = (text: string) => `<div>${text.replace(/ $/, "&nbsp;") || "<br>"}</div>`
  const empty = blank || (!own && !others.list && (quote || signature)) ? line("") : ""
  const words = own ? plainOf({ own }).split("\n").map(line).join("") : ""
  const list = others.list ? `<ul>${others.list.map((point) => `<li>${point}</li>`).join("")}</ul>` : ""
  const signed = signature ? ["-- ", ...signature].map(line).join("") : ""
  const quoted = quote
    ? `<blockquote type="cite" class="front-blockquote">On Tue, Maya wrote:<br><br>` +
      `<div>${quote.map(line).join("")}</div></blockquote>`
    : ""
  return list + words + empty + signed + quoted
}
