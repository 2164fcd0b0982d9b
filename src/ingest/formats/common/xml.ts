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
  /** The outermost element. There may be several if a close tag of the file is wrong. */
  | { type: "root"; name: string }
  /** A whole element with one of the requested names. `fault` is the first thing in it that isn't valid XML. */
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
  const reading = new RecordReader(names)
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
/** One record has at most this many characters, and this many nested elements. */
const MAX_CHARACTERS = 5_000_000
const MAX_DEPTH = 100
/** The parser holds all open elements in memory, however large the file is. */
const MAX_OPEN = 10_000

class RecordReader {
  readonly #names: ReadonlySet<string>
  readonly #parser = new SaxesParser()
  readonly #ready: XmlEvent[] = []
  /** The elements that are open inside a record. The record is the first of them. */
  readonly #open: XmlNode[] = []
  /** How many elements are open, including those outside records. */
  #depth = 0
  #record = { line: 0, size: 0, fault: "" }
  /** The characters since the last event, because saxes holds all of them in memory. */
  #silent = 0

  constructor(names: ReadonlySet<string>) {
    this.#names = names
    this.#parser.on("opentag", (tag) => this.#opens(tag))
    this.#parser.on("text", (text) => this.#adds(text))
    this.#parser.on("cdata", (text) => this.#adds(text))
    this.#parser.on("closetag", () => this.#closes())
    this.#parser.on("error", (error) => this.#fails(error))
  }

  write(text: string): void {
    this.#silent += text.length
    if (this.#silent > 2 * MAX_CHARACTERS)
      throw new DocumentError("It is no XML, or holds an element that is far too large.")
    this.#parser.write(text)
  }

  /** Returns whether the file ended in the middle of an element. */
  close(): boolean {
    const isCut = this.#depth > 0
    this.#parser.close()
    return isCut
  }

  /** Returns what has ended since the last call. */
  take(): XmlEvent[] {
    return this.#ready.splice(0)
  }

  #opens({ name, attributes }: { name: string; attributes: Record<string, string> }): void {
    this.#silent = 0
    if (this.#depth++ === 0) this.#ready.push({ type: "root", name })
    if (this.#depth > MAX_OPEN) throw new DocumentError("Its elements are nested too deeply to be read.")
    const node: XmlNode = { name, attributes, content: [] }
    const parent = this.#open.at(-1)
    if (!parent && !this.#names.has(localName(node.name))) return
    if (!parent) this.#record = { line: this.#parser.line, size: 0, fault: "" }
    this.#record.size += name.length + Object.values(attributes).join("").length
    if (this.#record.size <= MAX_CHARACTERS && this.#open.length < MAX_DEPTH) parent?.content.push(node)
    this.#open.push(node)
  }

  #adds(text: string): void {
    this.#silent = 0
    this.#record.size += text.length
    if (this.#record.size <= MAX_CHARACTERS) this.#open.at(-1)?.content.push(text)
  }

  #closes(): void {
    this.#depth--
    this.#silent = 0
    const node = this.#open.pop()
    if (!node || this.#open.length > 0) return
    const { line, size, fault } = this.#record
    if (size > MAX_CHARACTERS) this.#ready.push({ type: "too-large", line })
    else this.#ready.push({ type: "record", node, line, ...(fault !== "" && { fault }) })
  }

  #fails({ message }: Error): void {
    this.#record.fault ||= message
    // A close tag that nothing opened closes everything that is open, so the record that just ended with it is
    // incomplete.
    const last = this.#ready.at(-1)
    if (/unmatched closing tag/.test(message) && last?.type === "record") last.fault ??= message
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
