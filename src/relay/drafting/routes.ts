import { Hono } from "hono"
import type * as z from "zod/mini"
import { draftRequest, summaryRequest } from "../../protocol/relay.ts"
import { requirePerson } from "../access/guards.ts"
import { preparedPerDay } from "../admin/team-settings.ts"
import type { RelayParts } from "../app.ts"
import { readBody } from "../http/body.ts"
import { answered, idOf, type RelayEnv } from "../http/context.ts"
import { openEventStream } from "../http/event-stream.ts"
import { fieldsOfDraft, fieldsOfSummary } from "../masking/fields.ts"
import { refuseUnmasked } from "../masking/second-look.ts"
import { Problem } from "../problem.ts"
import { takePrepared } from "../usage/prepared.ts"
import { readUpstream } from "./draft-store.ts"
import { isLast } from "./stream.ts"

export function draftingRoutes(parts: RelayParts): Hono<RelayEnv> {
  const { db, clock, desk, budgets, heartbeatSeconds } = parts
  const person = requirePerson(db, clock)
  return new Hono<RelayEnv>()
    .post("/drafts", person, async (context) => {
      const { person: asks, rules } = context.get("person")
      const request = await readBody(context, draftRequest)
      await refuseUnmasked(parts, { fields: fieldsOfDraft(request), rules, now: clock() })
      if (request.prepared) await takePrepared(db, request.draftId, asks.id, await preparedPerDay(db, budgets.prepared), clock())
      const attach = await desk.open(request, asks)
      attach(openEventStream(context.env.outgoing, heartbeatSeconds))
      return answered()
    })
    .get("/drafts/:id/upstream", person, async (context) => {
      const id = idOf(context)
      const seen = id === undefined ? undefined : await readUpstream(db, id, context.get("person").person.id)
      if (!seen) throw new Problem(404, "no-draft", "There is no such draft of yours here: it may have been erased, or is older than the relay keeps drafts.")
      return context.json(seen)
    })
    .post("/summaries", person, async (context) => {
      const { person: asks, rules } = context.get("person")
      const request = await readBody(context, summaryRequest)
      await refuseUnmasked(parts, { fields: fieldsOfSummary(request), rules, now: clock() })
      await streamSummary(parts, request, asks, context.env.outgoing)
      return answered()
    })
}

/** Not stored: a summary is read from the ticket again at any time. */
async function streamSummary(
  { pipeline, log, heartbeatSeconds }: RelayParts,
  request: z.infer<typeof summaryRequest>,
  person: Parameters<RelayParts["pipeline"]["summarise"]>[1],
  outgoing: Parameters<typeof openEventStream>[0]
): Promise<void> {
  const stream = openEventStream(outgoing, heartbeatSeconds)
  let over = false
  try {
    await pipeline.summarise(request, person, (event) => {
      if (over || event.type === "upstream") return
      over = isLast(event)
      stream.send(event)
    }, stream.closed)
  } catch (error) {
    if (!stream.closed.aborted) log.error("summary-failed", error, { summaryId: request.summaryId })
  }
  if (!over) stream.send({ type: "draft-error", code: "summary-failed", message: "The relay could not summarise this ticket: ask again.", retryable: true })
  stream.end()
}
