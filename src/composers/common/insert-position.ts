import { pointAt, textOf, type Block, type Point } from "./rich-text.ts"

/**
 * The offset at which a draft belongs in a plain text that may already hold the agent's own words, a quote and a
 * signature: it is where the agent's own words end. White space, quote and signature follow in any order.
 */
export function endOfOwnWords(text: string): number {
  let lines = text.split("\n")
  let before: number
  do {
    before = lines.length
    lines = withoutSignature(withoutQuote(withoutBlanks(lines)))
  } while (lines.length < before)
  return lines.join("\n").trimEnd().length
}

/** The line breaks to put around an insertion at `at`, so that blank lines separate it from the text around it. */
export function blankLinesAround(text: string, at: number): { before: string; after: string } {
  const above = text.slice(0, at)
  const below = text.slice(at)
  return {
    before: above === "" ? "" : missing(/\n*$/.exec(above)?.[0]),
    // Empty lines alone need none more.
    after: below.trim() === "" ? "" : missing(/^\n*/.exec(below)?.[0])
  }
}

function missing(breaks: string | undefined): string {
  return "\n".repeat(Math.max(0, 2 - (breaks?.length ?? 0)))
}

function withoutBlanks(lines: string[]): string[] {
  const last = lines.findLastIndex((line) => line.trim() !== "")
  return lines.slice(0, last + 1)
}

function withoutQuote(lines: string[]): string[] {
  const last = lines.findLastIndex((line) => !/^\s*(>|$)/.test(line))
  if (!lines.slice(last + 1).some((line) => /^\s*>/.test(line))) return lines
  return lines.slice(0, attributionStart(lines, last))
}

/**
 * Where the words begin that a mail program puts above a quote ("On Mon, Dana wrote:"), or the line after `last` when
 * it is the agent's own: what agents write above a quote often ends with a colon, too.
 */
function attributionStart(lines: string[], last: number): number {
  const line = lines[last] ?? ""
  if (!/[:：]\s*$/.test(line)) return last + 1
  if (!ADDRESS_OR_TIME.test(line) && (!WROTE.test(line) || SAID_OF_US.test(line))) return last + 1
  // The day and the time may stand in a line above the name.
  return /^[^\d]*\d.*,$/.test((lines[last - 1] ?? "").trimEnd()) ? last - 1 : last
}

const ADDRESS_OR_TIME = /[^\s@]@[^\s@]|\d{1,2}[:.h]\d\d/
/** As programs say it; other languages have an address or a time beside it. */
const WROTE =
  /(?<!\p{L})(?:wrote|schrieb|a [ée]crit|escribi[óo]|escreveu|schreef|ha scritto)(?!\p{L})|(?:書きました|のメール|のメッセージ)/iu
/** An agent who takes up what somebody wrote names nobody: "as you wrote", "wie Ihr Kollege schrieb". */
const SAID_OF_US =
  /(?<!\p{L})(?:I|you|your|we|our|he|she|they|ich|ihr|ihre|er|sie|wir|unser|vous|votre|il|elle|nous|notre|usted|su|nuestr[oa]|você|seu|sua|noss[oa])(?!\p{L})/iu

/**
 * A signature runs from the last "-- " to the end, however long a footer the team has. Two dashes without the space
 * that mail programs write may be the agent's own line, and then much text below them isn't a signature.
 */
function withoutSignature(lines: string[]): string[] {
  const start = lines.findLastIndex((line) => /^--\s?$/.test(line))
  const isOwnLine = lines[start] === "--" && lines.length - start > MAX_SIGNATURE_LINES
  return start === -1 || isOwnLine ? lines : lines.slice(0, start)
}

const MAX_SIGNATURE_LINES = 40

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
