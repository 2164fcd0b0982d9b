import type { IncomingMessage, ServerResponse } from "node:http"
import type { Context } from "hono"
import * as z from "zod/mini"
import type { Kysely } from "kysely"
import type { Log } from "../../runtime/log.ts"
import type { Schema } from "../../storage/schema.ts"
import type { PairedPerson } from "../../protocol/relay.ts"
import type { OffSwitch } from "../../ticket/off-switch/off-switch.ts"

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

/** What every group of routes needs. Each group adds its own needs in its own file. */
export interface RouteParts {
  db: Kysely<Schema>
  log: Log
  clock: () => Date
}

/** A person and the sign-in that their request belongs to. */
export interface SignedIn {
  person: PairedPerson
  tenant: string
  /** The id of their sign-in in this browser, which is a family of tokens. */
  family: string
  /** When the access token expires. */
  expires: Date
  /** The newest version of the team's masking rules. */
  rules: number
  /** The version of the team's lookups. */
  lookups: number
  /** The version of the places of pages that the team shares. */
  recipes: number
  /** The version of the corrected selectors of helpdesks' pages. */
  corrections: number
  /** Whether the team's browsers read earlier tickets of a requester. */
  earlier: boolean
  /** Whether agents may have attachments read in their browsers. */
  attachments: boolean
  /** What the team has switched off for some tickets or people. */
  offSwitches: { version: number; switches: readonly OffSwitch[] }
  /** What the team has set about the sites of its tickets, for `siteHashingOf`. Null if nothing was set. */
  siteSetting: string | null
}
