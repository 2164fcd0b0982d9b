import { Hono } from "hono"
import { checkHost, checkVersion } from "../access/authenticate.ts"
import { accessRoutes, type AccessParts } from "../access/routes.ts"
import type { OpenAnswers } from "../access/open-answers.ts"
import { createRefusalNotes } from "../access/note-refusal.ts"
import { checkTransport } from "../access/transport.ts"
import { adminRoutes, type AdminParts, maskingRoutes } from "../admin/routes.ts"
import { peopleRoutes } from "../admin/people-routes.ts"
import { draftingRoutes, type DraftingParts } from "../drafting/routes.ts"
import type { Pipeline } from "../drafting/pipeline/pipeline-events.ts"
import { createRoutes } from "../access/create-routes.ts"
import type { RelayEnv } from "../http/context.ts"
import type { SignedIn } from "../http/context.ts"
import { panelRoutes, type PanelParts } from "../panel/routes.ts"
import { reportRoutes, type ReportParts } from "../knowledge/report-routes.ts"
import { pastTicketRoutes, webhookRoutes, knowledgeRoutes, type KnowledgeParts } from "../knowledge/routes.ts"
import { intentRoutes } from "../intents/routes.ts"
import { lookupRoutes, type LookupParts } from "../lookups/routes.ts"
import { offSwitchRoutes } from "../admin/off-switch-routes.ts"
import { playbookRoutes } from "../playbooks/routes.ts"
import { pageFitRoutes } from "../helpdesk-pages/page-fits.ts"
import { correctionRoutes, pageRecipeRoutes } from "../helpdesk-pages/routes.ts"
import { scimError } from "../scim/scim-problem.ts"
import { scimRoutes } from "../scim/routes.ts"
import { signInRoutes, type SignInParts } from "../sign-in/routes.ts"
import { toneRoutes } from "../review/tone-routes.ts"
import { memoryRoutes } from "../memories/routes.ts"
import { voicePreviewRoutes } from "../voice-preview/routes.ts"
import { voiceRoutes } from "../voices/routes.ts"
import { readHealth } from "./health.ts"
import { openApi } from "./openapi.ts"
import { serverOperations, type Readiness } from "../../protocol/routes/server.ts"
import { eraseRoutes, type EraseParts } from "../privacy/erase.ts"
import { requesterRoutes } from "../privacy/requester-routes.ts"
import { Problem } from "../../runtime/problem.ts"
import { outcomeRoutes } from "../review/outcome-routes.ts"
import { caseWorkRoutes } from "../review/case-work/routes.ts"
import { reviewRoutes } from "../review/routes.ts"
import { noteError } from "../../runtime/metrics/error-tally.ts"
import { databaseProblem } from "../../storage/database-problem.ts"
import { asAnswer } from "../../storage/pool/time-limit.ts"
import { usageRoutes, type UsageParts } from "../usage/routes.ts"
import { eventWebhookRoutes } from "../webhooks/routes.ts"
import { warmUpForPeople } from "./warm-up.ts"

/** What all routes together need. */
export type RelayParts = AccessParts &
  AdminParts &
  DraftingParts &
  EraseParts &
  KnowledgeParts &
  LookupParts &
  PanelParts &
  ReportParts &
  SignInParts &
  UsageParts & {
    pipeline: Pipeline
    openAnswers: Pick<OpenAnswers, "watch">
    readiness: () => Promise<Readiness>
    countDocuments: () => Promise<number>
  }

/** What creates the routes of each room. The first one that has a path answers. */
const ROOMS: readonly ((parts: RelayParts) => Hono<RelayEnv>)[] = [
  accessRoutes,
  signInRoutes,
  scimRoutes,
  draftingRoutes,
  outcomeRoutes,
  reviewRoutes,
  caseWorkRoutes,
  eraseRoutes,
  requesterRoutes,
  usageRoutes,
  peopleRoutes,
  adminRoutes,
  maskingRoutes,
  playbookRoutes,
  lookupRoutes,
  offSwitchRoutes,
  voiceRoutes,
  voicePreviewRoutes,
  toneRoutes,
  pageFitRoutes,
  pageRecipeRoutes,
  correctionRoutes,
  intentRoutes,
  memoryRoutes,
  knowledgeRoutes,
  panelRoutes,
  reportRoutes,
  pastTicketRoutes,
  webhookRoutes,
  eventWebhookRoutes
]

/** Creates all routes. They grant no CORS and use no cookies, so only a holder of a token is answered. */
export function createApp(parts: RelayParts): Hono<RelayEnv> {
  const { db, pipeline, log, transport, readiness, countDocuments, openAnswers } = parts
  const app = new Hono<RelayEnv>()
  app.use((_, next) => asAnswer(next))
  app.use(checkTransport(transport), checkHost(transport.hosts))
  app.route(
    "/",
    createRoutes(parts, serverOperations, {
      "GET /v1/health": async (context) =>
        context.json(await readHealth(db, pipeline.model, parts.toneReader?.name, countDocuments)),
      "GET /v1/ready": async (context) => {
        const read = await readiness()
        return context.json(read, read.ready ? 200 : 503)
      },
      "GET /v1/openapi.json": (context) => context.json(openApi())
    })
  )
  app.use(checkVersion, warmUpForPeople(log), openAnswers.watch)
  for (const routes of ROOMS) app.route("/", routes(parts))
  app.notFound(() => {
    throw new Problem(404, "not-found", "The relay has nothing under this address.")
  })
  answerErrors(app, parts)
  return app
}

/** Answers what a route has thrown, and notes in the audit who was refused. */
function answerErrors(app: Hono<RelayEnv>, { db, log, clock }: RelayParts): void {
  const noteRefusal = createRefusalNotes(db, log, clock)
  app.onError((error, context) => {
    const { requestId, outgoing, incoming, route } = context.env
    const problem = problemOf(error)
    if (problem.status === 401 || problem.status === 403)
      noteRefusal({
        // Nobody has signed in yet where a route asks for no token.
        person: (context.get("person") as SignedIn | undefined)?.person.id,
        route: `${incoming.method} ${route ?? "other"}`,
        code: problem.code
      })
    // A relay that is being stopped refuses in order: that is no error, and each client asks again.
    if (problem.status >= 500 && problem.code !== "shutting-down") {
      noteError("request", problem.code)
      log.error("request-failed", error, { requestId, code: problem.code })
    }
    if (problem.retryAfter !== undefined) outgoing.setHeader("retry-after", String(problem.retryAfter))
    if (incoming.url?.startsWith(SCIM)) return scimError(problem)
    return Response.json(problem.body(requestId), { status: problem.status })
  })
}

/** Provisioning reads errors in the form of SCIM. */
const SCIM = "/v1/scim/"

/** Returns what a person is shown about an error: its own words, or which part of the relay failed. */
function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error
  const message = "The relay failed: its log tells where, by the request's id."
  return databaseProblem(error) ?? new Problem(500, "internal", message, { cause: error })
}
