import { createWriteStream } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import type { IncomingMessage } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Transform } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { FileQuery } from "../../protocol/knowledge.ts"
import { Problem } from "../../runtime/problem.ts"
import type { ImportSource } from "../../ingest/source/source.ts"

export interface UploadedFile {
  source: ImportSource
  config: Record<string, unknown>
  /** Removes the file from the disk. */
  remove(): Promise<void>
}

/** The maximum size of an uploaded file, in bytes. Larger ones are imported on the relay's machine. */
export const MAX_UPLOAD_BYTES = 500_000_000
/** After this many milliseconds without more of a file, the upload counts as broken off. */
const SILENCE_MS = 60_000

/**
 * Writes an uploaded file or archive to a temporary place as it arrives, and makes a source of it that is named after
 * the file. The same name uploaded again replaces it.
 * @throws Problem
 */
export async function receiveUpload(
  incoming: IncomingMessage,
  { name, internal }: FileQuery,
  { largest = MAX_UPLOAD_BYTES, silence = SILENCE_MS } = {}
): Promise<UploadedFile> {
  const file = await readableName(name)
  if (Number(incoming.headers["content-length"] ?? 0) > largest) throw tooBig(largest)
  const folder = await mkdtemp(join(tmpdir(), "replywright-file-"))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const { through, isOver } = bounded(largest)
    incoming.setTimeout(silence, () => incoming.destroy())
    await pipeline(incoming, through, createWriteStream(join(folder, file), { mode: 0o600 }))
    incoming.setTimeout(0)
    if (isOver()) throw tooBig(largest)
    const visibility = internal === "true" ? "internal" : "public"
    const { filesSource } = await import("../../ingest/sources/files.ts")
    const source = await filesSource(join(folder, file), { visibility, collection: `file ${file}` })
    return {
      source: { ...source, kind: "file", label: file },
      config: { file, ...(visibility === "internal" && { internal: true }) },
      remove
    }
  } catch (error) {
    await remove()
    throw uploadProblem(error, incoming)
  }
}

/**
 * Returns the name under which a file is written. Nothing of a path stays, with either kind of slash.
 * @throws Problem for a name that can't be used, and for one of a format that nothing reads
 */
async function readableName(name: string): Promise<string> {
  // What reads files is loaded with the first one.
  const [{ formatOf }, { isArchive }] = await Promise.all([
    import("../../ingest/formats/read-documents.ts"),
    import("../../ingest/sources/archive/archive.ts")
  ])
  const file = (name.split(/[/\\]/).at(-1) ?? "")
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Cf}]/gu, "")
    .trim()
  if (file === "" || file.startsWith(".") || Buffer.byteLength(file) > 200)
    throw new Problem(
      400,
      "bad-name",
      "The file's name can't be used: give it one of up to 200 bytes that doesn't begin with a dot."
    )
  if (!formatOf(file) && !isArchive(file))
    throw new Problem(
      415,
      "unknown-format",
      `Nobody knows how to read ${file}: send Markdown, HTML, text, PDF, Word, CSV, JSON, or an archive of them.`
    )
  return file
}

/** Returns the problem that the sender is shown, or the error itself if it isn't about the upload. */
function uploadProblem(error: unknown, incoming: IncomingMessage): unknown {
  if (error instanceof Problem) return error
  const code = error instanceof Error && "code" in error ? error.code : ""
  if (code === "ENOSPC")
    return new Problem(
      507,
      "disk-full",
      "The relay's disk is full, so the file can't be taken: free some space on its machine.",
      { cause: error }
    )
  if (incoming.destroyed && !incoming.complete)
    return new Problem(400, "bad-request", "The file broke off.", { cause: error, retryable: true })
  return error
}

/**
 * An upload that is too large is read and discarded, up to as much again, because a connection that is cut at once
 * would lose the answer.
 */
function bounded(largest: number) {
  let bytes = 0
  const through = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length
      if (bytes > 2 * largest) done(tooBig(largest))
      else if (bytes > largest) done()
      else done(null, chunk)
    }
  })
  return { through, isOver: () => bytes > largest }
}

const tooBig = (largest: number) =>
  new Problem(
    413,
    "too-big",
    `The file is larger than ${largest / 1_000_000} MB: import it on the relay's machine, with npm run relay -- import FILE.`
  )
