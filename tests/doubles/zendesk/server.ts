import { readFileSync } from "node:fs"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { stripTypeScriptTypes } from "node:module"
import { setTimeout as pause } from "node:timers/promises"
import { answerApi, type ZendeskState } from "./api.ts"
import { macros } from "./macros.ts"
import { tickets } from "./tickets.ts"

export interface ZendeskDouble {
  url: string
  state: ZendeskState
  close(): Promise<void>
}

/** The page before its script has run. */
export const SHELL = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Agent Workspace</title>
<script type="importmap">{ "imports": { "ckeditor5": "/vendor/ckeditor5.js" } }</script>
<link rel="stylesheet" href="/vendor/ckeditor5.css"><link rel="stylesheet" href="/page/style.css"></head>
<body><nav id="tabs"></nav><script type="module" src="/page/app.ts"></script></body></html>`

/**
 * Agent pages and session API of a Zendesk, as far as they are known from the outside. On 127.0.0.1, port 0 for any.
 */
export async function startZendeskDouble(port = 0): Promise<ZendeskDouble> {
  const state: ZendeskState = {
    tickets: new Map(tickets().map((ticket) => [ticket.id, ticket])),
    loggedOut: false,
    limit: { times: 0, body: "json" },
    log: "sorted",
    requested: "allowed",
    macros: macros(),
    preview: "rendered",
    delay: 0,
    calls: [],
    sent: []
  }
  const server = createServer((request, response) => void answer(state, request, response))
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve))
  const address = server.address()
  if (typeof address !== "object" || !address) throw new Error("the double has no address")
  return {
    url: `http://127.0.0.1:${address.port}`,
    state,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      })
  }
}

async function answer(state: ZendeskState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? "/", `http://${request.headers.host}`)
  if (state.delay > 0 && url.pathname.startsWith("/api/")) await pause(state.delay)
  if (url.pathname === "/double/send") return take(state, request, response)
  if (request.method !== "GET") return void response.writeHead(405).end()
  if (url.pathname === "/double/tickets")
    return void response
      .writeHead(200, { "content-type": "application/json" })
      .end(JSON.stringify([...state.tickets.values()]))
  if (url.pathname.startsWith("/api/v2/")) return answerApi(state, url, response)
  if (url.pathname.startsWith("/agent"))
    return void response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(SHELL)
  if (url.pathname === "/access/login")
    return void response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end("<h1>Sign in</h1>")
  return file(url.pathname, response)
}

/** The page's own files and the real editor, each by name. */
function file(path: string, response: ServerResponse): void {
  const files: Record<string, string> = {
    "/page/app.ts": "page/app.ts",
    "/page/pane.ts": "page/pane.ts",
    "/page/style.css": "page/style.css",
    "/vendor/ckeditor5.js": "../../../node_modules/ckeditor5/dist/browser/ckeditor5.js",
    "/vendor/ckeditor5.css": "../../../node_modules/ckeditor5/dist/browser/ckeditor5.css"
  }
  const name = files[path]
  if (!name) return void response.writeHead(404).end()
  const source = readFileSync(new URL(name, import.meta.url), "utf8")
  response.writeHead(200, { "content-type": path.endsWith(".css") ? "text/css" : "text/javascript" })
  response.end(path.endsWith(".ts") ? stripTypeScriptTypes(source) : source)
}

async function take(state: ZendeskState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const parts: Buffer[] = []
  for await (const part of request as AsyncIterable<Buffer>) parts.push(part)
  state.sent.push(JSON.parse(Buffer.concat(parts).toString()))
  response.writeHead(204).end()
}
