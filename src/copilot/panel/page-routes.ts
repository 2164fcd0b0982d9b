import { ROUTES } from "../../protocol/routes/all.ts"
import type { PageRole, PageRoute, RelayCall } from "../../protocol/routes/calls/page-call.ts"
import type { PlainParts } from "../../protocol/routes/calls/route-types.ts"
import { mistakesIn } from "../../protocol/routes/describe/mistakes.ts"
import type { Operation } from "../../protocol/routes/describe/operation.ts"
import { RelayFault } from "../relay-client/relay-fault.ts"
import { addressOf } from "../relay-client/route-address.ts"

/** A page's call whose route and parts fit the route's description. Its body is read by the egress. */
export interface PageCall {
  route: PageRoute
  operation: Operation
  parts: Pick<PlainParts, "path" | "query">
}

/**
 * Reads a page's call by the description of its route.
 * @throws RelayFault "bad-request" if there is no such route for pages, if the role may not ask it, or if its path or
 * query isn't as the description says
 */
export function readPageCall({ route, as, path, query }: Omit<RelayCall, "kind">): PageCall {
  if (!isRoute(route)) throw refusal(`No route is called ${route}.`)
  const operation: Operation = ROUTES[route]
  if (!isPageRoute(route, operation) || RANKS[operation.who] > RANKS[as])
    throw refusal(`A page may not ask ${route} as ${as}.`)
  if (operation.path) read(operation.path, path)
  const parts = {
    ...(path && { path }),
    ...(query && operation.query && { query: readQuery(operation.query, query) })
  }
  if (!addressOf(route, parts)) throw refusal("The address lacks a part, or leads to another one.")
  return { route, operation, parts }
}

const RANKS: Record<Operation["who"], number> & Record<PageRole, number> = { anyone: 0, agent: 0, lead: 1, admin: 2 }

const isRoute = (route: string): route is keyof typeof ROUTES => Object.hasOwn(ROUTES, route)

/** At run time what `PageRoute` says of the types. */
function isPageRoute(route: keyof typeof ROUTES, { who, takesFile }: Operation): route is PageRoute {
  if (takesFile) return false
  return who === "lead" || who === "admin" || (who === "agent" && route.startsWith("GET "))
}

function read(schema: NonNullable<Operation["path" | "query"]>, given: object | undefined): object {
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw refusal(mistakesIn(parsed.error.issues))
  return parsed.data
}

/** Returns what the description names of a query, in the order in which the page has it. */
function readQuery(schema: NonNullable<Operation["query"]>, given: Record<string, unknown>): object {
  const values = new Map(Object.entries(read(schema, given)))
  return Object.fromEntries(Object.keys(given).flatMap((name) => (values.has(name) ? [[name, values.get(name)]] : [])))
}

const refusal = (message: string) => new RelayFault("bad-request", message, false)
