import type { Hono } from "hono"
import { correctionOperations } from "../../protocol/routes/helpdesk-pages.ts"
import { createRoutes } from "../access/create-routes.ts"
import type { RelayEnv } from "../http/context.ts"
import type { RouteParts } from "../http/route-parts.ts"
import { readTeamCorrections } from "./stored-corrections.ts"

/** Creates the route by which browsers learn which selectors are corrected. */
export function correctionRoutes(parts: RouteParts): Hono<RelayEnv> {
  return createRoutes(parts, correctionOperations, {
    "GET /v1/corrections": async (context) => context.json(await readTeamCorrections(parts.db))
  })
}
