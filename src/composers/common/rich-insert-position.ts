import { endOfOwnWords, blankLinesAround } from "./plain-insert-position.ts"
import { pointAt, textOf, type Block, type Point } from "./rich-text.ts"

const APART = "\n\n"
const QUOTE = "blockquote, .gmail_quote"
/** The last one is Zammad's. */
const SIGNATURE = ".signature, .gmail_signature, [data-signature=true]"

/** Where the agent's own words end among an editor's paragraphs. */
export interface OwnTextEnd {
  /** The paragraph that holds their last line; undefined when there are none. */
  last: Block | undefined
  /** The offset of their end in the whole text. */
  end: number
  /** The paragraph below, if any. */
  below: Block | undefined
}

/** Where a draft goes, and the line breaks that separate it from the text around it. */
export interface InsertPosition {
  point: Point
  /** The end of what the draft replaces, if it replaces anything. */
  to?: Point
  before: string
  after: string
}

/**
 * The place of a draft among paragraphs. It is undefined above a quote or signature without a paragraph before it, and
 * below a list without a paragraph after it: no caret can stand there, and inserting nothing is better than inserting
 * into the quote or list.
 */
export function betweenParagraphs(blocks: Block[], root: HTMLElement): InsertPosition | undefined {
  const { last, end, below } = endOfOwnText(blocks, root)
  const place = (point: Point | undefined, above: boolean, beneath: boolean) =>
    ({ point: point ?? [root, 0], before: above ? APART : "", after: beneath ? APART : "" }) satisfies InsertPosition
  const next = below && isBlank(below) ? below : undefined
  // The text goes into an empty paragraph. If something follows, an empty one stays between the two.
  if (next && (!last || last.to === end)) return place([next.element, 0], false, next !== blocks.at(-1))
  const belowIsPlain = below?.element.parentElement === root
  // In a list the text would become list items.
  const listed = last?.element.closest("li")
  if (last && !listed) return place(pointAt(blocks, end, "to"), true, end < last.to)
  if (!belowIsPlain && (below || listed)) return undefined
  return place(below && pointAt(blocks, below.from, "from"), false, below !== undefined)
}

/**
 * The place of a draft in an editor whose paragraphs are lines, with empty ones between them. It is undefined where
 * there is no plain line.
 */
export function betweenLines(blocks: Block[], root: HTMLElement): InsertPosition | undefined {
  const { last, end, below } = endOfOwnText(blocks, root)
  const listed = last?.element.closest("li")
  // In a list, a quote or a signature box the text would become part of it.
  if ((listed || !last) && below && isBoxed(below, root)) return undefined
  if (listed && !below) return undefined
  const at = listed && below ? below.from : end
  const point = pointAt(blocks, at, listed ? "from" : "to") ?? [root, 0]
  return { point, ...blankLinesAround(textOf(blocks), at) }
}

function isBoxed({ element }: Block, root: HTMLElement): boolean {
  const box = element.closest(`li, ${QUOTE}, ${SIGNATURE}`)
  return box !== null && box !== root && root.contains(box)
}

/** Does what `endOfOwnWords` does, for an editor in which quote and signature are elements and not marks. */
export function endOfOwnText(blocks: Block[], root: HTMLElement): OwnTextEnd {
  const within = (block: Block, what: string) => {
    const found = block.element.closest(what)
    return found !== null && found !== root && root.contains(found)
  }
  const lines = blocks.flatMap((block, n) => {
    const quoted = within(block, QUOTE)
    const signed = within(block, SIGNATURE) && !(blocks[n - 1] && within(blocks[n - 1] ?? block, SIGNATURE))
    let end = block.from
    const said = block.text.split("\n").map((line) => {
      end += line.length + 1
      return { line: quoted ? `> ${line}` : line, block, end: end - 1 }
    })
    return signed ? [{ line: "-- ", block, end: block.from }, ...said] : said
  })
  const marked = lines.map(({ line }) => line).join("\n")
  const own = marked.slice(0, endOfOwnWords(marked))
  const last = own === "" ? undefined : lines[own.split("\n").length - 1]
  return { last: last?.block, end: last?.end ?? 0, below: blocks[last ? blocks.indexOf(last.block) + 1 : 0] }
}

/** Whether there is nothing in the block, so that it is a place to write. */
export function isBlank({ text, element }: Block): boolean {
  return text === "" && element.querySelector("img, table, hr, iframe, object, video") === null
}
