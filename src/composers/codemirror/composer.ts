import { paste, rangeIn } from "../common/paste-event.ts"
import { pasting } from "../common/pasting-composer.ts"
import { betweenLines } from "../common/insert-position.ts"
import type { Point } from "../common/rich-text.ts"

/** In pixels: CodeMirror draws what is in sight, and so much above and below it. */
const DRAWN = 1000
/** The width of a character, in parts of the font's size; those of a code font are about as wide. */
const CHARACTER = 0.6

/**
 * CodeMirror 6: plain text, and it takes a paste as such. What it doesn't draw can't be read back from the page, so
 * nothing is written where lines are missing already, nor a text that is too long to be drawn whole. While the page has
 * no focus it takes over no selection, so that text goes where its own caret is or nowhere.
 */
export const codemirror = pasting({
  id: "codemirror",
  accepts: ".cm-content",
  lines: ",div",
  html: () => "",
  ownPlace: betweenLines,
  async put(element, from, to, html, text, still) {
    if (element.querySelector(".cm-gap") || heightOf(text, element) > DRAWN) return
    if (!element.ownerDocument.hasFocus() && !isSelected(element, from, to)) return
    await paste(element, from, to, html, text, still)
  }
})

/** Whether the editor's own caret is there; where none was ever set, it is at the very beginning. */
function isSelected(element: HTMLElement, from: Point, to: Point): boolean {
  const selected = rangeIn(element)
  const isSame = ([node, offset]: Point, [other, at]: Point) => node === other && offset === at
  if (selected) return isSame(selected[0], from) && isSame(selected[1], to)
  const first = element.querySelector(".cm-line")
  const above = element.ownerDocument.createRange()
  above.setStart(element, 0)
  above.setEnd(...from)
  return isSame(from, to) && first?.contains(from[0]) === true && above.toString() === ""
}

/** How high the text will stand, in pixels, if long lines are wrapped. */
function heightOf(text: string, element: HTMLElement): number {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element)
  const fontSize = Number.parseFloat(style?.fontSize ?? "") || 16
  const lineHeight = Number.parseFloat(style?.lineHeight ?? "") || fontSize * 1.4
  const perRow = Math.max(1, Math.floor(element.clientWidth / (fontSize * CHARACTER)))
  const rows = text.split("\n").reduce((sum, { length }) => sum + Math.max(1, Math.ceil(length / perRow)), 0)
  return rows * lineHeight
}
