import { DocumentError, type Format, type ImportFile } from "./common/format.ts"
import { looksLikeProducts } from "./feed/columns.ts"
import { csvRows } from "./feed/csv.ts"
import type { Row } from "./feed/item.ts"
import { jsonRows } from "./feed/json.ts"
import { productsOf } from "./feed/products.ts"
import { xmlRows } from "./feed/xml.ts"
import { peek } from "./common/peek.ts"
import { delimiterOf, SEPARATOR } from "./table/delimiter.ts"
import { textOf } from "./common/text.ts"

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
