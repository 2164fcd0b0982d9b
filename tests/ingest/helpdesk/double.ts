import type { IncomingMessage, ServerResponse } from "node:http"
import { serve, type TestServer } from "../sources/server.ts"

/** An answer as a real server gave it. */
export interface Answer {
  status: number
  body: unknown
  type?: string
  headers?: Record<string, string>
}

export type Trouble =
  | Answer
  /** Cut before the answer, or in the middle of it. */
  | { cut: "before" | "within" }

export interface Double extends TestServer {
  /** What happens to a request in place of its answer: by path, and how often that was asked. */
  trouble: (path: string, nth: number, incoming: IncomingMessage) => Trouble | undefined
}

/** A server that answers as it is told, and fails as it is told. */
export async function double(answer: (address: URL, incoming: IncomingMessage) => Answer): Promise<Double> {
  const counts = new Map<string, number>()
  const server = await serve((incoming, outgoing) => {
    const address = new URL(incoming.url ?? "/", "http://double.test")
    const path = decodeURIComponent(address.pathname)
    const nth = (counts.get(path) ?? 0) + 1
    counts.set(path, nth)
    send(made.trouble(path, nth, incoming) ?? answer(address, incoming), outgoing)
  })
  const made: Double = { ...server, trouble: () => undefined }
  return made
}

function send(answer: Trouble, outgoing: ServerResponse): void {
  // The machine's own date beside a test's clock would be a server that is hours ahead.
  outgoing.sendDate = false
  if ("cut" in answer) {
    if (answer.cut === "before") return void outgoing.destroy()
    outgoing.writeHead(200, { "content-type": "application/json", "content-length": "1000" })
    outgoing.write('{"items":[')
    return void setTimeout(() => outgoing.destroy(), 5)
  }
  const {
    status,
    body,
    headers,
    type = typeof body === "string" ? "text/html; charset=utf-8" : "application/json; charset=utf-8"
  } = answer
  outgoing
    .writeHead(status, { "content-type": type, ...headers })
    .end(typeof body === "string" ? body : JSON.stringify(body))
}

/** The first so many requests to such a path fail in this way. */
export function failing(at: RegExp, trouble: Trouble, times = 1): Double["trouble"] {
  let left = times
  return (path) => (at.test(path) && left-- > 0 ? trouble : undefined)
}
