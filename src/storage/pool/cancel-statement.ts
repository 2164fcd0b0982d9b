import { connect } from "node:net"
import type pg from "pg"

/** PostgreSQL's number for a request to cancel. */
const CANCEL = 80877102

/**
 * Asks the server to cancel what runs on this connection, over a connection of its own, which is how PostgreSQL and
 * PgBouncer take such a request. Nothing tells whether it was heard. Resolves after `patienceMs` at the latest.
 */
export function cancelStatement(client: pg.PoolClient, patienceMs: number): Promise<void> {
  // pg has no types for what the server said by which it takes the request.
  const [process, secret] = ["processID", "secretKey"].map((name): unknown => Reflect.get(client, name))
  if (typeof process !== "number" || typeof secret !== "number") return Promise.resolve()
  const { host, port } = client
  const request = Buffer.alloc(16)
  for (const [at, value] of [request.length, CANCEL, process, secret].entries()) request.writeInt32BE(value, at * 4)
  return new Promise((resolve) => {
    const socket = connect(host.startsWith("/") ? { path: `${host}/.s.PGSQL.${port}` } : { host, port })
    const late = setTimeout(() => socket.destroy(), patienceMs)
    socket.on("error", () => undefined)
    socket.once("close", () => {
      clearTimeout(late)
      resolve()
    })
    // The server says nothing, and hangs up when it has done it.
    socket.resume()
    socket.write(request)
  })
}
