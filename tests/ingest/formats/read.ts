import { documentsOf } from "../../../src/ingest/formats/read-documents.ts"
import type { ImportFile, ReadItem } from "../../../src/ingest/formats/common/format.ts"
import type { ImportedDocument } from "../../../src/ingest/source/source.ts"

const signal = new AbortController().signal

/** Makes a file in memory, in pieces as a disk delivers them. */
export function fileOf(path: string, content: string | Uint8Array, piece = 65_536): ImportFile {
  const bytes = Buffer.from(content)
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece)
  }
  return { path, size: bytes.length, visibility: "public", open: () => Promise.resolve(pieces()) }
}

export const itemsOf = (path: string, content: string | Uint8Array, piece?: number): Promise<ReadItem[]> =>
  Array.fromAsync(documentsOf(fileOf(path, content, piece), signal))

/** Returns the documents, and fails if one failed. */
export async function documents(path: string, content: string | Uint8Array): Promise<ImportedDocument[]> {
  return (await itemsOf(path, content)).map((item) => {
    if (item.type === "failed") throw new Error(`${item.path}: ${item.reason}`)
    return item.document
  })
}

/** Returns what couldn't be imported, as a person reads it. */
export async function failures(path: string, content: string | Uint8Array): Promise<string[]> {
  return (await itemsOf(path, content)).flatMap((item) =>
    item.type === "failed" ? [`${item.path}: ${item.reason}`] : []
  )
}
