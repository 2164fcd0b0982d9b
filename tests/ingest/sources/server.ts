import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { onTestFinished } from "vitest"
import type { Clock } from "../../../src/ingest/sources/web/retry-request.ts"

export interface TestServer {
  /** `http://127.0.0.1:PORT` */
  url: string
  host: string
  /** These are method and path of each request, in order. */
  asked: string[]
  requests: IncomingMessage[]
}

/** Runs a server on loopback for as long as the test runs. */
export async function serve(
  answer: (incoming: IncomingMessage, outgoing: ServerResponse) => void,
  address = "127.0.0.1"
): Promise<TestServer> {
  const requests: IncomingMessage[] = []
  const asked: string[] = []
  const server = createServer((incoming, outgoing) => {
    requests.push(incoming)
    asked.push(`${incoming.method} ${incoming.url}`)
    answer(incoming, outgoing)
  })
  await new Promise<void>((resolve) => server.listen(0, address, resolve))
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  return { url: `http://${host}`, host, asked, requests }
}

/** Serves pages by path, and a 404 for any other path. A text is a page of HTML. */
export function pages(
  all: () => Record<
    string,
    string | { type?: string; status?: number; headers?: Record<string, string>; body?: string | Uint8Array }
  >
) {
  return (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const page = all()[incoming.url ?? ""]
    const {
      type,
      status = 200,
      headers = {},
      body = ""
    } = typeof page === "string" ? { body: page } : (page ?? { status: 404 })
    const kind =
      type ??
      (/\.xml$/.test(incoming.url ?? "")
        ? "application/xml"
        : /\.txt$/.test(incoming.url ?? "")
          ? "text/plain"
          : "text/html; charset=utf-8")
    outgoing.writeHead(status, { "content-type": kind, ...headers }).end(body)
  }
}

/** Makes a clock that advances only when somebody waits. `waited` holds the length of each wait, in milliseconds. */
export function fakeClock(start = Date.parse("2026-11-20T12:00:00Z")): Clock & { waited: number[] } {
  let now = start
  const waited: number[] = []
  return {
    waited,
    now: () => now,
    async wait(ms, signal) {
      signal.throwIfAborted()
      waited.push(Math.round(ms))
      now += ms
    }
  }
}

export const never = (): AbortSignal => new AbortController().signal
