import { execFileSync } from "node:child_process"
import { once } from "node:events"
import { appendFileSync, chownSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import pg from "pg"
import { findBinaries } from "../../../src/storage/embedded/binaries.ts"
import { prepareDataPaths } from "../../../src/storage/embedded/data-paths.ts"
import { spawnServer } from "../../../src/storage/embedded/postgres-programs.ts"
import { lineWith } from "../../relay/several/balancer.ts"
import type { startDatabases } from "./databases.ts"

/** A second PostgreSQL that follows the first one by streaming replication. */
export async function startStandby({ folder, data, admin }: Awaited<ReturnType<typeof startDatabases>>) {
  const paths = await prepareDataPaths(join(folder, "standby"))
  const binaries = await findBinaries(data, paths.runAs !== undefined)
  if (!binaries) throw new Error("There is no PostgreSQL for this platform.")
  const password = readFileSync(join(data, "database-password"), "utf8")

  // The embedded PostgreSQL comes without pg_basebackup: this is what that does.
  await admin.query("select pg_backup_start('standby', true)")
  execFileSync("cp", ["-a", join(data, "database"), paths.database])
  const { rows } = await admin.query<{ labelfile: string }>("select labelfile from pg_backup_stop(false)")
  rmSync(join(paths.database, "postmaster.pid"))
  const { uid, gid } = statSync(paths.database)
  for (const [name, text] of [
    ["backup_label", rows[0]?.labelfile ?? ""],
    ["standby.signal", ""]
  ] as const) {
    writeFileSync(join(paths.database, name), text)
    chownSync(join(paths.database, name), uid, gid)
  }
  const from = `host=${join(data, "run")} user=postgres password=${password} application_name=standby`
  appendFileSync(join(paths.database, "postgresql.auto.conf"), `primary_conninfo = '${from}'\n`)

  mkdirSync(paths.sockets, { recursive: true })
  const settings = [
    "listen_addresses=",
    `unix_socket_directories=${paths.sockets}`,
    "wal_retrieve_retry_interval=200ms"
  ]
  const start = async () => {
    const server = spawnServer(["-D", paths.database, ...settings.flatMap((one) => ["-c", one])], binaries, paths)
    if (!server.stderr) throw new Error("No output.")
    await lineWith(server.stderr, /ready to accept read-only connections/)
    return server
  }
  let running = await start()
  const ask = async (statement: string) => {
    const client = new pg.Client({ host: paths.sockets, user: "postgres", password, database: "postgres" })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  return {
    urlOf: (name: string) =>
      `postgresql://replywright:${password}@localhost/${name}?host=${encodeURIComponent(paths.sockets)}`,
    /** From now on it gets everything and shows nothing of it. */
    holdBack: () => ask("select pg_wal_replay_pause()"),
    goOn: () => ask("select pg_wal_replay_resume()"),
    /** Ends it as a crash does. */
    async kill() {
      if (running.exitCode !== null) return
      const ended = once(running, "exit")
      running.kill("SIGQUIT")
      await ended
    },
    async start() {
      running = await start()
    }
  }
}
