import { execFile, spawn } from "node:child_process"
import { once } from "node:events"
import { chownSync, existsSync, mkdirSync } from "node:fs"
import { createInterface } from "node:readline"
import { promisify } from "node:util"
import { temporaryFolder } from "../../relay/help/data-folder.ts"

/** Where Debian's package puts the oldest PostgreSQL that the relay works with. */
const PROGRAMS = "/usr/lib/postgresql/15/bin"

export const hasOldestServer = existsSync(`${PROGRAMS}/postgres`)

/** Starts an empty PostgreSQL 15. It runs as "nobody" if the tests run as root, because PostgreSQL refuses root. */
export async function startOldestServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const { folder, remove } = temporaryFolder()
  const owner = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  for (const name of ["data", "run"]) {
    mkdirSync(`${folder}/${name}`, { mode: 0o700 })
    if (owner.uid !== undefined) chownSync(`${folder}/${name}`, owner.uid, owner.gid)
  }
  const options = { cwd: folder, env: { LC_ALL: "C", NODE_ENV: "production" as const }, ...owner }
  const made = ["-D", `${folder}/data`, "-A", "trust", "-U", "replywright", "-E", "UTF8", "--locale=C", "--no-sync"]
  await promisify(execFile)(`${PROGRAMS}/initdb`, made, options)
  const settings = ["listen_addresses=", `unix_socket_directories=${folder}/run`, "fsync=off"]
  const server = spawn(
    `${PROGRAMS}/postgres`,
    ["-D", `${folder}/data`, ...settings.flatMap((setting) => ["-c", setting])],
    options
  )
  for await (const line of createInterface({ input: server.stderr })) if (line.includes("ready to accept")) break
  server.stderr.resume()
  server.stdout.resume()
  return {
    url: `postgresql://replywright@localhost/postgres?host=${encodeURIComponent(`${folder}/run`)}`,
    async stop() {
      const ended = once(server, "exit")
      server.kill("SIGINT")
      await ended
      remove()
    }
  }
}
