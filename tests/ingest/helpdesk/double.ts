import type { IncomingMessage, ServerResponse } from "node:http"
import { serve, type TestServer } from "../sources/server.ts"

/** A response as a real server gave it. */
export interface Answer {
  status: number
  body: unknown
  type?: string
  headers?: Record<string, string>
}

export type Trouble =
  | Answer
  /** The connection is cut before the response or in the middle of it. */
  | { cut: "before" | "within" }

export interface Double extends TestServer {
  /** Returns what happens to a request instead of its response, by its path and by how often that was requested. */
  trouble: (path: string, nth: number, incoming: IncomingMessage) => Trouble | undefined
}

/** Starts a server that answers and fails as configured. */
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
  // The machine's own date beside a test's clock would look like a server that is hours ahead.
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

/** Makes the first requests to such a path fail in this way. */
export function failing(at: RegExp, trouble: Trouble, times = 1): Double["trouble"] {
  let left = times
  return (path) => (at.test(path) && left-- > 0 ? trouble : undefined)
}
