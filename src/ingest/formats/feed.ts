import { CsvError } from "csv-parse"
import { DocumentError, type Format, type ImportFile } from "./common/format.ts"
import { looksLikeProducts } from "./feed/columns.ts"
import type { Row } from "./feed/item.ts"
import { jsonRows } from "./feed/json.ts"
import { productsOf } from "./feed/products.ts"
import { peek } from "./common/peek.ts"
import { delimiterOf, SEPARATOR, parseTable } from "./table/parse-table.ts"
import { textOf } from "./common/text.ts"
import { children, xmlInnerHtml, localName, textOf as elementText, xmlRecords, type XmlNode } from "./common/xml.ts"

/**
 * Reads a product feed and makes one document of each product. The feed may be Google Merchant's, or a shop's own XML,
 * JSON or CSV. The beginning of the file shows which one it is.
 */
export const feed: Format = {
  id: "feed",
  endings: ["xml", "rss", "atom"],
  largest: 2_000_000_000,
  read: (file, signal) => readFeed(file, signal)
}

/**
 * Reads the products of a feed.
 * @param charset what a server declared
 * @throws DocumentError if nothing of it can be imported; also after the last product, if the file is cut
 */
export async function* readFeed(file: ImportFile, signal: AbortSignal, charset?: string) {
  const { head, whole, close } = await peek(await file.open(), 512, signal)
  try {
    yield* productsOf(rowsOf(head, whole, signal, charset), file, signal)
  } finally {
    await close()
  }
}

function rowsOf(
  head: Uint8Array,
  whole: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
  charset: string | undefined
): AsyncIterable<Row> {
  // The zero bytes of UTF-16 and a byte order mark don't matter here.
  const begin = new TextDecoder("latin1")
    .decode(head)
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, "")
    .replaceAll("\0", "")
    .trimStart()
  if (begin === "") throw new DocumentError("The feed is empty.")
  if (begin.startsWith("<")) return xmlRows(whole, charset)
  return begin.startsWith("{") || begin.startsWith("[")
    ? jsonRows(textOf(whole, signal))
    : csvRows(textOf(whole, signal), signal)
}

/**
 * Returns whether a table or JSON file that begins like this holds products and not articles. The names of its columns
 * or fields decide.
 */
export function looksLikeFeed(head: Uint8Array): boolean {
  const text = new TextDecoder()
    .decode(head)
    .replace(/^\uFEFF/, "")
    .trimStart()
  if (/^[[{]/.test(text))
    return looksLikeProducts([...text.matchAll(/"([^"\\]{1,60})"\s*:/g)].map(([, name = ""]) => name))
  const [line = ""] = text.replace(SEPARATOR, "").split(/\r?\n/)
  return looksLikeProducts(
    line.split(SEPARATOR.exec(text)?.[1] ?? delimiterOf(line)).map((name) => name.replace(/^\s*"|"\s*$/g, ""))
  )
}

/**
 * Yields the items of a table whose first line names the columns. The separator is a comma, a semicolon, a tab or a
 * vertical bar.
 * @throws DocumentError if the columns aren't those of a feed, or if a quote never ends
 */
async function* csvRows(texts: AsyncIterable<string>, signal: AbortSignal): AsyncGenerator<Row, void> {
  const parser = await parseTable(texts, signal)
  let names: string[] | undefined
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      if (names) yield tableRow(names, record, info.lines)
      else if (looksLikeProducts(record)) names = record
      else
        throw new DocumentError(
          "Its first line doesn't name the columns of a product feed: it needs at least a name, a price and an id."
        )
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new DocumentError(
      error.code === "CSV_QUOTE_NOT_CLOSED"
        ? "A quote in it never ends, so it may be cut."
        : `It is no right CSV (line ${parser.info.lines}).`,
      { cause: error }
    )
  }
  if (!names) throw new DocumentError("The table is empty.")
}

function tableRow(names: string[], values: string[], line: number): Row {
  return {
    place: `line ${line}`,
    entries: names.flatMap((name, at): Row["entries"] =>
      values[at] === undefined || values[at] === "" ? [] : [[name, values[at]]]
    )
  }
}

/**
 * Yields the items of Google Merchant's XML (RSS 2.0 or Atom) or of a shop's own XML (`product`, `offer`).
 * @throws DocumentError if it isn't a feed, or after the last whole item if it is cut
 */
async function* xmlRows(chunks: AsyncIterable<Uint8Array>, charset?: string): AsyncGenerator<Row, void> {
  let count = 0
  let begun = false
  for await (const event of xmlRecords(chunks, RECORDS, charset)) {
    if (event.type === "root") {
      if (localName(event.name) === "html") throw new DocumentError("It is a web page, no feed.")
      if (/^(?:urlset|sitemapindex)$/.test(localName(event.name)))
        throw new DocumentError("It is a sitemap, which is read by its address: site:https://...")
      begun = true
    } else if (event.type === "record") yield xmlRow(event.node, `item ${++count}`, event.fault)
    else if (event.type === "too-large")
      yield { place: `item ${++count}`, entries: [], fault: `from line ${event.line} it is larger than 5 MB` }
    else if (event.cut)
      throw new DocumentError(
        count === 0
          ? "It ends in the middle, before its first item does."
          : `It ends in the middle, after ${count} items.`
      )
  }
  if (!begun) throw new DocumentError("It isn't XML, and perhaps a web page.")
}

const RECORDS = new Set(["item", "entry", "product", "offer"])
/** These elements list an item's properties by name and value. */
const DETAILS = /^(?:product_detail|param|attribute|property|option)$/

function xmlRow(node: XmlNode, place: string, fault: string | undefined): Row {
  const entries: Row["entries"] = Object.entries(node.attributes).filter(([name]) => !name.startsWith("xmlns"))
  const options: [string, string[]][] = []
  for (const child of children(node)) {
    const name = localName(child.name)
    const detail = DETAILS.test(name) ? detailOf(child) : undefined
    if (detail) options.push(detail)
    else if (name === "link") entries.push(...linkOf(child))
    else if (!/^(?:shipping|tax|installment|image|additional_image_link)$/.test(name))
      entries.push([child.name, children(child).length > 0 ? xmlInnerHtml(child) : elementText(child)])
  }
  return { place, entries, options, ...(fault !== undefined && { fault }) }
}

/**
 * Reads an address. RSS writes it as the element's content, and Atom as an attribute. Other relations point to
 * something else.
 */
function linkOf({ attributes: { href, rel = "alternate" }, ...node }: XmlNode): Row["entries"] {
  const address = href ?? elementText({ ...node, attributes: {} })
  return rel === "alternate" ? [[node.name, address]] : []
}

/** Reads `<param name="Voltage">230 V</param>`, and Google's `product_detail` with one element for each part. */
function detailOf(node: XmlNode): [string, string[]] | undefined {
  const part = (name: RegExp) => children(node).find((child) => name.test(localName(child.name)))
  const [name, value] = [part(/^(?:attribute_)?name$/), part(/^(?:attribute_)?value$/)]
  if (name && value) return [elementText(name), [elementText(value)]]
  return node.attributes["name"] === undefined ? undefined : [node.attributes["name"], [elementText(node)]]
}
