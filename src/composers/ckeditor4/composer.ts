import type { Composer } from "../common/composer.ts"
import { inParagraph, paragraphs, paste, rangeIn } from "../common/paste-event.ts"
import { isBlank, endOfOwnText } from "../common/insert-position.ts"
import { pointAt, pointBeside, readBlocks, textOf, type Block, type Point } from "../common/rich-text.ts"

/**
 * CKEditor 4, reached by the body of its frame (or its inline element). It takes a paste of paragraphs between any two
 * of its blocks and undoes it as one step. Its undo doesn't notice `execCommand`, and would then take the agent's own
 * words away.
 */
export const ckeditor4: Composer = {
  id: "ckeditor4",
  accepts: (element) => element.matches(".cke_editable"),

  async insert(element, text, at, still) {
    const range = at === "own-place" ? undefined : rangeIn(element)
    if (range) {
      const [from, to] = range
      return paste(element, at === "caret" ? to : from, to, inParagraph(text), text, still)
    }
    const point = ownPlace(readBlocks(element), element)
    return paste(element, point, point, paragraphs(text).join(""), text, still)
  },

  async replace(element, from, to, text, still) {
    const blocks = readBlocks(element)
    const start = blocks.find((block) => block.from === from)
    const end = blocks.find((block) => block.to === to)
    if (start && end && isAlone(start, blocks) && isAlone(end, blocks)) {
      return paste(
        element,
        pointBeside(start.element, 0),
        pointBeside(end.element, 1),
        paragraphs(text).join(""),
        text,
        still
      )
    }
    // A last line is replaced together with the break above it. Otherwise the editor takes that break for its own and
    // drops it.
    const line = text.includes("\n\n") || !end || textOf(blocks)[from - 1] !== "\n" || end.from >= from ? 0 : 1
    const points = [pointAt(blocks, from - line, "from"), pointAt(blocks, to, "to")] as const
    if (points[0] && points[1])
      await paste(element, points[0], points[1], inParagraph("\n".repeat(line) + text), text, still)
  },

  read: (element) => textOf(readBlocks(element)).trimEnd()
}

function ownPlace(blocks: Block[], root: HTMLElement): Point {
  const { last, end, below } = endOfOwnText(blocks, root)
  if (!last) return below && blocks.every(isBlank) ? [below.element, 0] : [root, 0]
  if (end < last.to) return pointAt(blocks, end, "to") ?? [root, 0]
  // The draft goes outside lists and other wrappers, unless they hold more than the last line.
  let inner: HTMLElement = last.element
  const holdsMore = (element: HTMLElement) => below !== undefined && element.contains(below.element)
  if (inner === root || holdsMore(inner)) return pointAt(blocks, end, "to") ?? [root, 0]
  while (inner.parentElement && inner.parentElement !== root && !holdsMore(inner.parentElement))
    inner = inner.parentElement
  return pointBeside(inner, 1)
}

/** Whether no other paragraph shares the block's element. */
function isAlone(block: Block, blocks: Block[]): boolean {
  return blocks.every((other) => other === block || !block.element.contains(other.element))
}
