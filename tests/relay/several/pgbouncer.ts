import { spawn, spawnSync } from "node:child_process"
import { once } from "node:events"
import { chmodSync, writeFileSync } from "node:fs"
import { freePort, lineWith } from "./balancer.ts"

/** Why a test behind PgBouncer can't run here, or "". */
export const lacksPgbouncer = spawnSync("pgbouncer", ["--version"]).error ? "no pgbouncer installed" : ""

/**
 * PgBouncer in transaction mode before the database of that address: two statements of one client may get two different
 * sessions, and a session serves many clients.
 * @param poolSize the most sessions
 */
export async function startPgbouncer(folder: string, url: string, poolSize = 8) {
  const { password, pathname, searchParams } = new URL(url)
  const port = await freePort()
  const name = pathname.slice(1)
  const file = `${folder}/${name}.ini`
  writeFileSync(
    file,
    `[databases]
${name} = host=${searchParams.get("host")} port=5432 user=replywright password=${password} dbname=${name}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = ${poolSize}
max_client_conn = 200
${process.getuid?.() === 0 ? "user = nobody" : ""}
`
  )
  chmodSync(file, 0o644)
  const child = spawn("pgbouncer", [file], { stdio: ["ignore", "ignore", "pipe"] })
  await lineWith(child.stderr, /process up/)
  return {
    url: `postgresql://replywright@127.0.0.1:${port}/${name}`,
    async close() {
      const ended = once(child, "exit")
      child.kill("SIGKILL")
      await ended
    }
  }
}
