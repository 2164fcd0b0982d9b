import { afterEach, expect, test } from "vitest"
import { textOfHtml, textOfNode } from "../../src/helpdesks/contract/html-text.ts"
import { holds } from "../../src/page/recipe/ticket-in-front.ts"
import { messageText } from "../../src/page/recipe/message-text.ts"

/** In a browser a form's field takes the place of the form's property of that name. A customer's mail may hold one. */
const NAMES = [
  "parentElement",
  "parentNode",
  "lastChild",
  "childNodes",
  "previousSibling",
  "nextSibling",
  "nodeType",
  "nodeName",
  "localName",
  "getAttribute",
  "hasAttribute",
  "closest",
  "shadowRoot",
  "ownerDocument",
  "checkVisibility",
  "getRootNode"
]
const mailOf = (name: string) =>
  `<p>Before</p><form style="white-space:inherit"><input name=${name}><p>a\nb</p>c\nd</form><p>Behind</p>`
const TEXT = "Before\n\na b\n\nc d\n\nBehind"
afterEach(() => document.body.replaceChildren())

test.each(NAMES)("a mail with a form whose field is called %s is read like any other", (name) => {
  for (const hidden of ["keep", "drop"] as const) expect(textOfHtml(mailOf(name), document, hidden)).toBe(TEXT)
  const message = document.createElement("article")
  message.append(...new DOMParser().parseFromString(mailOf(name), "text/html").body.childNodes)
  document.body.append(message)
  expect(textOfNode(message, "drop")).toBe(TEXT)
  expect(messageText(message, [], true)).toBe(TEXT)
  const [text] = message.querySelectorAll("form p")
  expect(text && holds(document.body, text)).toBe(true)
  expect(text && holds(document.createElement("div"), text)).toBe(false)
})
