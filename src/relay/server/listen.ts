import { once } from "node:events"
import type { Server } from "node:http"
import type { Log } from "../../runtime/log.ts"
import { StartError } from "../../runtime/problem.ts"
import { isLoopback, LOOPBACK } from "../../runtime/settings.ts"
import type { ConnectionCount } from "../http/connection-count.ts"

/**
 * A port that several processes of one relay share: the first of them finds out which, the others take the same. On
 * Linux each of them listens on its own socket, and the kernel spreads the connections. Elsewhere Node's cluster hands
 * them out.
 */
export type SharedPort = "first" | "same"

/** Node can't do it on macOS and Windows. */
export const KERNEL_SPREADS = process.platform === "linux"

interface Wished {
  port: number
  host: string
  shared: SharedPort | undefined
}

interface Listening extends Wished {
  log: Pick<Log, "warn">
}

/**
 * Listens, and returns the server that does. On loopback, if the port is taken, it tries up to twenty ports after it.
 * The log tells that the port was taken, and which one it has instead.
 * @param make makes a server that doesn't listen yet
 * @throws StartError if no port is free, or if the address or port can't be used
 */
export async function listenAt(make: () => Server, { port: first, host, shared, log }: Listening): Promise<Server> {
  const last = shared === "same" || first === 0 || !isLoopback(host) ? first : Math.min(65_535, first + 20)
  for (let port = first; port <= last; port++) {
    const server = await listenOn(make, { port, host, shared })
    if (!server) continue
    if (port !== first) log.warn("port-taken", { port: first, instead: port })
    return server
  }
  log.warn("port-taken", { port: first })
  const taken =
    first === last
      ? `the port ${first} of ${host} is taken; free it, or set another here and in the proxy`
      : `the ports ${first} to ${last} are all taken; set it to a free one`
  throw new StartError("settings", `RELAY_PORT: ${taken}.`)
}

async function listenOn(make: () => Server, { port, host, shared }: Wished): Promise<Server | undefined> {
  if (!shared || !KERNEL_SPREADS) return bind(make(), { port, host })
  if (shared === "first" && port !== 0) {
    // Another relay's workers would share theirs with us: only a socket that shares with nobody finds them. It is this
    // process's own, because the parent would close it at any time later, and the port seem taken until then.
    const alone = await bind(make(), { port, host, exclusive: true })
    if (!alone) return undefined
    alone.close()
    await once(alone, "close")
  }
  return bind(make(), { port, host, reusePort: true })
}

/** Resolves with nothing if the port is taken. */
function bind(
  server: Server,
  address: { port: number; host: string; exclusive?: true; reusePort?: true }
): Promise<Server | undefined> {
  const { port, host } = address
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const cause = { cause: error }
      if (error.code === "EADDRINUSE") resolve(undefined)
      else if (error.code === "EACCES") {
        const what = `RELAY_PORT: the port ${port} needs special rights; set it to one above 1023.`
        reject(new StartError("settings", what, cause))
      } else if (error.code === "EADDRNOTAVAIL") {
        const what = `RELAY_LISTEN: this machine has no address ${host}; set it to one that it has, or to 0.0.0.0.`
        reject(new StartError("settings", what, cause))
      } else reject(error)
    })
    server.listen(address, () => resolve(server))
  })
}

/** What one of a relay's worker processes shares with the others. */
export interface SharedWork {
  /** The number of this worker, from 1. The one that replaces it has it too. */
  number: number
  /** How many workers there are. */
  workers: number
  /** Whether it finds out which port they share, or takes the one that others have already. */
  port: SharedPort
  /** Counts the connections of an address at all workers together. */
  connections: ConnectionCount
  /** Where the parent exposes the metrics of all workers. */
  metricsUrl: string | undefined
}

/** Returns the host as it is written in a URL. If the relay listens on every address, that is this machine's own. */
export function hostInUrl(listen: string): string {
  if (listen === "0.0.0.0" || listen === "::") return LOOPBACK
  return listen.includes(":") ? `[${listen}]` : listen
}
