import type { Composer } from "./composer.ts"
import { paragraphs, paste, rangeIn, select } from "./paste.ts"
import { isBlank, ownEnd } from "./rich-place.ts"
import { pointAt, readBlocks, textOf, type Block, type Point } from "./rich-text.ts"

/** What the first and the last pasted paragraph join with, where they shall stay paragraphs of their own. */
const APART = "<p>&nbsp;</p>"

/**
 * CKEditor 5, reached by its editable element. Takes a paste with text/html (text alone is dropped in places, `execCommand`
 * returns true and does nothing), joins its first and last paragraph with what stands left and right, and undoes it as one step.
 */
export const ckeditor5: Composer = {
  id: "ckeditor5",
  accepts: (element) => element.matches(".ck-editor__editable"),

  async insert(element, text, at, still) {
    const range = at === "own-place" ? undefined : rangeIn(element)
    if (range) {
      const [from, to] = range
      return paste(element, at === "caret" ? to : from, to, paragraphs(text).join(""), text, still)
    }
    const blocks = readBlocks(element)
    const place = ownPlace(blocks, element)
    if (!place) return
    const { point, above, below } = place
    const html = [above ? APART : "", ...paragraphs(text), below ? APART : ""].join("")
    await paste(element, point, point, html, text, still)
    if (below) stepBack(element)
  },

  async replace(element, from, to, text, still) {
    const blocks = readBlocks(element)
    const start = pointAt(blocks, from, "from")
    const end = pointAt(blocks, to, "to")
    if (start && end) await paste(element, start, end, paragraphs(text).join(""), text, still)
  },

  read: (element) => textOf(readBlocks(element)).trimEnd()
}

/**
 * `above`, `below`: whether what stands there must be kept apart. Undefined above a quote or signature that has no paragraph over
 * it: no caret can stand there, and nothing is better than words inside of it.
 */
function ownPlace(blocks: Block[], root: HTMLElement): { point: Point; above: boolean; below: boolean } | undefined {
  const { last, end, below } = ownEnd(blocks, root)
  const next = below && isBlank(below) ? below : undefined
  // An empty paragraph takes the text, and stays as the last one where something follows it.
  if (next && (!last || last.to === end)) return { point: [next.element, 0], above: false, below: next !== blocks.at(-1) }
  const belowIsPlain = below?.element.parentElement === root
  // In a list the text would become points of it.
  if (last && !(last.element.closest("li") && belowIsPlain)) return { point: pointAt(blocks, end, "to") ?? [last.element, 0], above: true, below: end < last.to }
  if (below && !belowIsPlain) return undefined
  return { point: (below && pointAt(blocks, below.from, "from")) ?? [root, 0], above: false, below: below !== undefined }
}

/** From the paragraph that kept the draft apart to the draft's own end, where the agent may type on. */
function stepBack(element: HTMLElement): void {
  const [caret] = rangeIn(element) ?? []
  const blocks = readBlocks(element)
  const at = caret ? blocks.findIndex((block) => block.element.contains(caret[0])) : -1
  const point = at > 0 ? pointAt(blocks, blocks[at - 1]?.to ?? 0, "to") : undefined
  if (point) select(element, point)
}
