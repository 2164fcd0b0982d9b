import { readFileSync, statSync, type Dirent } from "node:fs"
import { open, readdir, realpath, stat } from "node:fs/promises"
import { basename, dirname, join, relative, resolve, sep } from "node:path"
import { setImmediate as othersTurn } from "node:timers/promises"
import type { Visibility } from "../../ticket/ticket.ts"
import { formatOf } from "../formats/read-documents.ts"
import { documentsOfFile } from "../reading/documents-of-file.ts"
import type { ImportFile } from "../formats/common/format.ts"
import { filesOfArchive, isArchive } from "./archive/archive.ts"
import type { ImportSourceKind } from "../source/source-kind.ts"
import { collectionNamed, SourceError, type ImportSource, type SourceItem } from "../source/source.ts"

/** Opens a path. It accepts every argument that no other kind accepts. */
export const files: ImportSourceKind = {
  kind: "files",
  usage: "FOLDER|FILE|ARCHIVE   its files, at any depth",
  async open(path, { visibility, folder }) {
    const argument = resolve(folder, path)
    return { source: await filesSource(argument, { visibility }), argument }
  }
}

export interface FilesOptions {
  /**
   * The visibility of a document that neither states it nor lies in a folder of that name. The default is
   * "public".
   */
  visibility?: Visibility
  /** The documents are stored under this name. Without it, the name comes from the path. */
  collection?: string
}

/**
 * Reads a folder with all files below it whose format is known, or a single file. Archives are read like folders.
 * Hidden folders and node_modules are left out. Nothing outside the folder is read, wherever links lead.
 * @throws SourceError if nothing can be read
 */
export async function filesSource(
  place: string,
  { visibility = "public", collection }: FilesOptions = {}
): Promise<ImportSource> {
  const root = await reached(place, realpath(place))
  const single = (await reached(place, stat(root))).isFile()
  return {
    kind: "files",
    collection: collection ?? collectionNamed(basename(root), root),
    label: basename(root),
    async *read({ at }, signal) {
      const contents = single ? { files: [basename(root)], failed: [] } : await reached(place, walk(root))
      if (contents.files.length + contents.failed.length === 0)
        throw new SourceError(
          "source-unreadable",
          `The folder ${place} holds no file that can be read. Is the path right?`
        )
      yield { type: "total", documents: contents.files.length }
      for (const path of contents.failed) yield { type: "failed", path, reason: UNREADABLE }
      const folder = single ? dirname(root) : root
      let more = 0
      let began = performance.now()
      for (const path of contents.files) {
        if (at !== undefined && path <= at) continue
        signal.throwIfAborted()
        if (performance.now() - began > YIELD_AFTER_MS) {
          await othersTurn()
          began = performance.now()
        }
        let documents = 0
        for await (const item of itemsOf(join(folder, path), path, visibility, signal)) {
          if (item.type === "document") documents++
          yield item
        }
        if (documents > 1) yield { type: "total", documents: contents.files.length + (more += documents - 1) }
        yield { type: "at", at: path }
      }
      yield { type: "end", all: true }
    }
  }
}

const UNREADABLE = "The file can't be read."

async function reached<Value>(place: string, step: Promise<Value>): Promise<Value> {
  return step.catch((cause: unknown) => {
    const code = cause instanceof Error && "code" in cause ? cause.code : ""
    const what = code === "ENOENT" ? "There is no file or folder" : "This can't be read:"
    throw new SourceError("source-unreadable", `${what} ${place}. Is the path right, and may this user read it?`, {
      cause
    })
  })
}

/**
 * Lists all files below a folder that may hold knowledge, with slashes and in the order of their code units. It also
 * lists the folders that can't be read.
 */
async function walk(root: string): Promise<{ files: string[]; failed: string[] }> {
  const result: { files: string[]; failed: string[] } = { files: [], failed: [] }
  const seen = new Set<string>()
  const visit = async (folder: string): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      if (entry.name.startsWith(".") || entry.name === "node_modules") continue
      const place = join(folder, entry.name)
      const path = relative(root, place).split(sep).join("/")
      await take(entry, place, path).catch((error: unknown) => {
        if (!isDenied(error)) throw error
        result.failed.push(path)
      })
    }
  }
  const take = async (entry: Dirent, place: string, path: string): Promise<void> => {
    const kind = entry.isSymbolicLink() ? await linked(root, place) : entry
    if (kind?.isFile() && (formatOf(path) || isArchive(path))) result.files.push(path)
    if (!kind?.isDirectory()) return
    const real = await realpath(place)
    // A link to a parent folder would lead to an endless loop.
    if (seen.has(real)) return
    seen.add(real)
    await visit(place)
  }
  seen.add(root)
  await visit(root)
  return { files: result.files.sort(), failed: result.failed.sort() }
}

/** Returns the file or folder that a link leads to, if it exists and lies inside the folder. */
async function linked(root: string, place: string) {
  const real = await realpath(place).catch((error: unknown) => {
    if (hasCode(error, "ENOENT", "ENOTDIR", "ELOOP")) return undefined
    throw error
  })
  return real?.startsWith(root + sep) ? stat(real) : undefined
}

const hasCode = (error: unknown, ...codes: string[]) =>
  error instanceof Error && "code" in error && codes.some((code) => code === error.code)
const isDenied = (error: unknown) => hasCode(error, "EACCES", "EPERM")

async function* itemsOf(
  place: string,
  path: string,
  visibility: Visibility,
  signal: AbortSignal
): AsyncGenerator<SourceItem, void> {
  try {
    if (!isArchive(path)) return yield* documentsOfFile(await fileAt(place, path, visibility), signal)
    let readable = 0
    for await (const item of filesOfArchive(place, visibility, signal)) {
      const inside = `${path}/${item.type === "file" ? item.file.path : item.path}`
      if (item.type === "file" && !formatOf(inside)) continue
      readable++
      if (item.type === "failed") yield { ...item, path: inside }
      else yield* documentsOfFile({ ...item.file, path: inside }, signal)
    }
    if (readable === 0) yield { type: "failed", path, reason: "The archive holds no file that can be read." }
  } catch (error) {
    signal.throwIfAborted()
    // One archive or file of many has failed, and the others are still imported.
    if (error instanceof SourceError) yield { type: "failed", path, reason: error.message }
    else if (error instanceof Error && "syscall" in error) yield { type: "failed", path, reason: UNREADABLE }
    else throw error
  }
}

/**
 * Opens a file. A small file is read synchronously before the process yields again, because handing each step to
 * another thread takes ten times as long as the steps themselves.
 */
async function fileAt(place: string, path: string, visibility: Visibility): Promise<ImportFile> {
  const { size } = statSync(place)
  return { path, size, visibility, open: async () => chunksOf(place, size) }
}

/**
 * The process yields after this many milliseconds. Yielding after each file, which takes a tenth of a millisecond,
 * would cost a sixth of the reading time.
 */
const YIELD_AFTER_MS = 1
const MAX_CHUNK = 256 * 1024
const SMALL = 64 * 1024

/**
 * Reads a file in pieces and opens it when the first piece is requested. A Node stream would take three times as long.
 */
async function* chunksOf(place: string, size: number): AsyncGenerator<Uint8Array, void> {
  if (size <= SMALL) return yield readFileSync(place)
  const file = await open(place)
  try {
    for (let chunk = Math.min(size, MAX_CHUNK) || 1024; ; ) {
      const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(chunk), 0, chunk)
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
      size -= bytesRead
      // One more read shows that the file ends here.
      chunk = Math.min(Math.max(size, 1024), MAX_CHUNK)
    }
  } finally {
    await file.close()
  }
}
