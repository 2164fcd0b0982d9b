import { SaxesParser } from "saxes"
import { charsetByBom, isKnownCharset } from "./charset.ts"
import { DocumentError } from "./format.ts"

/** An element, with what it holds in order. */
export interface XmlNode {
  /** As it is written, with its prefix: `g:price`. */
  name: string
  attributes: Record<string, string>
  content: (string | XmlNode)[]
}

export type XmlEvent =
  /** The outermost element. Of a file that goes wrong in a close tag there may be several. */
  | { type: "root"; name: string }
  /** A whole element of a name that was asked for. `fault`: the first thing that isn't as XML has it in there. */
  | { type: "record"; node: XmlNode; line: number; fault?: string }
  /** A record that is larger than any may be; it was let go. */
  | { type: "too-large"; line: number }
  /** `cut`: the file ends in the middle of an element. */
  | { type: "end"; cut: boolean }

/**
 * The records of an XML file as they come, the outermost elements of these names (without prefix), each in memory by
 * itself. What isn't quite XML is gone on from, as feeds are written by shops. Entities that a file makes up for itself
 * stay as they stand.
 * @param charset what the server said; a mark at the file's beginning and then its own word come first
 * @throws DocumentError for an unknown encoding, and for what has no tags
 */
export async function* xmlRecords(
  chunks: AsyncIterable<Uint8Array>,
  names: ReadonlySet<string>,
  charset?: string
): AsyncGenerator<XmlEvent, void> {
  const reading = reader(names)
  for await (const text of decoded(chunks, charset)) {
    reading.write(text)
    yield* reading.take()
  }
  const cut = reading.close()
  yield* reading.take()
  yield { type: "end", cut }
}

/** Words of an element and of all in it. */
export function textOf(node: XmlNode): string {
  return node.content.map((part) => (typeof part === "string" ? part : textOf(part))).join("")
}

/** What is in an element, as it stood, elements in it written as HTML. */
export function xmlInnerHtml(node: XmlNode): string {
  return node.content
    .map((part) => {
      if (typeof part === "string") return part
      return `<${part.name}>${xmlInnerHtml(part)}${VOID.has(part.name.toLowerCase()) ? "" : `</${part.name}>`}`
    })
    .join("")
}

/** Without its prefix, in lower case. */
export const localName = (name: string): string => name.slice(name.indexOf(":") + 1).toLowerCase()

export const children = (node: XmlNode): XmlNode[] => node.content.filter((part) => typeof part !== "string")

/** Elements of HTML without an end, which may stand in a description. */
const VOID = new Set(["br", "hr", "img", "wbr", "col", "input", "link", "meta"])
/** Characters of one record, and elements one in another. */
const LARGEST = 5_000_000
const DEEPEST = 100
const MOST_OPEN = 10_000

function reader(names: ReadonlySet<string>) {
  const parser = new SaxesParser()
  const ready: XmlEvent[] = []
  /** Elements that are open inside a record, the record first. */
  const open: XmlNode[] = []
  /** Elements that are open, those outside included. */
  let depth = 0
  let record = { line: 0, size: 0, fault: "" }
  /** Characters since anything was told; saxes holds them all. */
  let silent = 0
  const add = (text: string) => {
    silent = 0
    record.size += text.length
    if (record.size <= LARGEST) open.at(-1)?.content.push(text)
  }
  parser.on("opentag", ({ name, attributes }) => {
    silent = 0
    if (depth++ === 0) ready.push({ type: "root", name })
    // The parser holds all that are open, however large the file.
    if (depth > MOST_OPEN) throw new DocumentError("Its elements are nested too deeply to be read.")
    const node: XmlNode = { name, attributes, content: [] }
    const parent = open.at(-1)
    if (!parent && !names.has(localName(node.name))) return
    if (!parent) record = { line: parser.line, size: 0, fault: "" }
    record.size += name.length + Object.values(attributes).join("").length
    if (record.size <= LARGEST && open.length < DEEPEST) parent?.content.push(node)
    open.push(node)
  })
  parser.on("text", add)
  parser.on("cdata", add)
  parser.on("closetag", () => {
    depth--
    silent = 0
    const node = open.pop()
    if (!node || open.length > 0) return
    const { line, size, fault } = record
    ready.push(
      size > LARGEST ? { type: "too-large", line } : { type: "record", node, line, ...(fault !== "" && { fault }) }
    )
  })
  parser.on("error", ({ message }) => {
    record.fault ||= message
    // A close tag that nothing opened closes all that is open: the record that just ended with it is not whole.
    const last = ready.at(-1)
    if (/unmatched closing tag/.test(message) && last?.type === "record") last.fault ??= message
  })
  return {
    write(text: string) {
      silent += text.length
      if (silent > 2 * LARGEST) throw new DocumentError("It is no XML, or holds an element that is far too large.")
      parser.write(text)
    },
    /** Whether it ended in the middle of something. */
    close(): boolean {
      const cut = depth > 0
      parser.close()
      return cut
    },
    take: () => ready.splice(0)
  }
}

/** Text as it comes, in the encoding that its first bytes, its declaration or the server tell; else UTF-8. */
async function* decoded(chunks: AsyncIterable<Uint8Array>, charset: string | undefined): AsyncGenerator<string, void> {
  let decoder: TextDecoder | undefined
  let head = new Uint8Array()
  for await (const chunk of chunks) {
    if (decoder) {
      yield decoder.decode(chunk, { stream: true })
      continue
    }
    head = Buffer.concat([head, chunk])
    if (head.length < HEAD) continue
    decoder = decoderFor(head, charset)
    yield decoder.decode(head, { stream: true })
  }
  decoder ??= decoderFor(head, charset)
  yield head.length < HEAD ? decoder.decode(head) : decoder.decode()
}

const HEAD = 256

function decoderFor(head: Uint8Array, charset: string | undefined): TextDecoder {
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/.exec(
    new TextDecoder("latin1").decode(head.subarray(0, HEAD))
  )?.[1]
  const label = charsetByBom(head) ?? declared ?? charset ?? "utf-8"
  if (!isKnownCharset(label)) throw new DocumentError(`Its encoding "${label}" isn't known.`)
  return new TextDecoder(label)
}
