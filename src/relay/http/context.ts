import type { Context } from "hono"
import type { IncomingMessage, ServerResponse } from "node:http"
import * as z from "zod/mini"
import type { SignedIn } from "./signed-in.ts"

/** What every route gets: Node's own request and response, and who asks. */
export interface RelayEnv {
  Bindings: {
    incoming: IncomingMessage
    outgoing: ServerResponse
    requestId: string
    /** Gives the body the time of an upload from now on. */
    extendDeadline: () => void
  }
  Variables: { person: SignedIn }
}
export type RelayContext = Context<RelayEnv>

/** The `:id` of the address, as it is stored; undefined where it can't be one. */
export function idOf(context: RelayContext): string | undefined {
  const id = z.uuid().safeParse(context.req.param("id"))
  return id.success ? id.data.toLowerCase() : undefined
}

/** Aborts when whoever asks has gone. */
export function clientGoneSignal({ env: { outgoing } }: RelayContext): AbortSignal {
  const left = new AbortController()
  outgoing.once("close", () => left.abort())
  return left.signal
}
