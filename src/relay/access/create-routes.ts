import { Hono } from "hono"
import type * as z from "zod/mini"
import { readBody, readPath, readQuery } from "../http/body.ts"
import type { RelayContext, RelayEnv, RouteParts } from "../http/context.ts"
import type { Operation } from "../../protocol/routes/describe/operation.ts"
import { beginRequestCounts } from "../../runtime/metrics/http-metrics.ts"
import { requirePerson } from "./authenticate.ts"
import { requireProvisioning } from "./provisioning-tokens.ts"

type Read<Described, Part extends "body" | "path" | "query"> = Described extends { [_ in Part]: z.ZodMiniType }
  ? z.infer<Described[Part]>
  : never

/**
 * Reads and checks the parts of a request by the route's own description. A handler calls them when it needs them:
 * some routes count an attempt before they read its body.
 * @throws Problem 400, 413 or 415 (http/body.ts)
 */
interface Reader<Described> {
  body: () => Promise<Read<Described, "body">>
  path: () => Read<Described, "path">
  query: () => Read<Described, "query">
}

/** One handler for each described route: TypeScript refuses a missing one, and one that isn't described. */
type Handlers<Described extends { [Route in keyof Described]: Operation }> = {
  [Route in keyof Described]: (context: RelayContext, read: Reader<Described[Route]>) => Response | Promise<Response>
}

/** Joins descriptions and handlers to routes. Each route asks for a token first, unless anyone may call it. */
export function createRoutes<Described extends { [Route in keyof Described]: Operation }>(
  { db, clock }: Pick<RouteParts, "db" | "clock">,
  operations: Described,
  handlers: Handlers<Described>
): Hono<RelayEnv> {
  const app = new Hono<RelayEnv>()
  for (const route in operations) {
    const operation: Operation = operations[route]
    const [method = "", path = ""] = route.split(" ")
    const handle = handlers[route]
    beginRequestCounts(method, path)
    app.on(method, path, async ({ env }, next) => {
      env.route = path
      await next()
    })
    if (operation.who === "provisioning") app.on(method, path, requireProvisioning(db, clock))
    else if (operation.who !== "anyone") app.on(method, path, requirePerson(db, clock, operation.who))
    app.on(method, path, (context) => handle(context, readerOf<Described[typeof route]>(context, operation)))
  }
  return app
}

function readerOf<Described>(context: RelayContext, { body, path, query }: Operation): Reader<Described> {
  const reader: Reader<Required<Operation>> = {
    body: () => readBody(context, described(body)),
    path: () => readPath(context, described(path)),
    query: () => readQuery(context, described(query))
  }
  // A description that passed `createRoutes` as a value has lost the exact types of its schemas; `Described` has them.
  return reader as Reader<Described>
}

function described<Schema>(schema: Schema | undefined): Schema {
  if (schema === undefined) throw new TypeError("The route reads what its description doesn't name.")
  return schema
}
