import { execFile, spawn, type ChildProcess } from "node:child_process"
import { join } from "node:path"
import { promisify } from "node:util"
import { StartError } from "../../runtime/problem.ts"
import type { Binaries } from "./binaries.ts"
import type { DataPaths } from "./data-paths.ts"

const execute = promisify(execFile)

/**
 * Runs one of PostgreSQL's own programs to its end, as the database's uid. @throws StartError with the last line it
 * wrote.
 */
export async function runProgram(
  name: "initdb" | "pg_ctl",
  args: string[],
  binaries: Binaries,
  paths: DataPaths,
  signal?: AbortSignal
): Promise<void> {
  try {
    await execute(join(binaries.folder, "bin", name), args, { ...surroundings(paths), ...(signal && { signal }) })
  } catch (cause) {
    const said =
      cause instanceof Error && "stderr" in cause && typeof cause.stderr === "string"
        ? cause.stderr.trim().split("\n").at(-1)
        : undefined
    const why = said || (cause instanceof Error ? cause.message : String(cause))
    throw new StartError(
      "database-program",
      `The database's ${name} failed (${why}): mend that, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause }
    )
  }
}

/**
 * In a session of its own: a Ctrl-C in the terminal must reach the relay first, which then stops the database in order.
 */
export function spawnServer(args: string[], binaries: Binaries, paths: DataPaths): ChildProcess {
  return spawn(join(binaries.folder, "bin/postgres"), args, {
    ...surroundings(paths),
    detached: true,
    stdio: ["ignore", "ignore", "pipe"]
  })
}

/** Nothing of our own environment, which holds the model's key. (NODE_ENV: the types ask for it.) */
export const bareEnvironment: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  PATH: process.env["PATH"],
  LC_ALL: "C",
  TZ: "UTC"
}

function surroundings(paths: DataPaths): { cwd: string; env: NodeJS.ProcessEnv; uid?: number; gid?: number } {
  return { cwd: paths.folder, env: bareEnvironment, ...paths.runAs }
}
