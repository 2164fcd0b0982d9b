import type { Composer } from "./composer.ts"
import { giveFocus, paste, rangeIn, setSelection } from "./paste-event.ts"
import type { InsertPosition } from "./insert-position.ts"
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
  /** In ms: how long the editor takes until it has taken over a selection that it is given; at once if left out. */
  selectionTakenMs?: number
}

/** The composer of such an editor. */
export function pasting(editor: Pasting): Composer {
  const { id, accepts, html, ownPlace, lines, selectionTakenMs = 0 } = editor
  const put = editor.put ?? (selectionTakenMs > 0 ? pasteAfter(selectionTakenMs) : paste)
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

/**
 * Pastes when the editor has taken over the focus, and then the selection: it ignores one that comes with the focus.
 */
function pasteAfter(ms: number): typeof paste {
  const taken = () => new Promise((resolve) => setTimeout(resolve, ms))
  return async (element, from, to, ...rest) => {
    if (!element.isContentEditable) return
    giveFocus(element)
    await taken()
    setSelection(element, from, to)
    await taken()
    await paste(element, from, to, ...rest)
  }
}

/** Moves the caret from the separator below the draft to the draft's end, so that the agent can type on. */
function stepBack(element: HTMLElement, blocks: Block[]): void {
  const [caret] = rangeIn(element) ?? []
  if (!caret) return
  const here = element.ownerDocument.createRange()
  here.setStart(...caret)
  const runs = blocks.flatMap(({ text, runs }) =>
    runs.filter(({ at, length }) => text.slice(at, at + length).trim() !== "")
  )
  const last = runs.findLast(({ node, start }) => here.comparePoint(node, start) < 0)
  if (!last || last.node === caret[0]) return
  setSelection(element, [last.node, last.start + last.length])
}
