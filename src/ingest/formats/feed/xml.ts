import { DocumentError } from "../common/format.ts"
import { children, xmlInnerHtml, localName, textOf, xmlRecords, type XmlNode } from "../common/xml.ts"
import type { Row } from "./item.ts"

/**
 * Yields the items of Google Merchant's XML (RSS 2.0 or Atom) or of a shop's own XML (`product`, `offer`).
 * @throws DocumentError if it isn't a feed, or after the last whole item if it is cut
 */
export async function* xmlRows(chunks: AsyncIterable<Uint8Array>, charset?: string): AsyncGenerator<Row, void> {
  let count = 0
  let begun = false
  for await (const event of xmlRecords(chunks, RECORDS, charset)) {
    if (event.type === "root") {
      if (localName(event.name) === "html") throw new DocumentError("It is a web page, no feed.")
      if (/^(?:urlset|sitemapindex)$/.test(localName(event.name)))
        throw new DocumentError("It is a sitemap, which is read by its address: site:https://...")
      begun = true
    } else if (event.type === "record") yield rowOf(event.node, `item ${++count}`, event.fault)
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

function rowOf(node: XmlNode, place: string, fault: string | undefined): Row {
  const entries: Row["entries"] = Object.entries(node.attributes).filter(([name]) => !name.startsWith("xmlns"))
  const options: [string, string[]][] = []
  for (const child of children(node)) {
    const name = localName(child.name)
    const detail = DETAILS.test(name) ? detailOf(child) : undefined
    if (detail) options.push(detail)
    else if (name === "link") entries.push(...linkOf(child))
    else if (!/^(?:shipping|tax|installment|image|additional_image_link)$/.test(name))
      entries.push([child.name, children(child).length > 0 ? xmlInnerHtml(child) : textOf(child)])
  }
  return { place, entries, options, ...(fault !== undefined && { fault }) }
}

/**
 * Reads an address. RSS writes it as the element's content, and Atom as an attribute. Other relations point to
 * something else.
 */
function linkOf({ attributes: { href, rel = "alternate" }, ...node }: XmlNode): Row["entries"] {
  const address = href ?? textOf({ ...node, attributes: {} })
  return rel === "alternate" ? [[node.name, address]] : []
}

/** Reads `<param name="Voltage">230 V</param>`, and Google's `product_detail` with one element for each part. */
function detailOf(node: XmlNode): [string, string[]] | undefined {
  const part = (name: RegExp) => children(node).find((child) => name.test(localName(child.name)))
  const [name, value] = [part(/^(?:attribute_)?name$/), part(/^(?:attribute_)?value$/)]
  if (name && value) return [textOf(name), [textOf(value)]]
  return node.attributes["name"] === undefined ? undefined : [node.attributes["name"], [textOf(node)]]
}
