import { endOfOwnWords, blankLinesAround } from "./plain-insert-position.ts"
import { pointAt, textOf, type Block, type Point } from "./rich-text.ts"

const APART = "\n\n"
const QUOTE = "blockquote, .gmail_quote"
const SIGNATURE = ".signature, .gmail_signature"

/** Where the agent's own words end among an editor's paragraphs. */
export interface OwnTextEnd {
  /** The paragraph that holds their last line; undefined when there are none. */
  last: Block | undefined
  /** Offset of their end in the whole text. */
  end: number
  /** The paragraph below, if any. */
  below: Block | undefined
}

/** Where a draft goes, and the breaks that part it from what stands there. */
export interface InsertPosition {
  point: Point
  /** Where what it replaces ends, if anything. */
  to?: Point
  before: string
  after: string
}

/**
 * Among paragraphs. Undefined above a quote or signature that has no paragraph over it, and below a list that has none
 * under it: no caret can stand there, and nothing is better than words inside of it.
 */
export function betweenParagraphs(blocks: Block[], root: HTMLElement): InsertPosition | undefined {
  const { last, end, below } = endOfOwnText(blocks, root)
  const place = (point: Point | undefined, above: boolean, beneath: boolean) =>
    ({ point: point ?? [root, 0], before: above ? APART : "", after: beneath ? APART : "" }) satisfies InsertPosition
  const next = below && isBlank(below) ? below : undefined
  // An empty paragraph takes the text, and stays as the last one where something follows it.
  if (next && (!last || last.to === end)) return place([next.element, 0], false, next !== blocks.at(-1))
  const belowIsPlain = below?.element.parentElement === root
  // In a list the text would become points of it.
  const listed = last?.element.closest("li")
  if (last && !listed) return place(pointAt(blocks, end, "to"), true, end < last.to)
  if (!belowIsPlain && (below || listed)) return undefined
  return place(below && pointAt(blocks, below.from, "from"), false, below !== undefined)
}

/** Among paragraphs that are lines, empty ones between them. Undefined where no plain line stands. */
export function betweenLines(blocks: Block[], root: HTMLElement): InsertPosition | undefined {
  const { last, end, below } = endOfOwnText(blocks, root)
  const listed = last?.element.closest("li")
  // In a list or a quote the text would become lines of it.
  if ((listed || !last) && below?.element.closest("li,blockquote")) return undefined
  if (listed && !below) return undefined
  const at = listed && below ? below.from : end
  const point = pointAt(blocks, at, listed ? "from" : "to") ?? [root, 0]
  return { point, ...blankLinesAround(textOf(blocks), at) }
}

/** As `endOfOwnWords`, where quote and signature are elements instead of marks. */
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

/** Nothing at all in it: the editor's own place to write. */
export function isBlank({ text, element }: Block): boolean {
  return text === "" && element.querySelector("img, table, hr, iframe, object, video") === null
}
