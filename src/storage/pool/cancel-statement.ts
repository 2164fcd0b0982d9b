import { connect, isIP, type Socket } from "node:net"
import { connect as connectByTls, type ConnectionOptions } from "node:tls"
import type pg from "pg"

/** PostgreSQL's numbers for a request to cancel, and for one to go on by TLS. */
const CANCEL = 80877102
const USE_TLS = 80877103

/**
 * Asks the server to cancel what runs on this connection, over a connection of its own, which is how PostgreSQL and
 * PgBouncer take such a request. If this connection is encrypted, so is that one, with the same options. Nothing tells
 * whether the request was heard. Resolves after `patienceMs` at the latest.
 */
export function cancelStatement(client: pg.PoolClient, patienceMs: number): Promise<void> {
  // pg has no types for what the server said by which it takes the request.
  const [process, secret] = ["processID", "secretKey"].map((name): unknown => Reflect.get(client, name))
  if (typeof process !== "number" || typeof secret !== "number") return Promise.resolve()
  const { host, port } = client
  return new Promise((resolve) => {
    const socket = connect(host.startsWith("/") ? { path: `${host}/.s.PGSQL.${port}` } : { host, port })
    const late = setTimeout(() => socket.destroy(), patienceMs)
    socket.on("error", () => undefined)
    socket.once("close", () => {
      clearTimeout(late)
      resolve()
    })
    const ask = (encrypted: Socket) => {
      // The server says nothing, and hangs up when it has done it.
      encrypted.resume()
      encrypted.write(message(CANCEL, process, secret))
    }
    const tls = tlsOf(client)
    if (!tls) ask(socket)
    else if (tls.isDirect) socket.once("connect", () => ask(encrypt(socket, tls.options)))
    else {
      socket.write(message(USE_TLS))
      socket.once("data", (answer) => {
        // A server without TLS gets nothing, and neither does one that says more, which nobody has vouched for.
        if (answer.toString("latin1") === "S") ask(encrypt(socket, tls.options))
        else socket.destroy()
      })
    }
  })
}

function message(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(4 + numbers.length * 4)
  for (const [at, value] of [bytes.length, ...numbers].entries()) bytes.writeInt32BE(value, at * 4)
  return bytes
}

/** How the connection is encrypted: `isDirect` without asking first. pg has no types for it either. */
function tlsOf(client: pg.PoolClient): { options: ConnectionOptions; isDirect: boolean } | undefined {
  const ssl: unknown = Reflect.get(client, "ssl")
  if (!ssl) return undefined
  const given: ConnectionOptions = typeof ssl === "object" ? ssl : {}
  const isDirect = Reflect.get(client, "sslNegotiation") === "direct"
  const { host } = client
  const options = {
    ...given,
    // pg hides the key, so that it isn't printed, and what is hidden isn't copied.
    ...(given.key !== undefined && { key: given.key }),
    ...(isDirect && { ALPNProtocols: ["postgresql"] }),
    // The certificate is checked for this host. An address of numbers is no name to ask for.
    host,
    ...(isIP(host) === 0 && { servername: host })
  }
  return { options, isDirect }
}

/** What is written meanwhile is sent once the server's certificate is found good, and never if it isn't. */
function encrypt(socket: Socket, options: ConnectionOptions): Socket {
  const encrypted = connectByTls({ ...options, socket })
  encrypted.on("error", () => socket.destroy())
  return encrypted
}
