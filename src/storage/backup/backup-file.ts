import { createHash } from "node:crypto"
import { createReadStream, createWriteStream } from "node:fs"
import { access, rename, rm, stat } from "node:fs/promises"
import { dirname } from "node:path"
import { Readable, type Writable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { createGunzip, createGzip } from "node:zlib"
import * as z from "zod/mini"
import { StartError } from "../../runtime/problem.ts"
import { syncFolder } from "../../runtime/sync-folder.ts"
import { keepAlive, PARTIAL, removeLeftovers } from "./leftovers.ts"
import { LineTooLong, readLines } from "./lines.ts"
import { backupEnd, backupHead, type BackupEnd, type BackupHead, type BackupPart, type RowBatch } from "./parts.ts"
import { jsonOrUndefined } from "../../runtime/json.ts"

/**
 * Writes a backup as gzipped JSON Lines: a head, batches of rows, and an end with the checksum of all lines before it.
 * A file stands under its name only when it is whole and on the disk; only its owner may read it. What is no file, such
 * as a pipe, is written directly. What backups that were killed have left in the folder is removed.
 * @param beatMs how often the unfinished file says that it is being written
 * @throws StartError "backup-exists" where there is a file already, "backup-write" where it can't be written
 */
export async function writeBackup(
  path: string,
  parts: AsyncIterable<BackupPart>,
  signal: AbortSignal,
  beatMs?: number
): Promise<BackupEnd> {
  const there = await stat(path).catch(() => undefined)
  if (there?.isFile() || there?.isDirectory())
    throw new StartError("backup-exists", `${path} exists already: name a file that doesn't exist yet.`)
  const written = there ? path : path + PARTIAL
  if (!there) await removeLeftovers(dirname(path))
  const over = there ? () => undefined : keepAlive(written, beatMs)
  try {
    const file = createWriteStream(written, { mode: 0o600, flush: !there })
    const end = await writeParts(file, parts, { signal })
    if (!there) {
      await rename(written, path)
      await syncFolder(dirname(path))
    }
    return end
  } catch (error) {
    if (!there) await rm(written, { force: true })
    throw whatToSay(error, path)
  } finally {
    over()
  }
}

/**
 * Writes the same to a program's output, which stays open.
 * @throws StartError "backup-write" where nobody reads it to the end
 */
export async function streamBackup(
  output: Writable,
  parts: AsyncIterable<BackupPart>,
  signal: AbortSignal
): Promise<BackupEnd> {
  try {
    const end = await writeParts(output, parts, { signal, end: false })
    await new Promise<void>((resolve, reject) => {
      output.write("", (error) => (error ? reject(error) : resolve()))
    })
    return end
  } catch (error) {
    throw whatToSay(error, "The output")
  }
}

async function writeParts(
  output: Writable,
  parts: AsyncIterable<BackupPart>,
  options: { signal: AbortSignal; end?: boolean }
): Promise<BackupEnd> {
  const ends: BackupEnd[] = []
  const lines = Readable.from(linesOf(parts, (end) => ends.push(end)))
  // Level 1 packs draft texts to a third more than level 6 does, in a third of the time.
  await pipeline(lines, createGzip({ level: 1 }), output, options)
  const [end] = ends
  if (end === undefined) throw new Error("A snapshot without an end.")
  return end
}

/**
 * Reads a backup. The parts before a fault are handed out before it is found: read it once with `checkBackup` first.
 * @param name how people know the file
 * @throws StartError "backup-file" for a file that is missing, cut off, damaged, or no backup of this version's format
 */
export async function* readBackup(path: string, name = path): AsyncGenerator<BackupPart> {
  const hash = createHash("sha256")
  let head: BackupHead | undefined
  let ended = false
  try {
    const packed = createReadStream(path)
    const unpacked = createGunzip()
    // The fault of either stream is thrown by the loop.
    pipeline(packed, unpacked).catch((error: unknown) => unpacked.destroy(error instanceof Error ? error : undefined))
    for await (const line of readLines(unpacked, LONGEST)) {
      if (ended) throw damaged(name)
      if (head === undefined) {
        head = readHead(line, name)
        yield { head }
      } else {
        const batch = readBatch(line, head)
        if (batch) yield { batch }
        else {
          yield { end: readEnd(line, hash.copy().digest("hex"), name) }
          ended = true
        }
      }
      hash.update(line).update("\n")
    }
  } catch (error) {
    throw whatIsWrong(error, name)
  }
  if (!ended) throw cutOff(name)
}

/**
 * Reads a whole backup and compares its checksum and its counts.
 * @throws StartError "backup-file" as `readBackup` does, and the signal's reason
 */
export async function checkBackup(
  path: string,
  name = path,
  signal?: AbortSignal
): Promise<{ head: BackupHead; end: BackupEnd }> {
  await access(path).catch((cause: unknown) => {
    throw new StartError("backup-file", `There is no file ${name} that can be read.`, { cause })
  })
  let head: BackupHead | undefined
  let end: BackupEnd | undefined
  const counts: Record<string, number> = {}
  for await (const part of readBackup(path, name)) {
    signal?.throwIfAborted()
    if ("head" in part) head = part.head
    else if ("end" in part) end = part.end
    else counts[part.batch.table] = (counts[part.batch.table] ?? 0) + part.batch.count
  }
  if (head === undefined || end === undefined) throw cutOff(name)
  for (const { name } of head.tables) if ((counts[name] ?? 0) !== end.counts[name]) throw damaged(name)
  return { head, end }
}

/**
 * Bytes of a line: of the head, because another program's file may be one line of any length, and of a batch, because a
 * small file may unpack to more than there is memory. One row has far fewer.
 */
const LONGEST = { first: 1_000_000, other: 128_000_000 }

async function* linesOf(parts: AsyncIterable<BackupPart>, onEnd: (end: BackupEnd) => void): AsyncGenerator<string> {
  const hash = createHash("sha256")
  for await (const part of parts) {
    let line: string
    if ("head" in part) line = JSON.stringify(part.head)
    else if ("batch" in part)
      line = `{"table":"${part.batch.table}","count":${part.batch.count},"rows":${part.batch.rows}}`
    else {
      onEnd(part.end)
      line = JSON.stringify({ end: part.end, sha256: hash.copy().digest("hex") })
    }
    hash.update(line).update("\n")
    yield `${line}\n`
  }
}

function readHead(line: string, path: string): BackupHead {
  const read = backupHead.safeParse(jsonOrUndefined(line))
  if (read.success) return read.data
  const { data } = z
    .object({ format: z.literal("replywright-backup"), version: z.int() })
    .safeParse(jsonOrUndefined(line))
  throw data && data.version > 1
    ? new StartError("backup-file", `${path} was written by a newer Replywright: restore it with that version.`)
    : foreign(path)
}

/** The rows stay text: PostgreSQL reads them. */
function readBatch(line: string, { tables }: BackupHead): RowBatch | undefined {
  const [start = "", table = "", count] = /^\{"table":"([a-z_]+)","count":(\d+),"rows":/.exec(line) ?? []
  if (!tables.some(({ name }) => name === table)) return undefined
  return { table, count: Number(count), rows: line.slice(start.length, -1) }
}

const endLine = z.object({ end: backupEnd, sha256: z.string() })

function readEnd(line: string, sha256: string, path: string): BackupEnd {
  const read = endLine.safeParse(jsonOrUndefined(line))
  if (!read.success || read.data.sha256 !== sha256) throw damaged(path)
  return read.data.end
}

const foreign = (path: string) =>
  new StartError("backup-file", `${path} is no backup of Replywright: name a file that "backup" has written.`)
const cutOff = (path: string, cause?: unknown) =>
  new StartError("backup-file", `${path} is cut off, its end is missing: copy it again, or take another backup.`, {
    cause
  })
const damaged = (path: string, cause?: unknown) =>
  new StartError("backup-file", `${path} is damaged, its checksum is wrong: copy it again, or take another backup.`, {
    cause
  })

function whatIsWrong(error: unknown, path: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined
  if (code === "Z_BUF_ERROR") return cutOff(path, error)
  if (code === "Z_DATA_ERROR")
    return error instanceof Error && error.message.includes("header") ? foreign(path) : damaged(path, error)
  if (error instanceof LineTooLong && !error.isFirst) return damaged(path, error)
  if (code === "EISDIR" || error instanceof LineTooLong) return foreign(path)
  return error
}

function whatToSay(error: unknown, path: string): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined
  const why = {
    ENOSPC: "the disk is full: free some space, or name a file on another disk",
    EDQUOT: "your quota of the disk is used up: free some space, or name a file on another disk",
    ENOENT: "its folder doesn't exist: make it first",
    EACCES: "you may not write there: name a file in a folder that you may write",
    EROFS: "the disk is read-only: name a file on another disk",
    EPIPE: "what read it has ended: see what it says"
  }[String(code)]
  if (why === undefined) return error
  return new StartError("backup-write", `${path} can't be written, ${why}. There is no backup.`, { cause: error })
}
