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

/** A file of an archive, good until the next one is asked for, or one that isn't taken and why. */
export type ArchiveItem = { type: "file"; file: ImportFile } | { type: "failed"; path: string; reason: string }

export const isArchive = (path: string): boolean => /\.(?:zip|tar|tgz|gz)$/i.test(path)

/**
 * The files of an archive (zip, tar, tar.gz, tgz, or a single file in .gz) in the archive's order. Nothing is unpacked
 * to the disk: each is read as it is opened, once, before the next is asked for. Links, hidden files and folders are
 * passed over. What leads out of the archive, is locked, or is an archive itself, is listed. Bytes are counted as they
 * come, whatever the archive says.
 * @param visibility of documents that don't say their own
 * @throws SourceError when it can't be read, or unpacks to more than any archive of documents
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

/** By its first bytes: people call archives what they like. */
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

/** A tar in gzip, or one file: told by what is in it. */
async function* packed(
  path: string,
  visibility: Visibility,
  volume: Volume,
  signal: AbortSignal
): AsyncGenerator<ArchiveItem, void> {
  const { size } = await stat(path)
  // What ends the file ends its unpacking, and the other way round; whoever reads what is unpacked is told.
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

/** The last four bytes say it, for files below 4 GB; the reader counts again. */
async function unpackedSize(path: string, size: number): Promise<number> {
  const file = await open(path)
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, Math.max(0, size - 4))
    return buffer.readUInt32LE(0)
  } finally {
    await file.close()
  }
}
