import { execFile } from "node:child_process"
import { readFile, rm } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"
import type { Log } from "../log.ts"
import type { Binaries } from "./binaries.ts"
import type { Places } from "./places.ts"
import { runProgram } from "./run.ts"

/** Stops a database that outlived its relay (a kill -9). The caller holds the folder's lock, so nobody uses it any more. */
export async function stopLeftOver(places: Places, binaries: Binaries, log: Log): Promise<void> {
  const file = join(places.database, "postmaster.pid")
  const [pid, folder] = (await readFile(file, "utf8").catch(() => "")).split("\n")
  if (!pid || !folder) return
  const command = await commandOf(Number(pid))
  if (command === undefined) return
  if (!command.includes(places.database)) {
    // The number has gone to another program, as after a restart of the machine; PostgreSQL would take that one for a server.
    await rm(file)
    return
  }
  log.info("database-left-over", { pid: Number(pid) })
  const stop = (mode: string) => runProgram("pg_ctl", ["stop", "-D", places.database, "-m", mode, "-w", "-t", "20"], binaries, places)
  await stop("fast").catch(() => stop("immediate"))
}

/** The command line of a running process, or undefined. */
async function commandOf(pid: number): Promise<string | undefined> {
  if (process.platform === "linux") {
    const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")
    return line === "" ? undefined : line.replaceAll("\0", " ")
  }
  return promisify(execFile)("ps", ["-o", "command=", "-p", String(pid)]).then(({ stdout }) => stdout, () => undefined)
}
