import { reviewOperations } from "../../protocol/routes/review.ts"
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response"
import type { Hono } from "hono"
import { createRoutes } from "../access/create-routes.ts"
import { type RouteParts, idOf, type RelayContext, type RelayEnv } from "../http/context.ts"
import { refuseUnmasked } from "../second-look/second-look.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { asLongAnswer } from "../../storage/pool/time-limit.ts"
import { readReviewChoices } from "./queue/choices.ts"
import { drawSample, readSamples } from "./queue/samples.ts"
import { readCase } from "./read-case.ts"
import { sendFile } from "../http/export-file.ts"
import { exportFile } from "./export.ts"
import { readEditCauses } from "./figures/edit-causes.ts"
import { nameVersion, readVersions } from "./figures/draft-versions.ts"
import { readFigures } from "./figures/figures.ts"
import { missingCaseProblem } from "./cases/missing-case.ts"
import { countRecommendations } from "./recommendation-figures.ts"
import { readQueue } from "./queue/queue.ts"
import { readScorecards, saveScorecard } from "./scoring/scorecards.ts"
import { saveReview } from "./save-review.ts"

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
    "GET /v1/review/choices": async (context) => context.json(await readReviewChoices(db)),
    "GET /v1/review/samples": async (context) => context.json({ samples: await readSamples(db) }),
    "POST /v1/review/samples": async (context, read) => {
      const { size } = await read.body()
      const { id: person, name: by } = context.get("person").person
      const sample = await asLongAnswer(() => drawSample(db, { filter: read.query(), size, by, now: clock() }))
      await writeAuditEntry(db, person, "sample-drawn", [sample.id], clock())
      return context.json(sample)
    },
    "GET /v1/review/cases/:id": async (context) => {
      const id = await caseId(context)
      const answer = await readCase(db, id)
      await writeAuditEntry(db, context.get("person").person.id, "case-seen", [id], clock())
      return context.json(answer)
    },
    "PUT /v1/review/cases/:id": async (context, read) => {
      const said = await read.body()
      const { person, rules } = context.get("person")
      await refuseUnmasked(parts, { body: said, rules, now: clock() })
      return context.json(await saveReview(db, await caseId(context), said, person, clock()))
    },
    "GET /v1/review/scorecards": async (context) => context.json({ scorecards: await readScorecards(db) }),
    "PUT /v1/review/scorecards": async (context, read) =>
      context.json(await saveScorecard(db, await read.body(), context.get("person").person, clock())),
    "GET /v1/review/causes": async (context, read) =>
      context.json(await asLongAnswer(() => readEditCauses(db, read.query()))),
    "GET /v1/review/figures": async (context, read) =>
      context.json(await asLongAnswer(() => readFigures(db, read.query(), clock()))),
    "GET /v1/review/versions": async (context) => context.json({ versions: await readVersions(db) }),
    "PUT /v1/review/versions": async (context, read) => {
      const request = await read.body()
      await refuseUnmasked(parts, { body: request, rules: context.get("person").rules, now: clock() })
      await nameVersion(db, read.query().pipeline, request.name.trim(), clock())
      return context.json({ versions: await readVersions(db) })
    },
    "GET /v1/review/recommendations": async (context) =>
      context.json(await asLongAnswer(() => countRecommendations(db, clock()))),
    "GET /v1/review/export": async (context, read) => {
      const query = read.query()
      const file = await asLongAnswer(() => exportFile(db, query, clock()))
      await writeAuditEntry(db, context.get("person").person.id, "exported", [query.of, query.format], clock())
      await sendFile(context, file)
      return RESPONSE_ALREADY_SENT
    }
  })
}
