import { SaxesParser } from "saxes"
import { charsetByBom, isKnownCharset } from "../../../text/bytes/charset.ts"
import { DocumentError } from "./format.ts"

/** An element with its content in order. */
export interface XmlNode {
  /** The name is as written, with its prefix: `g:price`. */
  name: string
  attributes: Record<string, string>
  content: (string | XmlNode)[]
}

export type XmlEvent =
  /** This is the outermost element. There may be several if a close tag of the file is wrong. */
  | { type: "root"; name: string }
  /** This is a whole element with one of the requested names. `fault` is the first thing in it that isn't valid XML. */
  | { type: "record"; node: XmlNode; line: number; fault?: string }
  /** This record exceeded the size limit and was dropped. */
  | { type: "too-large"; line: number }
  /** `cut` says that the file ends in the middle of an element. */
  | { type: "end"; cut: boolean }

/**
 * Yields the records of an XML file as they arrive: the outermost elements with these names (without prefix). Only one
 * record is in memory at a time. The reader continues after invalid XML, because shops write feeds that aren't quite
 * valid. Entities that a file defines itself stay as written.
 * @param charset what the server declared; the file's byte order mark and then its own declaration come first
 * @throws DocumentError for an unknown encoding and for content without tags
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

/** Returns the text of an element and of everything in it. */
export function textOf(node: XmlNode): string {
  return node.content.map((part) => (typeof part === "string" ? part : textOf(part))).join("")
}

/** Returns the content of an element as it stood, with the elements in it written as HTML. */
export function xmlInnerHtml(node: XmlNode): string {
  return node.content
    .map((part) => {
      if (typeof part === "string") return part
      return `<${part.name}>${xmlInnerHtml(part)}${VOID.has(part.name.toLowerCase()) ? "" : `</${part.name}>`}`
    })
    .join("")
}

/** Returns the name without its prefix, in lower case. */
export const localName = (name: string): string => name.slice(name.indexOf(":") + 1).toLowerCase()

export const children = (node: XmlNode): XmlNode[] => node.content.filter((part) => typeof part !== "string")

/** These HTML elements have no end tag and may stand in a description. */
const VOID = new Set(["br", "hr", "img", "wbr", "col", "input", "link", "meta"])
/** One record has at most `LARGEST` characters and `DEEPEST` nested elements. */
const LARGEST = 5_000_000
const DEEPEST = 100
const MOST_OPEN = 10_000

function reader(names: ReadonlySet<string>) {
  const parser = new SaxesParser()
  const ready: XmlEvent[] = []
  /** These elements are open inside a record, and the record is the first of them. */
  const open: XmlNode[] = []
  /** This counts all open elements, including those outside records. */
  let depth = 0
  let record = { line: 0, size: 0, fault: "" }
  /** This counts the characters since the last event, because saxes holds all of them in memory. */
  let silent = 0
  const add = (text: string) => {
    silent = 0
    record.size += text.length
    if (record.size <= LARGEST) open.at(-1)?.content.push(text)
  }
  parser.on("opentag", ({ name, attributes }) => {
    silent = 0
    if (depth++ === 0) ready.push({ type: "root", name })
    // The parser holds all open elements in memory, however large the file is.
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
    // A close tag that nothing opened closes everything that is open, so the record that just ended with it is
    // incomplete.
    const last = ready.at(-1)
    if (/unmatched closing tag/.test(message) && last?.type === "record") last.fault ??= message
  })
  return {
    write(text: string) {
      silent += text.length
      if (silent > 2 * LARGEST) throw new DocumentError("It is no XML, or holds an element that is far too large.")
      parser.write(text)
    },
    /** Returns whether the file ended in the middle of an element. */
    close(): boolean {
      const cut = depth > 0
      parser.close()
      return cut
    },
    take: () => ready.splice(0)
  }
}

/**
 * Decodes text as it arrives, in the encoding that its first bytes, its declaration or the server name. The default is
 * UTF-8.
 */
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
