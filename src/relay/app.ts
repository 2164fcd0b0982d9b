import { Hono } from "hono"
import type { Kysely } from "kysely"
import { checkHost, checkVersion } from "./access/guards.ts"
import { accessRoutes } from "./access/routes.ts"
import { checkTransport, type Transport } from "./access/transport.ts"
import { adminRoutes } from "./admin/routes.ts"
import type { DraftDesk } from "./drafting/draft-desk.ts"
import { draftingRoutes } from "./drafting/routes.ts"
import type { Pipeline } from "./drafting/stream.ts"
import { readHealth } from "./health.ts"
import type { RelayEnv } from "./http/context.ts"
import { panelRoutes } from "./knowledge/panel/routes.ts"
import { reportRoutes } from "./knowledge/report/routes.ts"
import { hookRoutes } from "./knowledge/upkeep/hook-routes.ts"
import { knowledgeRoutes } from "./knowledge/upkeep/routes.ts"
import type { Upkeep } from "./knowledge/upkeep/upkeep.ts"
import type { Vectors } from "./knowledge/vectors/vectors.ts"
import type { Log } from "./log.ts"
import { maskingRoutes } from "./masking/routes.ts"
import type { Budgets, Models } from "./models/models.ts"
import { openApi } from "./openapi.ts"
import { eraseRoutes } from "./privacy/erase.ts"
import { Problem } from "./problem.ts"
import { outcomeRoutes } from "./review/outcomes.ts"
import { reviewRoutes } from "./review/routes.ts"
import type { Schema } from "./storage/schema.ts"
import { databaseTrouble } from "./storage/trouble.ts"
import { usageRoutes } from "./usage/routes.ts"

export interface RelayParts {
  db: Kysely<Schema>
  pipeline: Pipeline
  desk: DraftDesk
  log: Log
  clock: () => Date
  transport: Transport
  /** `currency` is that of the cost. */
  budgets: Budgets & { currency: string }
  /** What is configured, for who asks how it is. */
  models: Models
  vectors: Vectors | undefined
  upkeep: Upkeep
  retentionDays: number
  countDocuments: () => Promise<number>
  heartbeatSeconds: number | undefined
}

/** All routes. No CORS grants and no cookies: only who holds a token is answered. */
export function createApp(parts: RelayParts): Hono<RelayEnv> {
  const { db, pipeline, log, transport, countDocuments } = parts
  const app = new Hono<RelayEnv>()
  app.use(checkTransport(transport), checkHost(transport.hosts))
  app.get("/v1/health", async (context) => context.json(await readHealth(db, pipeline.model, countDocuments)))
  app.get("/v1/openapi.json", (context) => context.json(openApi()))
  app.use(checkVersion)
  for (const routes of [accessRoutes, draftingRoutes, outcomeRoutes, reviewRoutes, eraseRoutes, usageRoutes, adminRoutes, maskingRoutes, knowledgeRoutes, panelRoutes, reportRoutes, hookRoutes]) app.route("/v1", routes(parts))
  app.notFound(() => {
    throw new Problem(404, "not-found", "The relay has nothing under this address.")
  })
  app.onError((error, { env: { requestId } }) => {
    const problem = error instanceof Problem ? error : databaseTrouble(error) ?? new Problem(500, "internal", "The relay failed: its log tells where, by the request's id.", { cause: error })
    if (problem.status >= 500) log.error("request-failed", error, { requestId, code: problem.code })
    return Response.json(problem.body(requestId), { status: problem.status })
  })
  return app
}
