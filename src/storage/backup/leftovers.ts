import { open, readdir, rm, stat, utimes } from "node:fs/promises"
import { join } from "node:path"
import { constants, gunzipSync } from "node:zlib"

/** What the name of a backup ends in until it is whole. */
export const PARTIAL = ".partial"

/** A running backup says so often that it writes its file, in milliseconds. */
const BEAT_MS = 60_000
/** A file of which nobody has said so for this long belongs to a backup that was killed. */
const DEAD_AFTER_MS = 10 * BEAT_MS

/**
 * Says by the file's time that it is being written, also while the database has nothing for it.
 * @returns a function that ends it
 */
export function keepAlive(file: string, beatMs = BEAT_MS): () => void {
  const beat = () => utimes(file, new Date(), new Date()).catch(() => undefined)
  const timer = setInterval(beat, beatMs)
  timer.unref()
  return () => clearInterval(timer)
}

/**
 * Removes what backups that were killed have left in a folder. Other programs call their files partial too, so only
 * what begins as a backup goes. What can't be removed stays.
 */
export async function removeLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    if (!name.endsWith(PARTIAL)) continue
    const file = join(folder, name)
    if (await isLeftover(file).catch(() => false)) await rm(file, { force: true }).catch(() => undefined)
  }
}

async function isLeftover(file: string): Promise<boolean> {
  const there = await stat(file)
  if (!there.isFile() || there.mtimeMs > Date.now() - DEAD_AFTER_MS) return false
  const handle = await open(file, "r")
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    const begin = gunzipSync(buffer.subarray(0, bytesRead), { finishFlush: constants.Z_SYNC_FLUSH })
    return begin.subarray(0, HEAD.length).equals(HEAD)
  } finally {
    await handle.close()
  }
}

/** Of the packed file as much as holds its first words. */
const HEAD_BYTES = 4_096
const HEAD = Buffer.from('{"format":"replywright-backup"')
