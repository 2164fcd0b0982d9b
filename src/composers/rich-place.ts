import { endOfOwnWords } from "./own-place.ts"
import type { Block } from "./rich-text.ts"

const QUOTE = "blockquote, .gmail_quote"
const SIGNATURE = ".signature, .gmail_signature"

/** Where the agent's own words end among an editor's paragraphs. */
export interface OwnEnd {
  /** The paragraph that holds their last line; undefined when there are none. */
  last: Block | undefined
  /** Offset of their end in the whole text. */
  end: number
  /** The paragraph below, if any. */
  below: Block | undefined
}

/** As `endOfOwnWords`, where quote and signature are elements instead of marks. */
export function ownEnd(blocks: Block[], root: HTMLElement): OwnEnd {
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
