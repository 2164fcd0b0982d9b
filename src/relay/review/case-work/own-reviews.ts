import type { Kysely } from "kysely"
import * as z from "zod/mini"
import { verdict } from "../../../protocol/review.ts"
import type { OwnReview } from "../../../protocol/routes/case-work.ts"
import { scores, type Scorecard, type Scores } from "../../../protocol/scorecard.ts"
import { CASE_FIELDS, caseKey } from "../../../storage/encryption/row-keys.ts"
import type { Schema } from "../../../storage/schema.ts"
import { readDraftBriefs } from "../cases/draft-content.ts"
import { readScorecards } from "../scoring/scorecards.ts"
import { totalOf } from "../scoring/total.ts"
import { readDisputes } from "./disputes.ts"

/** An agent's page shows so many. */
const MAX_REVIEWS = 50

/** Reads what leads said of a person's newest replies: verdict, scores and comment, without their names and notes. */
export async function readOwnReviews(db: Kysely<Schema>, person: string): Promise<{ reviews: OwnReview[] }> {
  const rows = await db
    .selectFrom("reviews")
    .innerJoin("outcomes", "outcomes.id", "reviews.case_id")
    .select(["outcomes.id", "outcomes.helpdesk", "outcomes.ticket_id", "outcomes.language", "outcomes.draft"])
    .select(["outcomes.data_key", "reviews.verdict", "reviews.scorecard", "reviews.scores", "reviews.comment"])
    .select("reviews.at")
    .where("outcomes.person", "=", person)
    .where("reviews.done", "=", true)
    .orderBy("reviews.at", "desc")
    .orderBy("outcomes.id")
    .limit(MAX_REVIEWS)
    .execute()
  const cards = await readScorecards(db)
  const briefs = await readDraftBriefs(
    db,
    rows.flatMap(({ draft }) => draft ?? [])
  )
  const disputes = await readDisputes(
    db,
    rows.map(({ id }) => id)
  )
  return {
    reviews: rows.map(({ id, ticket_id, draft, data_key, scorecard, at, ...row }) => {
      const judgement = row.verdict === null ? null : z.parse(verdict, row.verdict)
      const scored: Scores = row.scores === null ? {} : z.parse(scores, JSON.parse(row.scores))
      const card = cards.find(({ version }) => version === scorecard)
      return {
        caseId: id,
        ...{ helpdesk: row.helpdesk, ticketId: ticket_id, language: row.language },
        subject: (draft === null ? undefined : briefs.get(draft)?.subject) ?? null,
        at: at.toISOString(),
        verdict: judgement,
        scores: scoredLines(card, scored),
        total: card ? totalOf(card, scored, judgement) : null,
        comment: row.comment === null ? "" : caseKey(db, id, data_key).open(CASE_FIELDS.comment, row.comment),
        // Who decided is no business of the agent's, as it isn't who reviewed.
        disputes: (disputes.get(id) ?? []).map((one) => ({ ...one, by: null }))
      }
    })
  }
}

const scoredLines = (card: Scorecard | undefined, scored: Scores): OwnReview["scores"] =>
  (card?.criteria ?? []).flatMap(({ id, name }) => {
    const score = scored[id]
    return score === undefined ? [] : [{ criterion: id, name, score }]
  })
