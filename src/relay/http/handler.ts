import { randomUUID } from "node:crypto"
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http"
import { getRequestListener } from "@hono/node-server"
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response"
import type { Hono } from "hono"
import { API_VERSION } from "../../protocol/relay.ts"
import type { Log } from "../../runtime/log.ts"
import { countRequest } from "../../runtime/metrics/http-metrics.ts"
import { runInScope } from "../../runtime/scope/request-scope.ts"
import { startRequestSpan } from "../../runtime/scope/span.ts"
import { Problem } from "../../runtime/problem.ts"
import type { RelayEnv } from "./context.ts"
import { limitBody, type Deadlines } from "./deadlines.ts"

/**
 * Answers Node's requests by the app's routes. Every answer carries its request's id, also one that no route has
 * given: a refused address, or a body that came too slowly.
 */
export function createHandler(app: Hono<RelayEnv>, deadlines: Deadlines, log: Log): RequestListener {
  return (incoming, outgoing) => {
    const giveUp = (error: unknown) => {
      log.error("answer-failed", error)
      outgoing.destroy()
      return RESPONSE_ALREADY_SENT
    }
    const requestId = randomUUID()
    const method = incoming.method ?? ""
    const span = startRequestSpan(method, traceparentOf(incoming), {
      "http.request.method": method,
      "replywright.request": requestId
    })
    const observe = (route: string, status: number, seconds: number) => {
      countRequest({ method, route, status, seconds })
      span.rename(`${method} ${route}`)
      span.set({ "http.route": route, "http.response.status_code": status })
      span.end()
    }
    runInScope({ requestId, span, models: { areOff: false } }, () =>
      answer({ app, deadlines, giveUp, requestId, observe }, incoming, outgoing).catch(giveUp)
    )
  }
}

interface Answering {
  app: Hono<RelayEnv>
  deadlines: Deadlines
  /** Without it the adapter would send the message of an error that no route has caught. */
  giveUp: (error: unknown) => Response
  requestId: string
  /** Is called once, when the answer is complete or its client gone. */
  observe: (route: string, status: number, seconds: number) => void
}

async function answer(
  { app, deadlines, giveUp, requestId, observe }: Answering,
  incoming: IncomingMessage,
  outgoing: ServerResponse
): Promise<void> {
  const began = performance.now()
  const extendDeadline = limitBody(incoming, outgoing, requestId, deadlines)
  outgoing.setHeader("x-replywright-api", String(API_VERSION))
  outgoing.setHeader("x-request-id", requestId)
  outgoing.setHeader("x-content-type-options", "nosniff")
  outgoing.setHeader("cache-control", "no-store")
  const env: RelayEnv["Bindings"] = { incoming, outgoing, requestId, extendDeadline }
  outgoing.once("close", () =>
    observe(
      env.route ?? "other",
      outgoing.headersSent ? outgoing.statusCode : CLIENT_GONE,
      (performance.now() - began) / 1000
    )
  )
  const fetch = async (request: Request) => {
    const response = await app.fetch(request, env)
    // The deadline may have answered meanwhile, and the client may have gone.
    return outgoing.headersSent || outgoing.destroyed ? RESPONSE_ALREADY_SENT : response
  }
  const refuseAddress = () => {
    const problem = new Problem(400, "bad-request", "The request's address is not one.")
    return Response.json(problem.body(requestId), { status: problem.status })
  }
  // An address with a host in it, as proxies are sent it, could name another host than the header that is checked.
  const isPath = incoming.url?.startsWith("/")
  const listener = getRequestListener((request) => (isPath ? fetch(request).catch(giveUp) : refuseAddress()), {
    // It would replace Request and Response for the whole process.
    overrideGlobalObjects: false,
    // It would close the connection of a client that is still sending half a second after the answer, so that a client
    // on a slow line never reads why it was refused. The deadlines bound how long such a client may go on.
    autoCleanupIncoming: false,
    errorHandler: refuseAddress
  })
  await listener(incoming, outgoing)
  // The client sends the rest of a refused request before it reads the answer, so the rest is read and dropped.
  incoming.resume()
}

/** The browser names the trace that its press began. Several such headers are joined by Node and then are none. */
function traceparentOf({ headers: { traceparent } }: IncomingMessage): string | undefined {
  return typeof traceparent === "string" ? traceparent : undefined
}

/** The status, as nginx counts it, of a request whose client left before it was answered. It is never sent. */
const CLIENT_GONE = 499
