import { request as requestHttp, type IncomingMessage } from "node:http"
import { request as requestHttps } from "node:https"
import { SourceError } from "../../source/source.ts"
import { readBody } from "./response-body.ts"
import type { WebAnswer } from "./web-client.ts"
import { explainWebError, WebTimeout } from "./web-errors.ts"
import type { SsrfGuard } from "./ssrf-guard.ts"

export interface WebExchange {
  guard: SsrfGuard
  address: URL
  method: string
  headers: Record<string, string>
  body?: string | Uint8Array
  largest: number
  idle: number
  total: number
  signal: AbortSignal
}

/**
 * Sends one request and returns its response. It doesn't follow redirects.
 * @throws SourceError, also while the body is read; the signal's reason if aborted
 */
export async function sendRequest(how: WebExchange): Promise<WebAnswer> {
  const { address, signal } = how
  signal.throwIfAborted()
  const waiting = waiter(how)
  const { response, end } = send(how)
  try {
    const message = await waiting(response)
    return {
      status: message.statusCode ?? 0,
      address,
      headers: message.headers,
      body: readBody(message, { ...how, waiting }),
      discard: () => (isSmall(message) ? readToEnd(message, end) : end())
    }
  } catch (error) {
    end()
    throw signal.aborted ? signal.reason : explainWebError(error, address)
  }
}

/**
 * Waits for the server, and gives up if it is silent for too long or has taken too much time in total. The time that
 * this process takes doesn't count.
 */
export type Waiting = <T>(sign: Promise<T>) => Promise<T>

function waiter({ address, idle, total }: Pick<WebExchange, "address" | "idle" | "total">): Waiting {
  let left = total
  return async (sign) => {
    const since = performance.now()
    const fault =
      left < idle
        ? new WebTimeout("source-away", `${address.host} took longer than ${seconds(total)}, and was given up.`)
        : new SourceError("source-away", `${address.host} was silent for ${seconds(idle)}, and was given up.`)
    const { promise, reject } = Promise.withResolvers<never>()
    const timer = setTimeout(() => reject(fault), Math.max(0, Math.min(idle, left)))
    try {
      return await Promise.race([sign, promise])
    } finally {
      clearTimeout(timer)
      left -= performance.now() - since
    }
  }
}

function send({ guard, address, method, headers, body, signal }: WebExchange): {
  response: Promise<IncomingMessage>
  end(): void
} {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
  const request = (address.protocol === "https:" ? requestHttps : requestHttp)(address, {
    method,
    headers,
    signal,
    agent: guard.agentFor(address),
    ...(guard.lookup && { lookup: guard.lookup })
  })
  request.on("response", resolve)
  // The listener stays as long as the request. An error after the response's headers also ends its body.
  request.on("error", reject)
  request.end(body)
  return { response: promise, end: () => void request.destroy() }
}

/** A body of fewer bytes is read to its end sooner than a new connection is made. */
const SMALL = 65_536
/** A small body that takes longer isn't worth the connection that it holds. */
const SMALL_BODY_MS = 1000

function isSmall({ headers, statusCode }: IncomingMessage): boolean {
  const hasNone = statusCode === 204 || statusCode === 304
  return hasNone || Number(headers["content-length"] ?? Infinity) < SMALL
}

/** Reads the body and drops it, so that its connection is free for the next request. */
function readToEnd(message: IncomingMessage, end: () => void): void {
  const timer = setTimeout(end, SMALL_BODY_MS)
  message.once("close", () => clearTimeout(timer))
  message.resume()
}

const seconds = (ms: number) => (ms < 1000 ? `${ms} ms` : ms === 1000 ? "a second" : `${Math.round(ms / 1000)} seconds`)
