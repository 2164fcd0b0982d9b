import type { IncomingMessage, Server, ServerResponse } from "node:http"
import type { Socket } from "node:net"
import { Problem } from "../../runtime/problem.ts"

/**
 * How long a request may take to arrive. Milliseconds. How long its answer takes is not bounded: a draft is read as it
 * is written.
 */
export interface Deadlines {
  /** Until its headers have arrived. */
  headersMs: number
  /** Until its body has, counted from the headers; also for what still arrives after it has been answered. */
  bodyMs: number
  /**
   * The same for a file that an admin imports, as long as it is not refused: 500 MB over a line of one megabit a
   * second.
   */
  uploadMs: number
}

export const DEADLINES: Deadlines = { headersMs: 10_000, bodyMs: 15_000, uploadMs: 2 * 3_600_000 }

/** Connections altogether. */
export const MAX_CONNECTIONS = 10_000

/**
 * What Node's own server checks; the deadline of a body is `limitBody`'s, because it is not the same for every route.
 */
export function serverOptions({ headersMs, uploadMs }: Deadlines) {
  return {
    headersTimeout: headersMs,
    requestTimeout: uploadMs,
    connectionsCheckingInterval: Math.min(5_000, headersMs)
  }
}

/**
 * Ends a request whose body has not arrived in time: with 408 if nothing was answered yet, else by closing its
 * connection. Returns a function by which the route of an upload gives itself `uploadMs` instead, counted from the
 * call. The route calls it when it has let the sender in, so nobody without a token can hold a connection that long.
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
  // Whoever was answered before the body had arrived, such as an upload without a token, has no reason to go on for
  // hours.
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
 * Closes a new connection of an address that has too many open already.
 * @param isExempt whether an address stands for many people: a proxy, or this machine
 */
export function capConnections(server: Server, most: number, isExempt: (address: string) => boolean): void {
  const open = new Map<string, number>()
  server.maxConnections = MAX_CONNECTIONS
  server.on("connection", (socket: Socket) => {
    const address = socket.remoteAddress ?? ""
    if (isExempt(address)) return
    const count = (open.get(address) ?? 0) + 1
    if (count > most) return void socket.destroy()
    open.set(address, count)
    socket.once("close", () => {
      const rest = (open.get(address) ?? 1) - 1
      if (rest === 0) open.delete(address)
      else open.set(address, rest)
    })
  })
}
