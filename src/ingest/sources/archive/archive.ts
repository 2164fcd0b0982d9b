import { createReadStream } from "node:fs"
import { open, stat } from "node:fs/promises"
import { basename } from "node:path"
import { pipeline } from "node:stream"
import { createGunzip } from "node:zlib"
import type { Visibility } from "../../../ticket/ticket.ts"
import type { ImportFile } from "../../formats/common/format.ts"
import { peek } from "../../formats/common/peek.ts"
import { LIMITS, type Limits, Volume } from "./limits.ts"
import { filesOfTar } from "./tar.ts"
import { filesOfZip } from "./zip.ts"
import { SourceError } from "../../source/source.ts"

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
