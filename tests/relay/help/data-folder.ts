import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statfsSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** A folder of its own for one test file, in reach of the uid that the database gets when the tests run as root. */
export function temporaryFolder(place = quickPlace()): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(place, "rw-"))
  chmodSync(folder, 0o755)
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) }
}

/** The number of the process of the database in a relay's data folder, which is also that of its process group. */
export const databaseProcess = (data: string): number =>
  Number(readFileSync(join(data, "database/postmaster.pid"), "utf8").split("\n")[0])

/** In memory where there is room: a fresh database is 40 MB, whose fsync takes seconds on a busy disk. */
export function quickPlace(): string {
  const memory = "/dev/shm"
  if (!existsSync(memory)) return tmpdir()
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize > 2e9 ? memory : tmpdir()
}
