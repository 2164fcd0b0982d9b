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
 * One request and its answer, without going where the answer sends it.
 * @throws SourceError, also out of the body; the signal's reason when aborted
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
      discard: () =>
        Number(message.headers["content-length"] ?? (message.statusCode === 304 ? 0 : Infinity)) < SMALL
          ? message.resume()
          : end()
    }
  } catch (error) {
    end()
    throw signal.aborted ? signal.reason : explainWebError(error, address)
  }
}

/**
 * Waits for the other side, and gives up when it is silent for too long or has taken too much time in all. Our own time
 * doesn't count.
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
  // Stays for as long as the request lives: what fails behind the answer's head comes out of its body as well.
  request.on("error", reject)
  request.end(body)
  return { response: promise, end: () => void request.destroy() }
}

/** Bytes that are sooner read than a new connection is made. */
const SMALL = 65_536

const seconds = (ms: number) => (ms < 1000 ? `${ms} ms` : ms === 1000 ? "a second" : `${Math.round(ms / 1000)} seconds`)
