import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { once } from "node:events"
import { setImmediate as turn, setTimeout as pause } from "node:timers/promises"

/** What the double does with one chat request. */
export type Behaviour =
  /** It streams a text as OpenAI does, `pieces` characters at a time with `paceMs` between them. */
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
   * It streams `text`, and then breaks the socket, stays silent, keeps the connection open after [DONE], or sends an
   * error event.
   */
  | { kind: "cut" | "silent" | "held" | "error-event"; text: string; pieces?: number; paceMs?: number }
  /** It accepts the request and never answers. */
  | { kind: "no-answer" }
  /** It closes the socket without an answer. */
  | { kind: "refused" }
  | { kind: "status"; status: number; body?: string; headers?: Record<string, string> }
  /**
   * It sends these bytes in these chunks, each in a packet of its own. Then it ends, stays silent or breaks the socket.
   */
  | { kind: "raw"; chunks: Uint8Array[]; type?: string; then?: "end" | "hold" | "cut" }

export interface SeenRequest {
  path: string
  headers: IncomingMessage["headers"]
  /** This is the body as sent. */
  body: string
  /** Resolves when either side closes the connection. `early` says that the double had not ended its answer. */
  closed: Promise<{ early: boolean }>
}

export interface ModelDouble {
  url: string
  /** These settings make a relay use the double. */
  settings: { MODEL_BASE_URL: string; MODEL_NAME: string }
  /** Sets what the next requests get, in order. After the last one, they get the `always` behaviour. */
  next(...behaviours: Behaviour[]): void
  always(behaviour: Behaviour): void
  /** These are the chat requests so far. */
  requests: SeenRequest[]
  /** Resolves to the n-th chat request (from 0) as soon as it has arrived completely. */
  request(n: number): Promise<SeenRequest>
  /** GET /models lists these names. */
  models: string[]
  close(): Promise<void>
}

/** Starts an OpenAI-compatible server on loopback that behaves as configured. */
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

/** Writes a chunk. Returns false if the other side has gone. */
async function write(response: ServerResponse, chunk: Uint8Array | string): Promise<boolean> {
  if (response.destroyed) return false
  response.write(chunk)
  await turn()
  return true
}

/** Breaks the socket after everything that was written has been sent. */
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
