import { existsSync } from "node:fs"
import { chown, mkdir, rename, rm, writeFile, readFile } from "node:fs/promises"
import { userInfo } from "node:os"
import { join } from "node:path"
import pg from "pg"
import type { Log } from "../../runtime/log.ts"
import { StartError } from "../../runtime/problem.ts"
import { syncFolder } from "../../runtime/sync-folder.ts"
import type { Binaries } from "./binaries.ts"
import { checkVersion, connectionOf, keptPassword, newPassword, ROLE } from "./connection.ts"
import type { DataPaths } from "./data-paths.ts"
import { runProgram, spawnServer } from "./postgres-programs.ts"
import { supervise } from "./supervisor.ts"
import { execFile } from "node:child_process"
import { promisify } from "node:util"

/**
 * PostgreSQL of our own in the data folder, reachable by a unix socket and a password only. As root it runs as
 * "nobody". The caller holds the folder's lock.
 * @throws StartError in one sentence for everything that can be wrong with the programs or an earlier database.
 */
export async function startEmbedded(
  paths: DataPaths,
  binaries: Binaries,
  log: Log,
  signal: AbortSignal,
  onSpawned: () => void = () => undefined
): Promise<{ connection: pg.ClientConfig; stop(): Promise<void> }> {
  await stopOrphanedDatabase(paths, binaries, log)
  const { password, written } = await ensureCluster(paths, binaries, signal, onSpawned)
  const starting = supervise(() => spawnServer(serverArguments(paths), binaries, paths), log, signal)
  onSpawned()
  const server = await starting.catch(async (error: unknown) => {
    // Whoever gets the folder next may make the files anew, and nothing of ours may meet them.
    await written
    throw error
  })
  try {
    const [failure] = await Promise.all([written, ensureRole(paths, password)])
    if (failure !== undefined) throw failure
  } catch (error) {
    await server.stop()
    throw error
  }
  return { connection: connectionOf(paths, password), stop: () => server.stop() }
}

function serverArguments(paths: DataPaths): string[] {
  const settings = {
    listen_addresses: "",
    unix_socket_directories: paths.sockets,
    unix_socket_permissions: "0700",
    cluster_name: "replywright",
    // Taken only as it is used: a small team never does. Knowledge of 100,000 passages takes some 300 MB on the disk.
    shared_buffers: "256MB",
    // Its messages must not quote a row or a statement: both hold text of tickets.
    log_error_verbosity: "terse",
    log_min_error_statement: "panic"
  }
  return ["-D", paths.database, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])]
}

/**
 * Makes the database's files once; a run that was killed half-way begins anew. `written` resolves once the disk has
 * them, or with what went wrong: that takes about as long as the database's start, and goes on beside it.
 */
async function ensureCluster(
  paths: DataPaths,
  binaries: Binaries,
  signal: AbortSignal,
  onSpawned: () => void
): Promise<{ password: string; written?: Promise<Error | undefined> }> {
  const mark = `${paths.database}.unwritten`
  // Nothing was stored in it yet.
  if (existsSync(mark)) await rm(paths.database, { recursive: true, force: true })
  else if (await checkVersion(paths, paths.database, binaries.version.split(".")[0] ?? ""))
    return { password: await keptPassword(paths) }
  if (!paths.runAs) checkUser()
  const password = await newPassword(paths)
  const fresh = `${paths.database}.new`
  const passwordFile = join(paths.sockets, "password")
  await rm(fresh, { recursive: true, force: true })
  await writeFile(passwordFile, password, { mode: 0o600 })
  if (paths.runAs) await chown(passwordFile, paths.runAs.uid, paths.runAs.gid)
  try {
    if (paths.runAs) await makeFor(fresh, paths.runAs)
    const making = runProgram(
      "initdb",
      [
        "-D",
        fresh,
        "-U",
        "postgres",
        "-A",
        "scram-sha-256",
        `--pwfile=${passwordFile}`,
        "-E",
        "UTF8",
        "--locale=C",
        "--no-instructions",
        "--no-sync"
      ],
      binaries,
      paths,
      signal
    )
    onSpawned()
    await making
    await writeFile(mark, "")
    // After a power cut there must be no database without its mark.
    await syncFolder(paths.folder)
    await rename(fresh, paths.database)
  } finally {
    await rm(passwordFile, { force: true })
  }
  return { password, written: writeOut(paths, binaries, mark, signal) }
}

/** Waits until the disk has all files, and takes the mark away that says that it hasn't. */
async function writeOut(
  paths: DataPaths,
  binaries: Binaries,
  mark: string,
  signal: AbortSignal
): Promise<Error | undefined> {
  try {
    await runProgram("initdb", ["--sync-only", "-D", paths.database], binaries, paths, signal)
    await rm(mark)
    // Nor may the mark come back, once something is stored.
    await syncFolder(paths.folder)
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** A container may run under a number that belongs to nobody: initdb refuses that. */
function checkUser(): void {
  try {
    userInfo()
  } catch (cause) {
    const who = `The user number ${process.getuid?.()} has no name on this system (no line in /etc/passwd)`
    throw new StartError(
      "no-user",
      `${who}, and the database can't be set up without one: run this as another user, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause }
    )
  }
}

async function makeFor(folder: string, owner: { uid: number; gid: number }): Promise<void> {
  await mkdir(folder, { mode: 0o700 })
  await chown(folder, owner.uid, owner.gid)
}

/** The relay works as a role without special rights that owns its own database. */
async function ensureRole(paths: DataPaths, password: string): Promise<void> {
  const client = new pg.Client(connectionOf(paths, password, "postgres", "postgres"))
  await client.connect()
  try {
    const has = async (table: string, column: string) =>
      (await client.query(`select 1 from ${table} where ${column} = $1`, [ROLE])).rowCount !== 0
    if (!(await has("pg_roles", "rolname")))
      await client.query(`create role ${ROLE} login password ${client.escapeLiteral(password)}`)
    if (!(await has("pg_database", "datname"))) await client.query(`create database ${ROLE} owner ${ROLE}`)
  } finally {
    await client.end()
  }
}

/**
 * Stops a database that outlived its relay (a kill -9). The caller holds the folder's lock, so nobody uses it any more.
 */
async function stopOrphanedDatabase(paths: DataPaths, binaries: Binaries, log: Log): Promise<void> {
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
