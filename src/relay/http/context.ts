import type { Context } from "hono"
import type { IncomingMessage, ServerResponse } from "node:http"
import * as z from "zod/mini"
import type { SignedIn } from "./signed-in.ts"

/** What every route gets: Node's own request and response, and the person who asks. */
export interface RelayEnv {
  Bindings: {
    incoming: IncomingMessage
    outgoing: ServerResponse
    requestId: string
    /** Gives the body the longer deadline of an upload, counted from this call. */
    extendDeadline: () => void
    /** The pattern of the route that answers, such as `/v1/drafts/:id/upstream`. It is set once a route is found. */
    route?: string
  }
  Variables: { person: SignedIn }
}
export type RelayContext = Context<RelayEnv>

/** The `:id` of the path as it is stored, in lower case. It is undefined if the path holds no UUID there. */
export function idOf(context: RelayContext): string | undefined {
  const id = z.uuid().safeParse(context.req.param("id"))
  return id.success ? id.data.toLowerCase() : undefined
}

/** Returns a signal that aborts when the client has closed the connection. */
export function clientGoneSignal({ env: { outgoing } }: RelayContext): AbortSignal {
  const left = new AbortController()
  outgoing.once("close", () => left.abort())
  return left.signal
}
