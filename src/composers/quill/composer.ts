import { inline, paste } from "../common/paste-event.ts"
import { pasting } from "../common/pasting-composer.ts"
import { betweenLines } from "../common/insert-position.ts"

/**
 * Quill, in which each line is a paragraph of its own. Pasted HTML doesn't take over the format at the caret (list,
 * quote, bold), but Quill 2 collapses every kind of space in it. So text with a narrow, wide or tabular space is pasted
 * as plain text, which keeps the spaces and takes over that format.
 *
 * Quill 1 reads no clipboard. It lets the browser paste into a hidden box, and takes over what stands there a
 * millisecond later. The event of a script pastes nothing, so the lines are put there.
 */
export const quill = pasting({
  id: "quill",
  accepts: ".ql-editor",
  lines: ",p,blockquote,h1,h2,h3,h4,h5,h6,.ql-code-block,pre",
  html: (text) =>
    /[^\S \u00a0\n]/.test(text)
      ? ""
      : text
          .split("\n")
          .map((line) => `<p>${inline(line) || "<br>"}</p>`)
          .join(""),
  ownPlace: betweenLines,
  async put(element, from, to, html, text, still) {
    const box = element.parentElement?.querySelector(":scope > .ql-clipboard")
    const fill = () => box?.replaceChildren(...text.split("\n").map((line) => lineOf(line, element.ownerDocument)))
    // Quill's own listener is older and runs first: it empties the box.
    element.addEventListener("paste", fill)
    await paste(element, from, to, html, text, still).finally(() => element.removeEventListener("paste", fill))
  }
})

function lineOf(text: string, document: Document): HTMLElement {
  const line = document.createElement("p")
  line.style.whiteSpace = "pre-wrap"
  line.append(text === "" ? document.createElement("br") : text)
  return line
}
