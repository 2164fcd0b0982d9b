import { createReadStream, createWriteStream } from "node:fs"
import { mkdtemp, rm, stat } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { StartError } from "../../runtime/problem.ts"

/** A backup as a file. `remove` deletes the file if it was made for this. */
export interface BackupAsFile {
  file: string
  remove(): Promise<void>
}

/**
 * Returns a backup as a file, because it is read twice: once to see that it is whole, and once to restore it. What
 * comes through a pipe can be read only once, so it is first copied to a temporary file that only its owner may read.
 * @param from a path, or a stream that has the backup
 * @throws StartError "backup-file" for a pipe that isn't open, or without room in the temporary folder; the signal's
 * reason
 */
export async function backupAsFile(from: string | Readable, signal: AbortSignal): Promise<BackupAsFile> {
  if (typeof from === "string") {
    const there = await stat(from).catch(() => undefined)
    if (!there && /^\/(?:dev|proc\/self)\/fd\//.test(from)) throw notHandedOn(from)
    // Whoever reads a path that names no pipe says what is wrong with it.
    if (!there?.isFIFO() && !there?.isCharacterDevice()) return { file: from, remove: async () => undefined }
  }
  const folder = await mkdtemp(join(tmpdir(), "replywright-restore-"))
  const remove = () => rm(folder, { recursive: true, force: true })
  const file = join(folder, "backup")
  try {
    const stream = typeof from === "string" ? createReadStream(from) : from
    await pipeline(stream, createWriteStream(file, { mode: 0o600 }), { signal })
    return { file, remove }
  } catch (error) {
    await remove()
    const code = error instanceof Error && "code" in error ? error.code : undefined
    if (code !== "ENOSPC" && code !== "EDQUOT") throw error
    throw new StartError(
      "backup-file",
      `${tmpdir()} has no room for the backup: set TMPDIR to a folder on another disk, or name a file. Nothing was changed.`,
      { cause: error }
    )
  }
}

/** A shell's `<(PROGRAM)` is a pipe that npm closes. */
const notHandedOn = (path: string) =>
  new StartError("backup-file", `${path} isn't handed on by npm: pipe the backup in, and name - in its place.`)
