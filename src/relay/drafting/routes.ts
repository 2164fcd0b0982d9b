import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response"
import { draftingOperations } from "../../protocol/routes/drafting.ts"
import type { Hono } from "hono"
import type { SummaryRequest } from "../../protocol/relay.ts"
import { createRoutes } from "../access/create-routes.ts"
import type { TeamBudgets } from "../team-settings/team-settings.ts"
import { type RouteParts, idOf, type RelayContext, type RelayEnv } from "../http/context.ts"
import { openEventStream } from "../http/event-stream.ts"
import type { OpenStreams } from "../http/open-streams.ts"
import { isDocument } from "../knowledge/is-document.ts"
import { requireOn } from "../team-settings/require-on.ts"
import { refuseUnmasked } from "../second-look/second-look.ts"
import { siteHashingOf } from "../../masking-rules/site-hashing.ts"
import { Problem } from "../../runtime/problem.ts"
import type { RelayPresence } from "../../storage/relay-presence.ts"
import { countPreparedDraft } from "../usage/prepared-drafts.ts"
import { rateLimitFields } from "../usage/rate-limit.ts"
import { readBudget } from "../usage/read-budget.ts"
import { readUpstream } from "./draft-store.ts"
import { createSummariesInFlight } from "./in-flight.ts"
import { isLastEvent, type Pipeline } from "./pipeline/pipeline-events.ts"
import type { DraftService } from "./draft-service.ts"

export interface DraftingParts extends RouteParts {
  pipeline: Pipeline
  drafts: DraftService
  streams: OpenStreams
  presence: Pick<RelayPresence, "id">
  budgets: TeamBudgets
  heartbeatSeconds: number | undefined
}

export function draftingRoutes(parts: DraftingParts): Hono<RelayEnv> {
  const { db, clock, log, drafts, streams, presence, budgets, heartbeatSeconds } = parts
  const summaries = createSummariesInFlight(db, presence.id, log)
  const tellBudget = async (context: RelayContext) => {
    const left = await readBudget(db, budgets, context.get("person").person, clock())
    const fields = rateLimitFields(left, clock())
    for (const [name, value] of Object.entries(fields)) context.env.outgoing.setHeader(name, value)
    return left
  }
  return createRoutes(parts, draftingOperations, {
    "POST /v1/drafts": async (context, read) => {
      streams.enter(context.env.outgoing)
      const { person: asks, rules, siteSetting } = context.get("person")
      const request = await read.body()
      requireOn(context, request.ticket, request.prepared)
      await refuseUnmasked(parts, {
        body: request,
        rules,
        now: clock(),
        isOwn: ({ field, text }) => isDocument(db, field, text)
      })
      const left = request.prepared || budgets.limits.length > 0 ? await tellBudget(context) : undefined
      if (request.prepared && left) await countPreparedDraft(db, request.draftId, asks.id, left.prepared.limit, clock())
      const { stored } = siteHashingOf(siteSetting)
      const attach = await drafts.open(
        { ...request, ticket: { ...request.ticket, site: stored(request.ticket.site) } },
        asks
      )
      attach(openEventStream(context.env.outgoing, heartbeatSeconds))
      return RESPONSE_ALREADY_SENT
    },
    "GET /v1/drafts/:id/upstream": async (context) => {
      const id = idOf(context)
      if (id !== undefined) await drafts.flush(id)
      const seen = id === undefined ? undefined : await readUpstream(db, id, context.get("person").person.id)
      if (!seen)
        throw new Problem(
          404,
          "no-draft",
          "There is no such draft of yours here: it may have been erased, or is older than the relay keeps drafts."
        )
      return context.json(seen)
    },
    "POST /v1/summaries": async (context, read) => {
      streams.enter(context.env.outgoing)
      const { person: asks, rules } = context.get("person")
      const request = await read.body()
      requireOn(context, request.ticket)
      await refuseUnmasked(parts, { body: request, rules, now: clock() })
      await summaries.run(asks.id, () => streamSummary(parts, request, asks, context.env.outgoing))
      return RESPONSE_ALREADY_SENT
    }
  })
}

/** Streams a summary. It is not stored, because it can be made from the ticket again at any time. */
async function streamSummary(
  { pipeline, log, heartbeatSeconds }: DraftingParts,
  request: SummaryRequest,
  person: Parameters<DraftingParts["pipeline"]["summarise"]>[1],
  outgoing: Parameters<typeof openEventStream>[0]
): Promise<void> {
  const stream = openEventStream(outgoing, heartbeatSeconds)
  let over = false
  try {
    await pipeline.summarise(
      request,
      person,
      (event) => {
        if (over || event.type === "upstream") return
        over = isLastEvent(event)
        stream.send(event)
      },
      stream.closed
    )
  } catch (error) {
    if (!stream.closed.aborted) log.error("summary-failed", error, { summaryId: request.summaryId })
  }
  if (!over)
    stream.send({
      type: "draft-error",
      code: "summary-failed",
      message: "The relay could not summarise this ticket: ask again.",
      retryable: true
    })
  stream.end()
}
