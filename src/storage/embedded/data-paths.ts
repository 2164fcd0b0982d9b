import { createHash } from "node:crypto"
import { chmod, chown, lstat, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { dirname, join, relative } from "node:path"
import { StartError } from "../../runtime/problem.ts"

/** Who the database runs as; undefined: as we do. */
export type RunAs = { uid: number; gid: number } | undefined

export interface DataPaths {
  folder: string
  /** Of PostgreSQL. */
  database: string
  /** Where the sockets of database and relay lie. */
  sockets: string
  password: string
  runAs: RunAs
}

/**
 * Makes the data folder ready, with what the database's uid needs of it.
 * @throws StartError "data-folder": not writable, inside the clone, or out of reach for the uid that the database runs
 * as.
 */
export async function prepareDataPaths(folder: string): Promise<DataPaths> {
  if (!relative(clone, folder).startsWith("..")) {
    throw new StartError(
      "data-folder",
      `The data folder ${folder} lies inside the program's own folder: set REPLYWRIGHT_DATA to a folder outside of it.`
    )
  }
  const runAs = process.getuid?.() === 0 ? await nobody() : undefined
  if (runAs) await checkReach(dirname(folder))
  await makeWritable(folder)
  // The folder itself is ours to open; those above it are not.
  if (runAs) await chmod(folder, (await stat(folder)).mode | 0o011)
  const sockets = await makeSocketFolder(folder, runAs)
  return {
    folder,
    database: join(folder, "database"),
    sockets,
    password: join(folder, "database-password"),
    runAs
  }
}

const clone = join(import.meta.dirname, "../../..")

async function makeWritable(folder: string): Promise<void> {
  const probe = join(folder, `.probe-${process.pid}`)
  try {
    await makeOpen(folder)
    await writeFile(probe, "")
    await rm(probe)
  } catch (cause) {
    throw new StartError(
      "data-folder",
      `The data folder ${folder} cannot be written: set REPLYWRIGHT_DATA to a folder that you may write.`,
      { cause }
    )
  }
}

/**
 * Makes every missing folder, in reach of all whatever the umask. They are made one by one: where none can be made, as
 * below /proc, Node's own way to make several tries for ever.
 */
async function makeOpen(folder: string): Promise<void> {
  const stats = await stat(folder).catch(() => undefined)
  if (stats?.isDirectory()) return
  if (folder !== dirname(folder)) await makeOpen(dirname(folder))
  try {
    await mkdir(folder)
  } catch (error) {
    // Another command may just have made it.
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return
    throw error
  }
  if (process.getuid?.() === 0) await chmod(folder, 0o755)
}

/**
 * PostgreSQL refuses to run as root: it gets the uid that every system has for programs without rights. No user is
 * made.
 */
async function nobody(): Promise<{ uid: number; gid: number }> {
  const users = await readFile("/etc/passwd", "utf8").catch(() => "")
  const [, uid = "65534", gid = "65534"] = /^nobody:[^:]*:(-?\d+):(-?\d+):/m.exec(users) ?? []
  return { uid: Number(uid), gid: Number(gid) }
}

async function checkReach(folder: string): Promise<void> {
  const stats = await stat(folder).catch(() => undefined)
  // What is not there yet is made by us, open to all.
  if (stats?.isDirectory() && !(stats.mode & 0o001)) {
    throw new StartError(
      "data-folder",
      `As root the database runs as "nobody", who may not enter ${folder}: set REPLYWRIGHT_DATA to a folder in reach of every user, such as /var/lib/replywright.`
    )
  }
  if (folder !== dirname(folder)) await checkReach(dirname(folder))
}

/**
 * The kernel takes about 104 bytes for a socket's path: a data folder that lies deep gets its sockets in the temporary
 * folder.
 */
async function makeSocketFolder(folder: string, runAs: RunAs): Promise<string> {
  const near = join(folder, "run")
  const far = join(tmpdir(), `replywright-${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`)
  const sockets = Buffer.byteLength(join(near, ".s.PGSQL.5432")) < 100 ? near : far
  await mkdir(sockets, { recursive: true, mode: 0o700 })
  const entry = await lstat(sockets)
  const owners = [process.getuid?.(), runAs?.uid]
  if (!entry.isDirectory() || !owners.includes(entry.uid)) {
    throw new StartError(
      "data-folder",
      `${sockets} belongs to somebody else: remove it, or set REPLYWRIGHT_DATA to a folder with a shorter path.`
    )
  }
  await chmod(sockets, 0o700)
  if (runAs) await chown(sockets, runAs.uid, runAs.gid)
  return sockets
}
