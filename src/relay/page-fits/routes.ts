import type { Hono } from "hono"
import { pageFitOperations } from "../../protocol/routes/page-fits.ts"
import { Problem } from "../../runtime/problem.ts"
import { countAttempt } from "../access/count-attempts.ts"
import { createRoutes } from "../access/create-routes.ts"
import type { RelayEnv } from "../http/context.ts"
import type { RouteParts } from "../http/route-parts.ts"
import { addFits } from "./fit-counts.ts"

/** A browser tells each part once an hour at most, so one that tells more than this often is wrong. */
const MAX_AN_HOUR = 60
const HOUR_S = 3600

/** Creates the route by which browsers tell how a helpdesk's pages fit. An admin sees it with the relays' status. */
export function pageFitRoutes(parts: RouteParts): Hono<RelayEnv> {
  const { db, clock } = parts
  return createRoutes(parts, pageFitOperations, {
    "POST /v1/page-fits": async (context, read) => {
      const report = await read.body()
      const { family } = context.get("person")
      if ((await countAttempt(db, `page-fits ${family}`, HOUR_S, clock())) > MAX_AN_HOUR)
        throw new Problem(429, "too-many-reports", "This browser tells too often how pages fit: wait an hour.", {
          retryAfter: HOUR_S
        })
      await addFits(db, report, clock())
      return context.body(null, 204)
    }
  })
}
