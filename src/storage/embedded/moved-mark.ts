import { readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { StartError } from "../../runtime/problem.ts"

/**
 * Leaves a mark in a data folder whose data were copied to a database elsewhere, so that nothing goes on with the old
 * data by mistake.
 * @param to the address of the database, without a password
 * @returns the path of the mark
 */
export async function markAsMoved(data: string, to: string, at: Date): Promise<string> {
  const path = join(data, MARK)
  await writeFile(path, `${at.toISOString()} ${to}\n\n${ABOUT}\n`)
  return path
}

/**
 * Makes sure that the database in the data folder is still the one in use. @throws StartError "data-moved"
 */
export async function refuseMoved(data: string): Promise<void> {
  const path = join(data, MARK)
  const said = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    // What else is wrong with the folder shows when the database is opened.
    if (error.code === "ENOENT" || error.code === "ENOTDIR") return undefined
    return ""
  })
  if (said === undefined) return
  const [, at, to] = /^(\d{4}-\d\d-\d\d)T\S* (\S{1,500})$/m.exec(said) ?? []
  throw new StartError(
    "data-moved",
    `The data in ${data} were moved${at && to ? ` to ${to} on ${at}` : ""}: set DATABASE_URL to that database. ` +
      `To go back to the data as they were then, without what was done since, remove ${path}.`
  )
}

const MARK = "moved-to.txt"
const ABOUT =
  "The data of this folder were copied to that database. No relay starts on the old data here while this file exists."
