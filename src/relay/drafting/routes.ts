import { Hono } from "hono"
import { draftRequest, summaryRequest, type SummaryRequest } from "../../protocol/relay.ts"
import { requirePerson } from "../access/middleware.ts"
import { preparedPerDay, type TeamBudgets } from "../team-settings/team-settings.ts"
import type { RouteParts } from "../http/route-parts.ts"
import { readBody } from "../http/body.ts"
import { answeredByNode, idOf, type RelayEnv } from "../http/context.ts"
import { openEventStream } from "../http/event-stream.ts"
import { isDocument } from "../knowledge/is-document.ts"
import { refuseUnmasked } from "../second-look/second-look.ts"
import { readSiteHashing } from "../../masking-rules/site-hashing.ts"
import { Problem } from "../../runtime/problem.ts"
import { countPreparedDraft } from "../usage/prepared-drafts.ts"
import { readUpstream } from "./draft-store.ts"
import { createInFlight } from "./in-flight.ts"
import { isLastEvent, type Pipeline } from "./pipeline-events.ts"
import type { DraftService } from "./draft-service.ts"

export interface DraftingParts extends RouteParts {
  pipeline: Pipeline
  drafts: DraftService
  budgets: TeamBudgets
  heartbeatSeconds: number | undefined
}

export function draftingRoutes(parts: DraftingParts): Hono<RelayEnv> {
  const { db, clock, drafts, budgets, heartbeatSeconds } = parts
  const person = requirePerson(db, clock)
  const summaries = createInFlight()
  return new Hono<RelayEnv>()
    .post("/drafts", person, async (context) => {
      const { person: asks, rules } = context.get("person")
      const request = await readBody(context, draftRequest)
      await refuseUnmasked(parts, {
        body: request,
        rules,
        now: clock(),
        isOwn: ({ field, text }) => isDocument(db, field, text)
      })
      if (request.prepared)
        await countPreparedDraft(db, request.draftId, asks.id, await preparedPerDay(db, budgets.prepared), clock())
      const { stored } = await readSiteHashing(db)
      const attach = await drafts.open(
        { ...request, ticket: { ...request.ticket, site: stored(request.ticket.site) } },
        asks
      )
      attach(openEventStream(context.env.outgoing, heartbeatSeconds))
      return answeredByNode()
    })
    .get("/drafts/:id/upstream", person, async (context) => {
      const id = idOf(context)
      const seen = id === undefined ? undefined : await readUpstream(db, id, context.get("person").person.id)
      if (!seen)
        throw new Problem(
          404,
          "no-draft",
          "There is no such draft of yours here: it may have been erased, or is older than the relay keeps drafts."
        )
      return context.json(seen)
    })
    .post("/summaries", person, async (context) => {
      const { person: asks, rules } = context.get("person")
      const request = await readBody(context, summaryRequest)
      await refuseUnmasked(parts, { body: request, rules, now: clock() })
      const leave = summaries.enter(asks.id)
      await streamSummary(parts, request, asks, context.env.outgoing).finally(leave)
      return answeredByNode()
    })
}

/** Not stored: a summary is read from the ticket again at any time. */
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
