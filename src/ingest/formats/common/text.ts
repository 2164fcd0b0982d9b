import { isUtf8 } from "node:buffer"
import { DocumentError } from "./format.ts"
import { peek } from "./peek.ts"
import { charsetOf } from "../../../text/bytes/charset.ts"

/**
 * Decodes bytes as they arrive, whatever their encoding is. Plain ASCII passes unchanged. At the first other byte, the
 * encoding is detected from what has been read so far and the next 64 kB.
 * @throws DocumentError if it isn't text, or if its encoding can't be determined or changes on the way
 */
export async function* textOf(chunks: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<string, void> {
  let decoder: TextDecoder | undefined
  let held: Uint8Array[] = []
  let size = 0
  const decide = () => {
    const bytes = Buffer.concat(held)
    held = []
    decoder = new TextDecoder(requireCharset(bytes), { fatal: true })
    return decoded(decoder, bytes, true)
  }
  // The first piece must have some size, because in UTF-16 every other byte may be an ASCII letter.
  const { whole } = await peek(chunks, 4096, signal)
  for await (const chunk of whole) {
    signal.throwIfAborted()
    if (decoder) yield decoded(decoder, chunk, true)
    else if (held.length === 0 && isAscii(chunk))
      yield Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength).toString("latin1")
    else {
      held.push(chunk)
      size += chunk.length
      if (size >= CHARSET_SAMPLE) yield decide()
    }
  }
  if (held.length > 0) yield decide()
  if (decoder) yield decoded(decoder, new Uint8Array(), false)
}

/** Decodes a whole text at once and drops its byte order mark. */
export function wholeText(bytes: Buffer, declared?: string): string {
  // Nearly every file is UTF-8, and this check is ten times as fast as the full one.
  if (isUtf8(bytes) && !bytes.includes(0) && !bytes.includes(0x1b)) return bytes.toString("utf8").replace(/^\uFEFF/, "")
  return decoded(
    new TextDecoder(requireCharset(bytes.subarray(0, CHARSET_SAMPLE), declared), { fatal: true }),
    bytes,
    false
  )
}

/** Reads all bytes of a file. The format that calls it limits how large the file may be. */
export async function wholeFile(chunks: AsyncIterable<Uint8Array>, signal: AbortSignal): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const chunk of chunks) {
    signal.throwIfAborted()
    all.push(chunk)
  }
  const [only, more] = all
  return only && !more ? Buffer.from(only.buffer, only.byteOffset, only.byteLength) : Buffer.concat(all)
}

/** Wraps something that is in memory as a stream with one piece. */
export async function* singleChunk<Piece>(piece: Piece): AsyncGenerator<Piece, void> {
  yield piece
}

/** A zero byte is no letter, and an escape may start ISO-2022-JP, the Japanese encoding of the 1980s. */
const isAscii = (bytes: Uint8Array) => bytes.every((byte) => byte < 0x80 && byte !== 0 && byte !== 0x1b)

function decoded(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream })
  } catch (cause) {
    if (cause instanceof TypeError)
      throw new DocumentError(`Not all of its text is ${decoder.encoding.toUpperCase()}: save it as UTF-8.`, { cause })
    throw cause
  }
}

/**
 * Returns the name of a text's encoding, as `TextDecoder` takes it.
 * @param bytes the whole text or its first {@link CHARSET_SAMPLE} bytes, whose last letter may be cut
 * @param declared what the text declares (`<meta charset>`)
 * @throws DocumentError if it isn't text or if the encoding can't be determined
 */
export function requireCharset(bytes: Uint8Array, declared?: string): string {
  const charset = charsetOf(bytes, { declared, isCut: bytes.length >= CHARSET_SAMPLE })
  if (charset !== undefined) return charset
  throw new DocumentError(
    bytes.includes(0) ? "It isn't text." : "Its encoding can't be told for certain: save it as UTF-8."
  )
}

/** This many bytes of a text are examined. */
const CHARSET_SAMPLE = 65_536
