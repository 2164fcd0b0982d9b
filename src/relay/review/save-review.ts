import type { Kysely, Selectable } from "kysely"
import * as z from "zod/mini"
import { reasons } from "../../protocol/outcome.ts"
import type { PairedPerson } from "../../protocol/relay.ts"
import { verdict, type Review, type ReviewRequest, type Verdict } from "../../protocol/review.ts"
import { Problem } from "../../runtime/problem.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import type { ReviewRow, Schema } from "../../storage/schema.ts"
import { CASE_FIELDS, caseKey } from "../../storage/encryption/row-keys.ts"
import { scores } from "../../protocol/scorecard.ts"
import { scorecardOf } from "./scoring/scorecards.ts"
import { totalOf } from "./scoring/total.ts"
import { missingCaseProblem } from "./cases/missing-case.ts"
import { lockTicket } from "./outcome-row.ts"
import { adoptRevision } from "./revisions.ts"
import { queueReviewEvent } from "../webhooks/queue-event.ts"

/** Reads the review of a case. It has version 0 if nobody has reviewed the case. */
export async function readReview(db: Kysely<Schema>, id: string): Promise<Review> {
  const row = await db
    .selectFrom("reviews")
    .innerJoin("outcomes", "outcomes.id", "case_id")
    .selectAll("reviews")
    .select("data_key")
    .where("case_id", "=", id)
    .executeTakeFirst()
  if (!row) return NO_REVIEW
  const stored = row.verdict === null ? null : z.parse(verdict, row.verdict)
  return {
    version: row.version,
    done: row.done,
    verdict: stored,
    ...(await scoredBy(db, row, stored)),
    reasons: z.parse(reasons, row.reasons),
    note: caseKey(db, id, row.data_key).open(CASE_FIELDS.note, row.note),
    comment: row.comment === null ? "" : caseKey(db, id, row.data_key).open(CASE_FIELDS.comment, row.comment),
    by: row.by,
    at: row.at.toISOString()
  }
}

const NO_REVIEW: Review = {
  ...{ version: 0, done: false, verdict: null, reasons: [], note: "", by: null, at: null },
  ...{ scorecard: null, scores: {}, total: null, comment: "" }
}

/** Returns the scores of a review, with their total by the version of the scorecard by which they were scored. */
async function scoredBy(
  db: Kysely<Schema>,
  row: Pick<Selectable<ReviewRow>, "scorecard" | "scores">,
  said: Verdict | null
): Promise<Pick<Review, "scorecard" | "scores" | "total">> {
  if (row.scorecard === null || row.scores === null) return { scorecard: null, scores: {}, total: null }
  const scoresById = z.parse(scores, JSON.parse(row.scores))
  const card = await scorecardOf(db, row.scorecard, scoresById)
  return { scorecard: row.scorecard, scores: scoresById, total: totalOf(card, scoresById, said) }
}

/**
 * Saves a review if it is still at the version that the lead has read.
 * @throws ReviewChangedProblem if another lead was first, Problem 404, 410
 */
export async function saveReview(
  db: Kysely<Schema>,
  id: string,
  { version, seen, isRandom = false, scorecard, scores: scoresById, comment, ...said }: ReviewRequest,
  { id: person, name: by }: PairedPerson,
  now: Date
): Promise<Review> {
  return db.transaction().execute(async (work) => {
    // Two leads wait for each other here, also at the first review. A request that erases the case waits too.
    if (seen !== undefined) await lockTicketOf(work, id)
    const found = await work
      .selectFrom("outcomes")
      .select("data_key")
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst()
    if (!found) throw await missingCaseProblem(work, id)
    const standing = await readReview(work, id)
    if (standing.version !== version) throw new ReviewChangedProblem(standing)
    if (scoresById && scorecard !== undefined) await scorecardOf(work, scorecard, scoresById)
    const scored = scoresById && scorecard !== undefined ? { scorecard, scores: JSON.stringify(scoresById) } : {}
    const key = caseKey(work, id, found.data_key)
    const row = {
      ...{ ...said, ...scored, version: version + 1, by, person, at: now },
      note: key.seal(CASE_FIELDS.note, said.note),
      ...(comment !== undefined && { comment: key.seal(CASE_FIELDS.comment, comment) })
    }
    await work
      .insertInto("reviews")
      // How the case was drawn is of its first review.
      .values({ case_id: id, ...row, is_random: isRandom })
      .onConflict((conflict) => conflict.column("case_id").doUpdateSet(row))
      .execute()
    if (seen !== undefined) await adoptRevision(work, id, seen)
    await queueReviewEvent(work, id, row, now)
    const review = await readReview(work, id)
    await writeAuditEntry(work, person, "review-saved", [id], now)
    return review
  })
}

/** Locks the ticket, so that reports of it wait, and so do requests that erase it. */
async function lockTicketOf(work: Kysely<Schema>, id: string): Promise<void> {
  const found = await work
    .selectFrom("outcomes")
    .select(["helpdesk", "ticket_id"])
    .where("id", "=", id)
    .executeTakeFirst()
  if (found) await lockTicket(work, found.helpdesk, found.ticket_id)
}

/** Another lead saved first, and nothing was written. The problem holds the current review. */
class ReviewChangedProblem extends Problem {
  override name = "ReviewChangedProblem"
  readonly review: Review

  constructor(review: Review) {
    const who =
      review.by === null ? "The review of this case is gone" : `${review.by} saved this case on ${day(review.at ?? "")}`
    super(409, "review-changed", `${who}; yours was not saved. Look at what stands, then save again.`)
    this.review = review
  }

  override body(requestId: string) {
    return { ...super.body(requestId), review: this.review }
  }
}

/** Writes a time, for example "20 November 2026 at 10:02 UTC". */
function day(at: string): string {
  return `${new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(new Date(at))} UTC`
}
