import { inline, paragraphs, setSelection } from "../common/paste-event.ts"
import { pasting, type Pasting } from "../common/pasting-composer.ts"
import { betweenLines, betweenParagraphs, type InsertPosition } from "../common/insert-position.ts"
import type { Block } from "../common/rich-text.ts"

/** The browser's own mark for the end of a line. It doesn't join a block beside the mark with the text there. */
const SEAM = `<br class="Apple-interchange-newline">`

/** What all editors share in which the browser's own insertion is right. */
export const browserEdited = {
  lines: ",div",
  html,
  ownPlace,
  async put(element, from, to, html, _text, still) {
    if (!element.isContentEditable) return
    setSelection(element, from, to)
    if (still?.() === false) return
    element.ownerDocument.execCommand("insertHTML", false, html)
  }
} satisfies Partial<Pasting>

/**
 * An element that the browser itself edits. Ctrl+Z undoes its `insertHTML`, and the page gets the event. Editors that
 * keep a model of their own are not accepted, because their model wouldn't notice; nor are plain-text elements, in
 * which the browser doubles blank lines.
 */
export const contenteditable = pasting({
  ...browserEdited,
  id: "contenteditable",
  accepts: "[contenteditable]:not([contenteditable=plaintext-only],.CodeMirror-code)"
})

/**
 * Text of one paragraph stays within its line. The browser joins no empty line with another, and between paragraphs it
 * respects a seam.
 */
function html(text: string, element: HTMLElement): string {
  const gap = gapIn(element)
  if (!text.includes(gap)) return inline(text)
  if (gap === "\n")
    return text
      .replace(/^\n\n|\n\n$/g, "\n")
      .split("\n")
      .map((line) => `<div>${inline(line) || "<br>"}</div>`)
      .join("")
  const [, above, inner = "", below] = /^(\n\n)?(.*?)(\n\n)?$/s.exec(text) ?? []
  return `${above ? SEAM : ""}${paragraphs(inner).join("")}${below ? SEAM : ""}`
}

function ownPlace(blocks: Block[], root: HTMLElement): InsertPosition | undefined {
  if (gapIn(root) === "\n") return betweenLines(blocks, root)
  const place = betweenParagraphs(blocks, root)
  if (!place) return undefined
  const {
    point: [node],
    before
  } = place
  if (before && blocks.at(-1)?.element.contains(node)) return behindLastParagraph(place)
  return node.textContent === "\u00a0" ? { ...place, to: [node, node.childNodes.length] } : place
}

/**
 * Behind the last paragraph the browser leaves an empty one above or below what it inserts, unless it joins the first
 * of it with that paragraph. So the paragraph's last character is inserted again, in front of the draft. One with a
 * format of its own would lose it.
 */
function behindLastParagraph(place: InsertPosition): InsertPosition {
  const [node, offset] = place.point
  const written = node.nodeType === 3 ? (node.textContent ?? "").slice(0, offset) : ""
  const last = [...new Intl.Segmenter().segment(written.slice(-MAX_CHARACTER))].at(-1)?.segment ?? ""
  const isPlain = last.trim() !== "" && last !== "\ufeff" && node.parentElement?.matches("p, div, [contenteditable]")
  if (!isPlain) return { ...place, after: place.before }
  return { ...place, point: [node, offset - last.length], to: [node, offset], before: last + place.before }
}

/** In code units; the longest emoji of families have about as many. */
const MAX_CHARACTER = 40

/** What separates two paragraphs here: a blank line between `<p>`s, or one break where each line is a `<div>`. */
function gapIn(root: HTMLElement): "\n" | "\n\n" {
  const block =
    root.querySelector(":scope > p, :scope > div")?.localName ??
    root.ownerDocument.queryCommandValue("defaultParagraphSeparator")
  return block === "p" ? "\n\n" : "\n"
}
