import { createWriteStream } from "node:fs"
import { readdir } from "node:fs/promises"
import { join, relative, sep } from "node:path"
import { pipeline } from "node:stream/promises"
import { ZipFile } from "yazl"

/**
 * Writes the files of a folder, at any depth, into a zip file whose root they are. The same files give the same bytes:
 * they are in the order of their names and have one time and mode.
 */
export async function zipFolder(folder: string, file: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
  const zip = new ZipFile()
  for (const name of names.sort())
    zip.addFile(join(folder, name), name, { mtime: TIME, mode: 0o100644, forceDosTimestamp: true })
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(file))
}

/** A zip file holds local time without its zone, so this is made of local numbers: the earliest that it can hold. */
const TIME = new Date(1980, 0, 1)
