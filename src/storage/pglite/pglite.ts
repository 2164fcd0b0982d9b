import { fork, type ChildProcess } from "node:child_process"
import { chown, readFile } from "node:fs/promises"
import { connect } from "node:net"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type pg from "pg"
import type { Log } from "../../runtime/log.ts"
import { checkVersion, connectionOf } from "../embedded/connection.ts"
import type { PgliteOrder } from "./pglite-process.ts"
import type { DataPaths } from "../embedded/data-paths.ts"
import { bareEnvironment } from "../embedded/postgres-programs.ts"
import { supervise } from "../embedded/supervisor.ts"

/** Milliseconds that one statement may take. Some never end in PGlite, and while one runs nothing else does. */
const LONGEST_STATEMENT = 5_000
/** Between two looks at whether it lives; it says so as often. */
const LOOK = 500
/** PostgreSQL's version inside of it. */
const MAJOR = "18"

/**
 * PGlite in the data folder, supervised as PostgreSQL is and on the same socket; it knows no password, so the socket's
 * folder lets nobody else in. The caller holds the data folder's lock.
 * @throws StartError in one sentence for a folder of another version, or a database that does not start
 */
export async function startPglite(
  paths: DataPaths,
  log: Log,
  signal: AbortSignal
): Promise<{ connection: pg.ClientConfig; stop(): Promise<void> }> {
  await checkVersion(paths, paths.pglite, MAJOR)
  const own = process.getuid?.()
  // It needs no other uid as PostgreSQL does: WebAssembly reaches its own folder and nothing else.
  if (paths.runAs && own !== undefined) await chown(paths.sockets, own, process.getgid?.() ?? own)
  const at = (name: string) => join(paths.sockets, name)
  const order = {
    folder: paths.pglite,
    socket: at(".s.PGSQL.5432"),
    life: at("pglite.sock"),
    pidFile: at("pglite.pid")
  }
  await endLeftOver(order, log)
  const server = await supervise(() => spawnPglite(order, paths, log), log, signal)
  return { connection: connectionOf(paths), stop: () => server.stop() }
}

/** In a session of its own: a Ctrl-C in the terminal must reach the relay first. It ends itself when its relay does. */
function spawnPglite(order: PgliteOrder, paths: DataPaths, log: Log): ChildProcess {
  const child = fork(fileURLToPath(new URL("pglite-process.ts", import.meta.url)), [], {
    cwd: paths.folder,
    env: bareEnvironment,
    execArgv: [],
    detached: true,
    stdio: ["ignore", "ignore", "pipe", "ipc"]
  })
  // Without a listener an order to a process that ended at once would end ours too; that it ended is told by its exit.
  child.send(order, () => undefined)
  endWhenStuck(child, log)
  return child
}

/**
 * Kills the process when it gave no sign of life for longer than a statement may take, from the first sign on: opening
 * may take its time. Looks are counted, not seconds: on a machine that is too busy to run us, it may not have run
 * either.
 */
function endWhenStuck(child: ChildProcess, log: Log): void {
  let silent = 0
  let looks: NodeJS.Timeout | undefined
  const look = () => {
    if (++silent * LOOK <= LONGEST_STATEMENT) return
    clearInterval(looks)
    log.warn("database-stuck", {
      seconds: LONGEST_STATEMENT / 1_000,
      advice: "a statement did not end; PGlite is started again"
    })
    child.kill("SIGKILL")
  }
  child.on("message", () => {
    silent = 0
    looks ??= setInterval(look, LOOK).unref()
  })
  child.once("exit", () => clearInterval(looks))
}

/** Ends a process that outlived its relay: one whose statement doesn't end hears nothing else. */
async function endLeftOver({ life, pidFile }: PgliteOrder, log: Log): Promise<void> {
  const client = connect(life)
  const reached = await new Promise<boolean>((resolve) =>
    client.once("connect", () => resolve(true)).once("error", () => resolve(false))
  )
  const pid = Number(await readFile(pidFile, "utf8").catch(() => ""))
  if (!reached || !pid) {
    client.destroy()
    return
  }
  log.info("database-left-over", { pid })
  // A connection to a killed process ends with an error first.
  const closed = new Promise((resolve) =>
    client
      .on("error", () => client.destroy())
      .once("close", resolve)
      .resume()
  )
  try {
    process.kill(pid, "SIGKILL")
  } catch (error) {
    // It was about to end by itself.
    if (!(error instanceof Error && "code" in error && error.code === "ESRCH")) throw error
  }
  await closed
}
