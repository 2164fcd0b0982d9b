/** One paragraph as an agent sees it, and where in the page it was read. */
export interface Block {
  /** The paragraph's own element, or the element around text that has no paragraph. */
  element: HTMLElement
  text: string
  /** `from` and `to` are offsets in the whole text. */
  from: number
  to: number
  runs: Run[]
}

/** Characters of one text node, or a line break. `at` is the offset in the block's text. */
interface Run {
  node: Node
  start: number
  length: number
  at: number
}

/** A place in the page. */
export type Point = [node: Node, offset: number]

const PARTS =
  "address,article,aside,blockquote,dd,div,dl,dt,figcaption,figure,footer,h1,h2,h3,h4,h5,h6,header,hr,li,main,nav,ol,p,pre,section,table,tbody,td,tfoot,th,thead,tr,ul"
/** One line break, not two, separates these from each other. */
const LINES = "li,li>p:first-child,tr,td,th,dt,dd"
/** Elements that editors keep among their text but that are no part of it. */
const FOREIGN =
  "script,style,[data-cke-temp],[data-cke-hidden-sel],.ck-reset_all,.ck-fake-selection-container,[data-slate-placeholder],.cm-placeholder"
/**
 * Zero-width characters are the editors' own and hold the caret's place. Spaces and breaks become one space outside of
 * `<pre>`.
 */
const PIECES = /(?<filler>[\u200b\u2060\ufeff]+)|(?<space>[ \t\r\n]+)|[^ \t\r\n\u200b\u2060\ufeff]+/g

/**
 * An editable element's paragraphs in reading order; an empty one has an empty text.
 * @param lines more selectors of elements that one line break separates
 */
export function readBlocks(root: HTMLElement, lines = ""): Block[] {
  const blocks: Block[] = []
  const isLine = (element: HTMLElement) => element.matches(LINES + lines)
  collect(root, ({ element, text, runs }) => {
    const last = blocks.at(-1)
    const from = last ? last.to + (isLine(last.element) && isLine(element) ? 1 : 2) : 0
    blocks.push({ element, text, runs, from, to: from + text.length })
  })
  return blocks
}

/** The text that the blocks' offsets refer to: \n\n between paragraphs, \n between lines and list items. */
export function textOf(blocks: Block[]): string {
  return blocks.reduce((text, block) => text + "\n".repeat(block.from - text.length) + block.text, "")
}

/**
 * The point in the page of an offset of the text. Between two blocks `side` decides: "from" is the start of what
 * follows, "to" the end of what precedes.
 */
export function pointAt(blocks: Block[], offset: number, side: "from" | "to"): Point | undefined {
  const block =
    side === "from"
      ? (blocks.find(({ to }) => to >= offset) ?? blocks.at(-1))
      : blocks.findLast(({ from }) => from <= offset)
  if (!block) return undefined
  const at = Math.min(Math.max(offset - block.from, 0), block.text.length)
  const { runs } = block
  const run =
    side === "from"
      ? (runs.find((each) => each.at + each.length > at) ?? runs.at(-1))
      : (runs.findLast((each) => each.at < at) ?? runs[0])
  return run ? pointIn(run, at - run.at) : [block.element, 0]
}

function pointIn({ node, start }: Run, offset: number): Point {
  return node.nodeName === "BR" ? pointBeside(node, offset > 0 ? 1 : 0) : [node, start + offset]
}

/** The point before (0) or after (1) a node. */
export function pointBeside(node: Node, after: 0 | 1): Point {
  const parent = node.parentNode ?? node
  return [parent, [...parent.childNodes].findIndex((each) => each === node) + after]
}

/** A paragraph while it is being read. */
class Open {
  readonly element: HTMLElement
  text = ""
  runs: Run[] = []
  inner = false
  private space: Omit<Run, "at" | "length"> | undefined
  constructor(element: HTMLElement) {
    this.element = element
  }
  read(node: Text, verbatim: boolean): void {
    for (const { 0: piece, index, groups } of node.data.matchAll(PIECES)) {
      if (groups?.["filler"]) continue
      if (verbatim || !groups?.["space"]) this.add(piece.replaceAll("\r", "\n"), { node, start: index })
      else if (this.text !== "" && !/[ \n]$/.test(this.text)) this.space ??= { node, start: index }
    }
  }
  break(node: Node): void {
    this.space = undefined
    this.add("\n", { node, start: 0 })
  }
  /**
   * The last break of a paragraph only keeps it visible, and editors write several spaces as non-breaking ones, so
   * neither is kept.
   */
  close(): this {
    const text = this.text
      .replace(/\n$/, "")
      .replace(/[ \u00a0]{2,}|^\u00a0|\u00a0$/gm, (spaces) => " ".repeat(spaces.length))
    this.text = /[^ ]/.test(text) ? text : ""
    this.runs = this.runs.filter(({ at }) => at < this.text.length)
    return this
  }
  private add(text: string, from: Omit<Run, "at" | "length">): void {
    const space = this.space
    this.space = undefined
    if (space) this.add(" ", space)
    this.runs.push({ ...from, at: this.text.length, length: text.length })
    this.text += text
  }
}

function collect(root: HTMLElement, found: (block: Open) => void): void {
  let open = new Open(root)
  const close = (next: HTMLElement, leaf: boolean) => {
    if (open.runs.length > 0 || leaf) found(open.close())
    open = new Open(next)
  }
  const walk = (parent: HTMLElement, verbatim: boolean) => {
    for (const child of parent.childNodes) {
      if (isText(child)) open.read(child, verbatim)
      if (!isElement(child) || child.matches(FOREIGN)) continue
      if (child.localName === "br") open.break(child)
      else if (child.matches(PARTS)) {
        close(child, false)
        walk(child, keepsSpace(child, verbatim))
        close(parent, open.element === child && !child.querySelector(PARTS))
      } else walk(child, keepsSpace(child, verbatim))
    }
  }
  walk(root, keepsSpace(root, false))
  close(root, false)
}

/** The computed style decides where there is one, because editors with `pre-wrap` write no non-breaking spaces. */
function keepsSpace(element: HTMLElement, inherited: boolean): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element).whiteSpace
  return style ? /^(pre|break-spaces)/.test(style) && style !== "pre-line" : inherited || element.localName === "pre"
}

// The node type is compared, because `instanceof` fails for an editor in a frame, which is of another realm.
const isText = (node: Node): node is Text => node.nodeType === 3
const isElement = (node: Node): node is HTMLElement => node.nodeType === 1
