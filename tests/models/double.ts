import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { once } from "node:events"
import { setImmediate as turn, setTimeout as pause } from "node:timers/promises"

/** What the double does with one chat request. */
export type Behaviour =
  /** Streams a text as OpenAI does, `pieces` characters at a time with `paceMs` between them. */
  | {
      kind: "text"
      text: string
      pieces?: number
      paceMs?: number
      finish?: string | null
      usage?: boolean
      done?: boolean
    }
  /**
   * Streams `text`, then: breaks the socket, says no more, keeps the connection after [DONE], or sends an error event.
   */
  | { kind: "cut" | "silent" | "held" | "error-event"; text: string; pieces?: number; paceMs?: number }
  /** Takes the request and never answers. */
  | { kind: "no-answer" }
  /** Closes the socket without an answer. */
  | { kind: "refused" }
  | { kind: "status"; status: number; body?: string; headers?: Record<string, string> }
  /** These bytes, in these chunks, each in a packet of its own; then the end, nothing more, or a broken socket. */
  | { kind: "raw"; chunks: Uint8Array[]; type?: string; then?: "end" | "hold" | "cut" }

export interface SeenRequest {
  path: string
  headers: IncomingMessage["headers"]
  /** As sent. */
  body: string
  /** Resolves when the connection is closed by whichever side. `early`: before the double had ended its answer. */
  closed: Promise<{ early: boolean }>
}

export interface ModelDouble {
  url: string
  /** A relay's settings that have it write. */
  settings: { MODEL_BASE_URL: string; MODEL_NAME: string }
  /** What the next requests get, in order; after the last one the `always`. */
  next(...behaviours: Behaviour[]): void
  always(behaviour: Behaviour): void
  /** Chat requests so far. */
  requests: SeenRequest[]
  /** The n-th chat request (from 0), as soon as it has come whole. */
  request(n: number): Promise<SeenRequest>
  /** What GET /models lists. */
  models: string[]
  close(): Promise<void>
}

/** An OpenAI-compatible server on loopback that does as it is told. */
export async function startModelDouble(first: Behaviour = { kind: "text", text: "Hello." }): Promise<ModelDouble> {
  const queue: Behaviour[] = []
  const requests: SeenRequest[] = []
  const waiting: { n: number; tell: (seen: SeenRequest) => void }[] = []
  const models = ["double-small", "double-large"]
  let always = first

  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy())
  })
  server.keepAliveTimeout = 200
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  const port = typeof address === "object" ? address?.port : undefined
  const url = `http://127.0.0.1:${port}/v1`

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.socket?.setNoDelay(true)
    if (request.method === "GET" && request.url === "/v1/models") {
      json(response, {
        object: "list",
        data: models.map((id) => ({ id, object: "model", created: 0, owned_by: "double" }))
      })
      return
    }
    const closed = new Promise<{ early: boolean }>((resolve) =>
      response.once("close", () => resolve({ early: !response.writableFinished }))
    )
    const body = Buffer.concat(await Array.fromAsync(request)).toString("utf8")
    const seen = { path: request.url ?? "", headers: request.headers, body, closed }
    requests.push(seen)
    for (const { n, tell } of waiting) if (n === requests.length - 1) tell(seen)
    await behave(queue.shift() ?? always, response)
  }

  return {
    url,
    settings: { MODEL_BASE_URL: url, MODEL_NAME: "double-small" },
    next: (...behaviours) => void queue.push(...behaviours),
    always: (behaviour) => void (always = behaviour),
    requests,
    request: (n) => new Promise((tell) => (requests[n] ? tell(requests[n]) : waiting.push({ n, tell }))),
    models,
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, "close")
    }
  }
}

async function behave(told: Behaviour, response: ServerResponse): Promise<void> {
  if (told.kind === "no-answer") return
  if (told.kind === "refused") return void response.destroy()
  if (told.kind === "status") {
    response.writeHead(told.status, { "content-type": "application/json", ...told.headers }).end(told.body ?? "")
    return
  }
  response.writeHead(200, {
    "content-type": told.kind === "raw" ? (told.type ?? "text/event-stream") : "text/event-stream"
  })
  response.flushHeaders()
  if (told.kind === "raw") {
    for (const chunk of told.chunks) if (!(await write(response, chunk))) return
    if (told.then === "cut") await cut(response)
    else if (told.then !== "hold") response.end()
    return
  }
  for (const piece of split(told.text, told.pieces ?? 4)) {
    if (!(await write(response, event({ content: piece }, null)))) return
    if (told.paceMs) await pause(told.paceMs)
  }
  if (told.kind === "silent") return
  if (told.kind === "cut") return cut(response)
  if (told.kind === "error-event") {
    response.end('data: {"error":{"message":"internal","type":"server_error","code":500}}\n\n')
    return
  }
  const finish = told.kind === "text" ? (told.finish === undefined ? "stop" : told.finish) : "stop"
  if (finish !== null) response.write(event({}, finish))
  if (told.kind === "text" && told.usage !== false)
    response.write(`data: {"choices":[],"usage":{"prompt_tokens":11,"completion_tokens":7,"total_tokens":18}}\n\n`)
  if (told.kind === "held" || (told.kind === "text" && told.done !== false)) response.write("data: [DONE]\n\n")
  if (told.kind !== "held") response.end()
}

/** False when the other side has gone. */
async function write(response: ServerResponse, chunk: Uint8Array | string): Promise<boolean> {
  if (response.destroyed) return false
  response.write(chunk)
  await turn()
  return true
}

/** What was written still goes out before the socket breaks. */
async function cut(response: ServerResponse): Promise<void> {
  await new Promise<void>((sent) => response.write(": \n", () => sent()))
  await turn()
  response.socket?.destroy()
}

function event(delta: object, finish: string | null): string {
  return `data: ${JSON.stringify({ id: "chatcmpl-1", object: "chat.completion.chunk", created: 1, model: "double-small", choices: [{ index: 0, delta, finish_reason: finish }] })}\n\n`
}

function json(response: ServerResponse, body: object): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body))
}

function split(text: string, size: number): string[] {
  const letters = [...text]
  return Array.from({ length: Math.ceil(letters.length / size) }, (_, at) =>
    letters.slice(at * size, at * size + size).join("")
  )
}
