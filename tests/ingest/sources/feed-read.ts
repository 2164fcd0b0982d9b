import { feed } from "../../../src/ingest/formats/feed.ts"
import type { ReadItem } from "../../../src/ingest/formats/common/format.ts"
import type { SourceItem } from "../../../src/ingest/source/source.ts"
import { never } from "./server.ts"

/** Returns what a feed's file gives, in pieces of seven bytes, as a network may cut it. */
export async function read(text: string | Uint8Array, step = 7): Promise<ReadItem[]> {
  const bytes = Buffer.from(text)
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step)
  }
  const items: ReadItem[] = []
  for await (const item of feed.read(
    { path: "feed", size: bytes.length, visibility: "public", open: async () => pieces() },
    never()
  ))
    items.push(item)
  return items
}
export const documents = (items: (ReadItem | SourceItem)[]) =>
  items.flatMap((item) => (item.type === "document" ? [item.document] : []))
export const failures = (items: (ReadItem | SourceItem)[]) =>
  items.flatMap((item) => (item.type === "failed" ? [`${item.path}: ${item.reason}`] : []))
export const rss = (...items: string[]) =>
  `<?xml version="1.0"?><rss xmlns:g="http://base.google.com/ns/1.0" version="2.0"><channel><title>Shop</title><link>https://shop.example</link>${items.join("")}</channel></rss>`
export const lamp = (rest = "") =>
  `<item><g:id>HL-2</g:id><title>Halo-2 desk lamp</title><link>https://shop.example/halo-2</link><g:price>39.90 EUR</g:price><g:availability>in_stock</g:availability>${rest}</item>`

export async function* single(text: string): AsyncGenerator<Uint8Array, void> {
  yield Buffer.from(text)
}
