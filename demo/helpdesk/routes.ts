import type { IncomingMessage, ServerResponse } from "node:http"
import * as z from "zod/mini"
import { assetAt, attachmentAt } from "./assets.ts"
import type { HelpdeskState } from "./state.ts"

const COOKIE = "sample_session"
const SIGN_IN = `${COOKIE}=tom; Path=/; HttpOnly; SameSite=Lax`
const SIGN_OUT = `${COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`
const text = z.string().check(z.regex(/\S/), z.maxLength(200_000))
const reply = z.object({ text, visibility: z.enum(["public", "internal"]) })
const customerMessage = z.object({ text, visibility: z._default(z.literal("public"), "public") })

/** Answers one request. It behaves like a real helpdesk: an API call without a session gets the login page. */
export async function answer(state: HelpdeskState, request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader("x-content-type-options", "nosniff")
  const path = (request.url ?? "/").split("?", 1)[0] ?? "/"
  if (path.startsWith("/api/")) return api(state, path, request, response)
  if (request.method !== "GET" && request.method !== "HEAD") return json(response, 405, { error: "GET only" })
  if (path === "/logout") return redirect(response, SIGN_OUT)
  if (path.startsWith("/files/")) return signedIn(request) ? file(path, response) : redirect(response)
  return page(state, path, response)
}

function page(state: HelpdeskState, path: string, response: ServerResponse): void {
  const ticketId = /^\/tickets\/(\d+)$/.exec(path)?.[1]
  const isApp = path === "/" || ticketId !== undefined
  const asset = assetAt(isApp ? "/index.html" : path)
  if (!asset) return json(response, 404, { error: "no such page" })
  if (isApp) response.setHeader("set-cookie", SIGN_IN)
  const status = ticketId !== undefined && !state.get(ticketId) ? 404 : 200
  response.writeHead(status, {
    "content-type": asset.type,
    "cache-control": "no-store",
    "content-security-policy":
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
  })
  response.end(asset.body)
}

/** Sends an attachment. Only what a ticket names is there. */
function file(path: string, response: ServerResponse): void {
  const found = attachmentAt(path)
  if (!found) return json(response, 404, { error: "no such file" })
  const type = found.type.startsWith("text/") ? `${found.type}; charset=utf-8` : found.type
  response
    .writeHead(200, { "content-type": type, "content-disposition": "attachment", "cache-control": "no-store" })
    .end(found.body)
}

async function api(
  state: HelpdeskState,
  path: string,
  request: IncomingMessage,
  response: ServerResponse
): Promise<void> {
  if (!signedIn(request)) return redirect(response)
  if (path === "/api/tickets" && request.method === "GET") return json(response, 200, state.list())
  const [, ticketId, action] = /^\/api\/tickets\/(\d+)(?:\/(messages|customer|earlier))?$/.exec(path) ?? []
  const ticket = ticketId === undefined ? undefined : state.get(ticketId)
  if (!ticket) return json(response, 404, { error: "no such ticket" })
  if (!action)
    return request.method === "GET" ? json(response, 200, ticket) : json(response, 405, { error: "GET only" })
  if (action === "earlier" && request.method === "GET") return json(response, 200, state.earlier(ticket.ticketId))
  if (request.method !== "POST" || action === "earlier") return json(response, 405, { error: "POST only" })
  // Only JSON is accepted. Another site's form can't send it without a preflight, which isn't answered here.
  if (!/^application\/json\b/.test(request.headers["content-type"] ?? ""))
    return json(response, 415, { error: "JSON only" })
  const body = await readJson(request)
  const said = action === "messages" ? reply.safeParse(body) : customerMessage.safeParse(body)
  if (!said.success) return json(response, 400, { error: "text (and visibility) expected" })
  const role = action === "messages" ? "agent" : "customer"
  json(response, 201, state.append(ticket.ticketId, { role, ...said.data }))
}

function signedIn(request: IncomingMessage): boolean {
  return (request.headers.cookie ?? "").split(/;\s*/).includes(`${COOKIE}=tom`)
}

/** Reads a body as JSON. Returns `undefined` if it isn't JSON or is larger than any reply. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size <= 1_000_000) parts.push(part)
  }
  if (size > 1_000_000) return undefined
  try {
    return JSON.parse(Buffer.concat(parts).toString("utf8"))
  } catch {
    return undefined
  }
}

function redirect(response: ServerResponse, cookie?: string): void {
  if (cookie) response.setHeader("set-cookie", cookie)
  response.writeHead(302, { location: "/login.html", "cache-control": "no-store" }).end()
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" })
    .end(JSON.stringify(body))
}
