import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response"
import type { Hono } from "hono"
import * as wire from "../../protocol/review.ts"
import { createRoutes } from "../access/create-routes.ts"
import type { RouteParts } from "../http/route-parts.ts"
import { idOf, type RelayContext, type RelayEnv } from "../http/context.ts"
import { answer, changed, describeRoutes, FILE, UNMASKED } from "../http/operation.ts"
import { refuseUnmasked } from "../second-look/second-look.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { asLongAnswer } from "../../storage/pool/time-limit.ts"
import { readCase } from "./read-case.ts"
import { exportFile, type ExportFile } from "./export.ts"
import { readFigures } from "./figures.ts"
import { missingCaseProblem } from "./missing-case.ts"
import { countRecommendations } from "./recommendation-figures.ts"
import { readQueue } from "./queue.ts"
import { saveReview } from "./save-review.ts"

export const reviewOperations = describeRoutes({
  "GET /v1/review/queue": {
    summary: "Cases for leads, a page at a time.",
    who: "lead",
    query: wire.queueQuery,
    answers: { 200: answer("Lines and counts", wire.queueAnswer) }
  },
  "GET /v1/review/cases/:id": {
    summary: "One case whole.",
    who: "lead",
    takesId: true,
    answers: { 200: answer("Case", wire.caseAnswer) }
  },
  "PUT /v1/review/cases/:id": {
    summary: "Save what a lead says of a case, over the version that was read.",
    who: "lead",
    takesId: true,
    body: wire.reviewRequest,
    answers: {
      200: answer("The review as it stands now", wire.review),
      409: changed(wire.reviewChanged),
      422: UNMASKED
    }
  },
  "GET /v1/review/figures": {
    summary: "Shares, edit distances and waiting times.",
    who: "lead",
    query: wire.figuresQuery,
    answers: { 200: answer("Figures", wire.figuresAnswer) }
  },
  "GET /v1/review/recommendations": {
    summary: "How often each product was recommended in the last 90 days, and how often it stood in the reply.",
    who: "lead",
    answers: { 200: answer("Counts by product", wire.recommendationsAnswer) }
  },
  "GET /v1/review/export": {
    summary: "What is shown, as a file.",
    who: "lead",
    query: wire.exportQuery,
    answers: { 200: FILE }
  }
})

/** Creates the routes for leads and admins: cases, their reviews, figures of them, and both as a file. */
export function reviewRoutes(parts: RouteParts): Hono<RelayEnv> {
  const { db, clock } = parts
  const caseId = async (context: RelayContext) => {
    const id = idOf(context)
    if (id === undefined) throw await missingCaseProblem(db, id)
    return id
  }
  return createRoutes(parts, reviewOperations, {
    "GET /v1/review/queue": async (context, read) => context.json(await readQueue(db, read.query())),
    "GET /v1/review/cases/:id": async (context) => context.json(await readCase(db, await caseId(context))),
    "PUT /v1/review/cases/:id": async (context, read) => {
      const said = await read.body()
      const { person, rules } = context.get("person")
      await refuseUnmasked(parts, { body: said, rules, now: clock() })
      return context.json(await saveReview(db, await caseId(context), said, person, clock()))
    },
    "GET /v1/review/figures": async (context, read) =>
      context.json(await asLongAnswer(() => readFigures(db, read.query()))),
    "GET /v1/review/recommendations": async (context) =>
      context.json(await asLongAnswer(() => countRecommendations(db, clock()))),
    "GET /v1/review/export": async (context, read) => {
      const query = read.query()
      const file = await asLongAnswer(() => exportFile(db, query))
      await writeAuditEntry(db, context.get("person").person.id, "exported", [query.of, query.format], clock())
      await sendFile(context, file)
      return RESPONSE_ALREADY_SENT
    }
  })
}

/**
 * Sends the file. Its first piece is read before the headers are sent, so that a failure until then can still be
 * answered with an error. After that the file ends short, and the browser says so.
 */
async function sendFile({ env: { outgoing } }: RelayContext, { name, type, chunks }: ExportFile): Promise<void> {
  const first = await chunks.next()
  outgoing.writeHead(200, { "content-type": type, "content-disposition": `attachment; filename="${name}"` })
  const all = async function* () {
    if (!first.done) yield first.value
    yield* chunks
  }
  await pipeline(Readable.from(all()), outgoing).catch((error: unknown) => {
    const left = error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE"
    if (!left) throw error
  })
}
