import type { IncomingMessage } from "node:http"
import { pipeline, type Transform } from "node:stream"
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib"
import { peek } from "../../formats/common/peek.ts"
import { SourceError } from "../../source/source.ts"
import type { Waiting } from "./exchange.ts"
import { explainWebError } from "./web-errors.ts"

interface Reading {
  address: URL
  /** The limit is in bytes after unpacking. */
  largest: number
  signal: AbortSignal
  waiting: Waiting
}

/**
 * Yields a response's body, unpacked as it arrives. It never unpacks more than the limit.
 * @throws SourceError
 */
export async function* readBody(
  message: IncomingMessage,
  { address, largest, signal, waiting }: Reading
): AsyncGenerator<Uint8Array, void> {
  try {
    if (Number(message.headers["content-length"]) > largest) throw tooLarge(address, largest)
    const chunks = unpacked(message, address)[Symbol.asyncIterator]()
    let length = 0
    for (;;) {
      const { done, value } = await waiting(chunks.next())
      if (done === true) return
      length += value.length
      if (length > largest) throw tooLarge(address, largest)
      yield value
    }
  } catch (error) {
    throw signal.aborted ? signal.reason : explainWebError(error, address)
  } finally {
    // A body that was read to its end leaves its connection for the next request. If it wasn't, the connection is
    // closed here.
    if (!message.complete) message.destroy()
  }
}

/**
 * Unpacks a file that was compressed before it was sent, such as a `sitemap.xml.gz`, and passes any other file
 * unchanged. It yields at most `largest` bytes.
 */
export async function* unpackedFile(
  chunks: AsyncIterable<Uint8Array>,
  address: URL,
  largest: number,
  signal: AbortSignal
): AsyncGenerator<Uint8Array, void> {
  const { head, whole } = await peek(chunks, 2, signal)
  if (head[0] !== 0x1f || head[1] !== 0x8b) return yield* whole
  let length = 0
  try {
    for await (const chunk of pipeline(whole, createGunzip(), ignore)) {
      length += chunk.length
      if (length > largest) throw tooLarge(address, largest)
      yield chunk
    }
  } catch (error) {
    throw explainWebError(error, address)
  }
}

const UNPACK: Record<string, () => Transform> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress
}

function unpacked(message: IncomingMessage, address: URL): AsyncIterable<Buffer> {
  const encoding = (message.headers["content-encoding"] ?? "identity").trim().toLowerCase()
  if (encoding === "identity" || encoding === "") return message
  const unpack = UNPACK[encoding]
  if (!unpack)
    throw new SourceError(
      "source-unreadable",
      `${address.host} packs its answers as "${encoding.slice(0, 40)}", which isn't known.`
    )
  return pipeline(message, unpack(), ignore)
}

/** A failing stream makes the next stream fail, and its reader gets the error. */
function ignore(): void {
  return
}

function tooLarge(address: URL, largest: number): SourceError {
  const size = largest >= 1_000_000 ? `${Math.round(largest / 1_000_000)} MB` : `${Math.round(largest / 1000)} kB`
  return new SourceError("source-unreadable", `What ${address.href} sends is larger than ${size}.`)
}
