import { existsSync, readFileSync, statSync } from "node:fs"

/**
 * Says whether all files and folders of a note are as they were. It has a line for each of them, as `lineOf` writes it.
 * @param {string} note the file that holds the note
 * @param {string} root the folder below which they lie
 * @returns {boolean}
 */
export function isCurrent(note, root) {
  if (!existsSync(note)) return false
  return readFileSync(note, "utf8")
    .split("\n")
    .every((line) => line === lineOf(line.slice(0, line.indexOf("\t")), root))
}

/**
 * Describes a file by its size and the time of its last change in microseconds, and a folder by the time at which
 * something was last added to it or taken out.
 * @param {string} path
 * @param {string} root
 * @returns {string | undefined} undefined if it is not there
 */
export function lineOf(path, root) {
  // Every start does this for thousands of files. To join paths, or to write times with a fraction, takes longer than
  // to look.
  const found = statSync(`${root}/${path}`, { throwIfNoEntry: false })
  return found && `${path}\t${found.isDirectory() ? "folder" : found.size}\t${Math.round(found.mtimeMs * 1000)}`
}
