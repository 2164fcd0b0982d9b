import { plainOf, type Opened, type Standing } from "../editor.ts"
import { openContentEditable } from "./contenteditable.ts"

/** Gmail's compose box: an element that the browser edits, with Gmail's own boxes for quote and signature. */
export function openGmail(standing: Standing = {}): Opened {
  const opened = openContentEditable(gmailHtml(standing), true)
  const { element } = opened
  element.setAttribute("g_editable", "true")
  element.setAttribute("role", "textbox")
  element.setAttribute("aria-multiline", "true")
  element.className = "Am aiL Al editable LW-avf"
  return opened
}

/** A reply always begins with an empty line. */
function gmailHtml({ own, blank, quote, signature, ...others }: Standing): string {
  const line = (text: string) => `<div>${text || "<br>"}</div>`
  const empty = blank || (!own && !others.list && (quote || signature)) ? line("") : ""
  const words = own ? plainOf({ own }).split("\n").map(line).join("") : ""
  const list = others.list ? `<ul>${others.list.map((point) => `<li>${point}</li>`).join("")}</ul>` : ""
  const quoted = quote
    ? `<div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Tue, Maya wrote:</div><blockquote class="gmail_quote">${quote.map(line).join("")}</blockquote></div>`
    : ""
  const signed = signature
    ? `<div class="gmail_signature_prefix">--&nbsp;</div><div dir="ltr" class="gmail_signature">${signature.map(line).join("")}</div>`
    : ""
  return list + words + empty + quoted + signed
}
