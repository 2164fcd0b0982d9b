import type { IncomingMessage, Server, ServerResponse } from "node:http"
import type { Socket } from "node:net"
import { Problem } from "../../runtime/problem.ts"
import type { ConnectionCount } from "./connection-count.ts"

/**
 * How long a request may take to arrive, in milliseconds. The time of the answer is not bounded, because a draft is
 * read while it is written; whoever takes nothing of it is cut off by the stream itself.
 */
export interface Deadlines {
  /** Time until the headers have arrived. */
  headersMs: number
  /**
   * Time until the body has arrived, counted from the headers. A body that still arrives after the answer gets the same
   * time again.
   */
  bodyMs: number
  /**
   * Time until a file that an admin imports has arrived, unless it is refused. It is enough for 500 MB over a line of
   * one megabit a second.
   */
  uploadMs: number
  /**
   * How long a connection may be idle after an answer. It is longer than the minute for which proxies keep one, so that
   * none sends a request into a connection that is just being closed.
   */
  keepAliveMs: number
}

export const DEADLINES: Deadlines = {
  headersMs: 10_000,
  bodyMs: 15_000,
  uploadMs: 2 * 3_600_000,
  keepAliveMs: 65_000
}

/** How many connections may be open altogether. */
export const MAX_CONNECTIONS = 10_000

/**
 * The deadlines that Node's own server enforces. `limitBody` enforces the one of the body, because it differs between
 * routes.
 */
export function serverOptions({ headersMs, uploadMs, keepAliveMs }: Deadlines) {
  return {
    keepAliveTimeout: keepAliveMs,
    headersTimeout: headersMs,
    requestTimeout: uploadMs,
    connectionsCheckingInterval: Math.min(5_000, headersMs)
  }
}

/**
 * Ends a request whose body has not arrived in time. It answers 408 if nothing was answered yet, and otherwise closes
 * the connection. Returns a function by which the route of an upload gives itself `uploadMs` instead, counted from the
 * call. The route calls it after it has let the sender in, so that nobody without a token can hold a connection that
 * long.
 */
export function limitBody(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  requestId: string,
  { bodyMs, uploadMs }: Deadlines
): () => void {
  let timer: NodeJS.Timeout
  const endIn = (ms: number, end: () => void) => {
    clearTimeout(timer)
    if (!incoming.complete) timer = setTimeout(() => incoming.complete || end(), ms).unref()
  }
  endIn(bodyMs, () => giveUp(incoming, outgoing, requestId))
  incoming.once("close", () => clearTimeout(timer))
  // A client that was answered before its body had arrived, for example an upload without a token, has no reason to go
  // on sending for hours.
  outgoing.once("finish", () => endIn(bodyMs, () => incoming.destroy()))
  return () => endIn(uploadMs, () => giveUp(incoming, outgoing, requestId))
}

function giveUp(incoming: IncomingMessage, outgoing: ServerResponse, requestId: string): void {
  if (outgoing.headersSent) return void incoming.destroy()
  const problem = new Problem(
    408,
    "too-slow",
    "The request did not arrive in time. Nothing of it was stored: send it again.",
    { retryable: true }
  )
  outgoing.writeHead(problem.status, { "content-type": "application/json", connection: "close" })
  outgoing.end(JSON.stringify(problem.body(requestId)), () => incoming.destroy())
}

/**
 * Closes a new connection from an address that already has too many open.
 * @param isExempt whether many people share the address, as they do with a proxy or this machine
 */
export function capConnections(
  server: Server,
  connections: ConnectionCount,
  isExempt: (address: string) => boolean
): void {
  server.maxConnections = MAX_CONNECTIONS
  server.on("connection", (socket: Socket) => {
    const address = socket.remoteAddress ?? ""
    if (isExempt(address)) return
    socket.once(
      "close",
      connections.enter(address, () => socket.destroy())
    )
  })
}
