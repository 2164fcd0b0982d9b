import type { Composer } from "./composer.ts"
import { paste, rangeIn, setSelection } from "./paste.ts"
import { isBlank, type InsertPosition } from "./rich-insert-position.ts"
import { pointAt, readBlocks, textOf, type Block } from "./rich-text.ts"

/**
 * An editor that takes a paste at its selection, and joins the first and the last paragraph with the text to the left
 * and to the right of it.
 */
export interface Pasting {
  id: string
  /** The selector of its editable element. */
  accepts: string
  /** The text as HTML that this editor would put on a clipboard; "" if it takes plain text as it is. */
  html(text: string, element: HTMLElement): string
  ownPlace(blocks: Block[], root: HTMLElement): InsertPosition | undefined
  /** More elements that are lines and not paragraphs, so that one line break separates them. */
  lines?: string
  put?: typeof paste
}

/** The composer of such an editor. */
export function pasting({ id, accepts, html, ownPlace, lines, put = paste }: Pasting): Composer {
  const blocksOf = (element: HTMLElement) => readBlocks(element, lines)
  return {
    id,
    accepts: (element) => element.matches(accepts),

    async insert(element, text, at, still) {
      const range = at === "own-place" ? undefined : rangeIn(element)
      if (range) {
        const [from, to] = range
        return put(element, at === "caret" ? to : from, to, html(text, element), text, still)
      }
      const place = ownPlace(blocksOf(element), element)
      if (!place) return
      const { point, to = point, before, after } = place
      const glued = before + text + after
      await put(element, point, to, html(glued, element), glued, still)
      if (after) stepBack(element, blocksOf(element))
    },

    async replace(element, from, to, text, still) {
      const blocks = blocksOf(element)
      const start = pointAt(blocks, from, "from")
      const end = pointAt(blocks, to, "to")
      if (start && end) await put(element, start, end, html(text, element), text, still)
    },

    read: (element) => textOf(blocksOf(element)).trimEnd()
  }
}

/** Moves the caret from the separator below the draft to the draft's end, so that the agent can type on. */
function stepBack(element: HTMLElement, blocks: Block[]): void {
  const [caret] = rangeIn(element) ?? []
  const at = caret ? blocks.findIndex((block) => block.element.contains(caret[0])) : -1
  const block = blocks[at]
  if (!caret || !block || !(isBlank(block) || caret[1] === 0)) return
  const last = blocks.slice(0, at).findLast((each) => !isBlank(each))
  const point = last && pointAt(blocks, last.to, "to")
  if (point) setSelection(element, point)
}
