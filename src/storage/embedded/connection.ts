import { randomBytes } from "node:crypto"
import { access, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"
import type pg from "pg"
import { StartError } from "../../runtime/problem.ts"
import type { DataPaths } from "./data-paths.ts"

/** The role that owns the relay's tables, and the name of its database. */
export const ROLE = "replywright"

/** How both databases of our own are reached: by a socket, PostgreSQL with a password as well. */
export function connectionOf(paths: DataPaths, password?: string, role = ROLE, database = ROLE): pg.ClientConfig {
  return { host: paths.sockets, port: 5432, user: role, password, database }
}

/** How to reach the database of a relay that runs already. */
export async function connectionOfRunning(paths: DataPaths): Promise<pg.ClientConfig> {
  return connectionOf(paths, await readFile(paths.password, "utf8").catch(() => undefined))
}

/** Makes the password of a database that is about to be made. The disk has it first: without it the data are lost. */
export async function newPassword(paths: DataPaths): Promise<string> {
  const password = randomBytes(24).toString("base64url")
  await writeFile(paths.password, password, { mode: 0o600, flush: true })
  return password
}

/** @throws StartError where data lie there without it */
export async function keptPassword(paths: DataPaths): Promise<string> {
  await access(paths.password).catch((cause: unknown) => {
    throw new StartError(
      "database-password",
      `${paths.password} is missing, without which the data beside it cannot be opened: put it back, or set REPLYWRIGHT_DATA to another folder.`,
      { cause }
    )
  })
  return readFile(paths.password, "utf8")
}

/** Whether there is a database in `folder`. @throws StartError where it is one of another PostgreSQL than `major` */
export async function checkVersion(paths: DataPaths, folder: string, major: string): Promise<boolean> {
  const version = await readFile(join(folder, "PG_VERSION"), "utf8").catch(() => undefined)
  if (version === undefined) return false
  if (version.trim() !== major)
    throw new StartError(
      "database-version",
      `The data in ${paths.folder} belong to PostgreSQL ${version.trim()}, this version of Replywright brings ${major}: set REPLYWRIGHT_DATA to another folder.`
    )
  return true
}
