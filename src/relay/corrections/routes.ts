import type { Hono } from "hono"
import { correctionsAnswer } from "../../protocol/operating/corrections.ts"
import { createRoutes } from "../access/create-routes.ts"
import type { RelayEnv } from "../http/context.ts"
import { answer, describeRoutes } from "../http/operation.ts"
import type { RouteParts } from "../http/route-parts.ts"
import { readTeamCorrections } from "./stored-corrections.ts"

export const correctionOperations = describeRoutes({
  "GET /v1/corrections": {
    summary:
      "Corrected selectors of helpdesks' pages, as a signed file. Each answer to somebody signed in tells their version in the header x-corrections.",
    who: "agent",
    answers: { 200: answer("The signed file, or null", correctionsAnswer) }
  }
})

/** Creates the route by which browsers learn which selectors are corrected. */
export function correctionRoutes(parts: RouteParts): Hono<RelayEnv> {
  return createRoutes(parts, correctionOperations, {
    "GET /v1/corrections": async (context) => context.json(await readTeamCorrections(parts.db))
  })
}
