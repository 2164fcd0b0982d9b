import { execFile } from "node:child_process"
import { readFile, rm, writeFile } from "node:fs/promises"
import { join } from "node:path"
import { promisify } from "node:util"
import type { Log } from "../../runtime/log.ts"
import type { Binaries } from "./binaries.ts"
import type { DataPaths } from "./data-paths.ts"
import { runProgram } from "./postgres-programs.ts"

/**
 * Stops a database that outlived its relay (a kill -9). The caller holds the folder's lock, so nobody uses it any more.
 */
export async function stopOrphanedDatabase(paths: DataPaths, binaries: Binaries, log: Log): Promise<void> {
  const file = join(paths.database, "postmaster.pid")
  const [pid, ...lines] = (await readFile(file, "utf8").catch(() => "")).split("\n")
  if (!pid || lines.length === 0) return
  if (!(await commandLineOf(Number(pid)))?.includes(paths.database)) {
    // It is dead, though its number may be in use: by another program after a restart of the machine, or by the dead
    // one itself until somebody collects it. PostgreSQL would take either for a server; of its parent's number, ours,
    // it knows better. The other lines stay: by them it sees whether a last process of the dead server still writes.
    await writeFile(file, [process.pid, ...lines].join("\n"))
    for (const name of [".s.PGSQL.5432.lock", ".s.PGSQL.5432"]) await rm(join(paths.sockets, name), { force: true })
    return
  }
  log.info("database-left-over", { pid: Number(pid) })
  const stop = (mode: string) =>
    runProgram("pg_ctl", ["stop", "-D", paths.database, "-m", mode, "-w", "-t", "20"], binaries, paths)
  await stop("fast").catch(() => stop("immediate"))
}

/** The command line of a running process, or undefined. */
export async function commandLineOf(pid: number): Promise<string | undefined> {
  if (process.platform === "linux") {
    const line = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")
    return line === "" ? undefined : line.replaceAll("\0", " ")
  }
  return promisify(execFile)("ps", ["-o", "command=", "-p", String(pid)]).then(
    ({ stdout }) => stdout,
    () => undefined
  )
}
