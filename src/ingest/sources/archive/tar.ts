import { Readable } from "node:stream"
import { extract } from "tar-stream"
import type { Visibility } from "../../../ticket/ticket.ts"
import type { ArchiveItem } from "./archive.ts"
import { refusalOf, type Volume } from "./limits.ts"

/** Yields the files of a tar archive as they arrive; see `filesOfArchive`. A file that isn't opened is skipped. */
export async function* filesOfTar(
  chunks: AsyncIterable<Uint8Array>,
  visibility: Visibility,
  volume: Volume,
  signal: AbortSignal
): AsyncGenerator<ArchiveItem, void> {
  const entries = extract()
  const source = Readable.from(chunks, { objectMode: false })
  source.on("error", (error) => entries.destroy(error)).pipe(entries)
  try {
    for await (const entry of entries) {
      signal.throwIfAborted()
      volume.countEntry()
      const content = entry[Symbol.asyncIterator]()
      const { type, size } = entry.header
      const name = entry.header.name.replace(/\\/g, "/").replace(/^(?:\.\/)+/, "")
      const refusal = type === "file" || type === "contiguous-file" ? refusalOf(name) : "skip"
      if (refusal !== undefined && refusal !== "skip") yield { type: "failed", path: name, reason: refusal }
      else if (refusal === undefined)
        yield {
          type: "file",
          file: { path: name, size, visibility, open: () => Promise.resolve(bytesOf(content, volume)) }
        }
      // The rest of a file that wasn't read to its end is skipped, because the next file stands after it.
      while (!(await content.next()).done) signal.throwIfAborted()
    }
  } finally {
    source.destroy()
    entries.destroy()
  }
}

/** Yields a file's bytes. A reader that stops early doesn't end the archive. */
async function* bytesOf(content: AsyncIterator<unknown>, volume: Volume): AsyncGenerator<Uint8Array, void> {
  try {
    for (let next = await content.next(); !next.done; next = await content.next())
      if (next.value instanceof Uint8Array) yield next.value
  } catch (cause) {
    throw volume.failure(cause)
  }
}
