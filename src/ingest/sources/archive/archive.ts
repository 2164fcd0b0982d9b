import { createReadStream } from "node:fs"
import { open, stat } from "node:fs/promises"
import { basename } from "node:path"
import { pipeline, Readable } from "node:stream"
import { createGunzip } from "node:zlib"
import type { Visibility } from "../../../ticket/ticket.ts"
import { type ImportFile, bombError, DocumentError } from "../../formats/common/format.ts"
import { peek } from "../../formats/common/peek.ts"
import { LIMITS, type Limits, Volume, refusalOf } from "./limits.ts"
import { SourceError } from "../../source/source.ts"
import { extract } from "tar-stream"
import { getFileNameLowLevel, openPromise, type Entry, type ZipFile } from "yauzl"
import { requireCharset } from "../../formats/common/text.ts"

/** A file of an archive, which is valid until the next one is requested, or a file that isn't read, with the reason. */
export type ArchiveItem = { type: "file"; file: ImportFile } | { type: "failed"; path: string; reason: string }

export const isArchive = (path: string): boolean => /\.(?:zip|tar|tgz|gz)$/i.test(path)

/**
 * Yields the files of an archive (zip, tar, tar.gz, tgz, or a single file in .gz) in the archive's order. Nothing is
 * unpacked to the disk: each file is read once, after it is opened and before the next one is requested. Links, hidden
 * files and folders are skipped. A file whose path leads out of the archive, that is locked, or that is an archive
 * itself, is reported as failed. Bytes are counted as they arrive, whatever the archive states.
 * @param visibility of documents that don't state their own
 * @throws SourceError if it can't be read or unpacks to more than any archive of documents
 */
export async function* filesOfArchive(
  path: string,
  visibility: Visibility,
  signal: AbortSignal,
  limits: Limits = LIMITS
): AsyncGenerator<ArchiveItem, void> {
  const volume = new Volume(basename(path), limits)
  try {
    const kind = await kindOf(path)
    if (kind === "zip") yield* filesOfZip(path, visibility, volume, signal)
    else if (kind === "tar") yield* filesOfTar(createReadStream(path, { signal }), visibility, volume, signal)
    else yield* packed(path, visibility, volume, signal)
  } catch (cause) {
    signal.throwIfAborted()
    throw volume.failure(cause)
  }
}

/** Returns the kind by the first bytes of the file, because its name may be wrong. */
async function kindOf(path: string): Promise<"zip" | "gzip" | "tar"> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0)
    if (buffer.readUInt16BE(0) === 0x504b) return "zip"
    if (buffer.readUInt16BE(0) === 0x1f8b) return "gzip"
    if (isTar(buffer.subarray(0, bytesRead))) return "tar"
  } finally {
    await file.close()
  }
  throw new SourceError(
    "source-unreadable",
    `${basename(path)} is no archive that can be read: zip, tar, tar.gz and gz are.`
  )
}

/** Reads gzip. Its content shows whether it is a tar or a single file. */
async function* packed(
  path: string,
  visibility: Visibility,
  volume: Volume,
  signal: AbortSignal
): AsyncGenerator<ArchiveItem, void> {
  const { size } = await stat(path)
  // An error or the end of the file also ends its unpacking, and the other way round. The error reaches the reader of
  // the unpacked bytes.
  const unpacked = pipeline(createReadStream(path, { signal }), createGunzip(), () => undefined)
  const { head, whole, close } = await peek(
    volume.counted(unpacked, size, () => volume.tooMuch()),
    512,
    signal
  )
  try {
    if (isTar(Buffer.from(head))) return yield* filesOfTar(whole, visibility, volume, signal)
    const name = basename(path)
      .replace(/\.gz$/i, "")
      .replace(/\.tgz$/i, ".tar")
    yield {
      type: "file",
      file: { path: name, size: await unpackedSize(path, size), visibility, open: () => Promise.resolve(whole) }
    }
  } finally {
    await close()
  }
}

const isTar = (head: Buffer) => head.length >= 512 && head.toString("latin1", 257, 262) === "ustar"

/**
 * Reads the size from the last four bytes, which hold it for files below 4 GB. The bytes are counted again while
 * reading.
 */
async function unpackedSize(path: string, size: number): Promise<number> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, Math.max(0, size - 4))
    return buffer.readUInt32LE(0)
  } finally {
    await file.close()
  }
}

/** Yields the files of a tar archive as they arrive; see `filesOfArchive`. A file that isn't opened is skipped. */
async function* filesOfTar(
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

/** Yields the files of a zip archive; see `filesOfArchive`. */
async function* filesOfZip(
  path: string,
  visibility: Visibility,
  volume: Volume,
  signal: AbortSignal
): AsyncGenerator<ArchiveItem, void> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false })
  try {
    for await (const entry of zip.eachEntry()) {
      signal.throwIfAborted()
      volume.countEntry()
      const name = nameOf(entry)
      const refusal = /[\\/]$/.test(name) || isLink(entry) ? "skip" : (refusalOf(name) ?? lockOf(entry))
      if (refusal === "skip") continue
      if (refusal !== undefined) yield { type: "failed", path: name, reason: refusal }
      else {
        const open = () => Promise.resolve(volume.counted(contentOf(zip, entry), entry.compressedSize, bombError))
        yield { type: "file", file: { path: name.replace(/\\/g, "/"), size: entry.uncompressedSize, visibility, open } }
      }
    }
  } finally {
    zip.close()
  }
}

async function* contentOf(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array, void> {
  try {
    yield* await zip.openReadStreamPromise(entry)
  } catch (cause) {
    if (cause instanceof Error && /too many bytes/i.test(cause.message)) throw bombError()
    throw new DocumentError("It is broken in the archive.", { cause })
  }
}

/** Reads an entry's name. Windows in Japan and Europe writes names in local encodings without declaring them. */
function nameOf(entry: Entry): string {
  const raw = entry.fileNameRaw
  const utf8 = (entry.generalPurposeBitFlag & 0x800) !== 0 || entry.extraFields.some(({ id }) => id === 0x7075)
  if (utf8) return getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false)
  try {
    return new TextDecoder(requireCharset(raw)).decode(raw)
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error
    return getFileNameLowLevel(entry.generalPurposeBitFlag, raw, entry.extraFields, false)
  }
}

const isLink = (entry: Entry) => ((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000

function lockOf(entry: Entry): string | undefined {
  if (entry.isEncrypted()) return "It is locked by a password: unpack the archive, and import its folder."
  return entry.compressionMethod === 0 || entry.compressionMethod === 8
    ? undefined
    : "It is packed in a way that isn't known: unpack the archive, and import its folder."
}
