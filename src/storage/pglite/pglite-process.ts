import { PGlite } from "@electric-sql/pglite"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { rename, rm, writeFile } from "node:fs/promises"
import { createServer, type Socket } from "node:net"
import { join } from "node:path"
import { Worker } from "node:worker_threads"
import { inspect } from "node:util"
import * as z from "zod/mini"
import { serveConnection } from "./pglite-connection.ts"
import { createTurns } from "./pglite-turns.ts"

/** What the relay tells this process in its first message. */
const order = z.object({
  folder: z.string(),
  /** Where it is asked, as a PostgreSQL is. */
  socket: z.string(),
  /** A socket that only says, by listening, that this process lives, and a file with its number. */
  life: z.string(),
  pidFile: z.string()
})
export type PgliteOrder = z.infer<typeof order>

/** Milliseconds between two signs of life. While a statement runs there is none. */
const BEAT = 500

/** PGlite behind a unix socket, in a process of its own: a statement that never ends is ended by ending the process. */
process.once("message", (message) => serve(order.parse(message)).catch(fail))

async function serve({ folder, socket, life, pidFile }: PgliteOrder): Promise<void> {
  // PGlite makes its files as the umask has it, open to all.
  process.umask(0o077)
  await watch()
  // By these a later relay finds a process that outlived its own, before that opens the files.
  await writeFile(pidFile, String(process.pid))
  await rm(life, { force: true })
  await listen(life, (visitor) => visitor.on("error", () => visitor.destroy()))
  const db = await open(folder)
  // Nothing else clears away what was deleted, or looks how much there is of what.
  await db.exec("vacuum analyze")
  const turns = createTurns(
    (bytes, answer) => db.execProtocolRawStream(bytes, { onRawData: (piece) => answer(Buffer.from(piece)) }),
    fail
  )
  await rm(socket, { force: true })
  await listen(socket, (client) => serveConnection(client, turns))
  // At once too: a statement that doesn't end may be the first one.
  const live = () => process.connected && process.send?.("alive")
  live()
  setInterval(live, BEAT)
  const stop = () => db.close().then(() => process.exit(0), fail)
  process.once("SIGINT", stop)
  if (!process.connected) await stop()
  process.once("disconnect", stop)
  process.stderr.write("database system is ready to accept connections\n")
}

/**
 * Else a statement that doesn't end outlives a killed relay until the next one. It must watch before there is a
 * statement: the thread needs time to start.
 */
async function watch(): Promise<void> {
  const thread = new Worker(new URL("pglite-watch.ts", import.meta.url), { workerData: RELAY })
  await once(thread, "message")
  thread.unref()
}

/** As it was when this process began: later it may be gone, and somebody else in its place. */
const RELAY = process.ppid

/** Made in a folder beside it first: a start that was killed half-way begins anew. */
async function open(folder: string): Promise<PGlite> {
  if (!existsSync(join(folder, "PG_VERSION"))) {
    const fresh = `${folder}.new`
    await rm(fresh, { recursive: true, force: true })
    await (await PGlite.create({ dataDir: fresh })).close()
    await rename(fresh, folder)
  }
  return PGlite.create({ dataDir: folder })
}

function listen(path: string, visit: (visitor: Socket) => void): Promise<void> {
  return new Promise((resolve, reject) => createServer(visit).once("error", reject).listen(path, resolve))
}

/** A statement that fails is answered; what comes here is PGlite itself, which is started again. */
function fail(error: unknown): void {
  // Emscripten throws objects of its own, with a number where the file system refused.
  const said = error instanceof Error ? error.message.split("\n")[0] : inspect(error, { breakLength: Infinity })
  process.stderr.write(`FATAL:  ${said}\n`, () => process.exit(1))
}
