import { getFileNameLowLevel, openPromise, type Entry, type ZipFile } from "yauzl"
import type { Visibility } from "../../../ticket/ticket.ts"
import { requireCharset } from "../../formats/common/charset.ts"
import { bombError, DocumentError } from "../../formats/common/format.ts"
import type { ArchiveItem } from "./archive.ts"
import { refusalOf, type Volume } from "./limits.ts"

/** Yields the files of a zip archive; see `filesOfArchive`. */
export async function* filesOfZip(
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
