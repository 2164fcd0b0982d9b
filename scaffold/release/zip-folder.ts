import { createWriteStream } from "node:fs"
import { readdir } from "node:fs/promises"
import { join, relative } from "node:path"
import { pipeline } from "node:stream/promises"
import { ZipFile } from "yazl"

/**
 * Writes the files of a folder, at any depth, into a zip file whose root they are.
 * @param modified the time that every file gets, so that the same files give the same archive
 */
export async function zipFolder(folder: string, file: string, modified: Date): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const zip = new ZipFile()
  for (const path of paths.sort())
    zip.addFile(path, relative(folder, path), { mtime: modified, mode: 0o100644, forceDosTimestamp: true })
  zip.end()
  await pipeline(zip.outputStream, createWriteStream(file))
}
