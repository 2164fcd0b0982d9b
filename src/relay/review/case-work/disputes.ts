import { sql, type Kysely, type Selectable } from "kysely"
import * as z from "zod/mini"
import type { Contest, Decision, DisputeFigures } from "../../../protocol/routes/case-work.ts"
import { disputeState, score, scores, type Dispute, type Scorecard, type Scores } from "../../../protocol/scorecard.ts"
import type { PairedPerson } from "../../../protocol/relay.ts"
import { Problem } from "../../../runtime/problem.ts"
import { writeAuditEntry } from "../../../storage/audit-log.ts"
import { CASE_FIELDS, caseKey, readCaseKey } from "../../../storage/encryption/row-keys.ts"
import type { RowKey } from "../../../storage/encryption/text-cipher.ts"
import type { Schema } from "../../../storage/schema.ts"
import { shareWithInterval } from "../figures/share-interval.ts"
import { missingCaseProblem } from "../cases/missing-case.ts"
import { readScorecards } from "../scoring/scorecards.ts"

/** Reads which scores of these cases their agents contest, by case, in the order in which they did. */
export async function readDisputes(db: Kysely<Schema>, caseIds: readonly string[]): Promise<Map<string, Dispute[]>> {
  if (caseIds.length === 0) return new Map()
  const rows = await db
    .selectFrom("review_disputes")
    .innerJoin("outcomes", "outcomes.id", "case_id")
    .selectAll("review_disputes")
    .select("data_key")
    .where("case_id", "in", caseIds)
    .orderBy("at")
    .orderBy("criterion")
    .execute()
  const cards = rows.length === 0 ? [] : await readScorecards(db)
  const of = (row: (typeof rows)[number]) => disputeOf(row, caseKey(db, row.case_id, row.data_key), cards)
  return new Map([...Map.groupBy(rows, (row) => row.case_id)].map(([id, some]) => [id, some.map(of)]))
}

function disputeOf(row: Selectable<Schema["review_disputes"]>, key: RowKey, cards: readonly Scorecard[]): Dispute {
  const { criterion } = row
  return {
    criterion,
    name: criterionName(cards, row.scorecard, criterion),
    score: z.parse(score, row.score),
    reason: key.open(CASE_FIELDS.dispute(criterion), row.reason),
    state: z.parse(disputeState, row.state),
    sentence: row.sentence === null ? null : key.open(CASE_FIELDS.decision(criterion), row.sentence),
    by: row.by,
    at: row.at.toISOString(),
    decidedAt: row.decided_at?.toISOString() ?? null
  }
}

/** Returns how a version of the scorecard calls a criterion; "" if the interface words its id. */
const criterionName = (cards: readonly Scorecard[], version: number, id: string): string =>
  cards.find((card) => card.version === version)?.criteria.find((one) => one.id === id)?.name ?? ""

const disputesOf = async (db: Kysely<Schema>, id: string) => ({
  disputes: (await readDisputes(db, [id])).get(id) ?? []
})

/**
 * Stores that the agent of a case contests one of its scores.
 * @throws Problem 404, 410 if it is no case of theirs, 409 "not-scored" or "contested-already"
 */
export async function contestScore(
  db: Kysely<Schema>,
  id: string,
  { criterion, reason }: Contest,
  { id: person }: PairedPerson,
  now: Date
): Promise<{ disputes: Dispute[] }> {
  await db.transaction().execute(async (work) => {
    const own = await lockCase(work, id, person)
    if (!own) throw await missingCaseProblem(work, id)
    const { review } = own
    const contested = review?.done ? review.scores[criterion] : undefined
    if (!review || contested === undefined || review.scorecard === null)
      throw new Problem(409, "not-scored", "This has no score any more. Load the page again: the review was changed.")
    const { numInsertedOrUpdatedRows } = await work
      .insertInto("review_disputes")
      .values({
        ...{ case_id: id, criterion, score: contested, scorecard: review.scorecard, at: now },
        reason: (await readCaseKey(work, id)).seal(CASE_FIELDS.dispute(criterion), reason)
      })
      .onConflict((conflict) => conflict.columns(["case_id", "criterion"]).doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows !== 1n)
      throw new Problem(409, "contested-already", "You have contested this score already. Each can be contested once.")
    await writeAuditEntry(work, person, "score-contested", [id, criterion], now)
  })
  return disputesOf(db, id)
}

/**
 * Decides about a dispute. A new score takes the place of the contested one, unless the case was scored by another
 * version of the scorecard since.
 * @throws Problem 404, 410 without the case, 409 "no-dispute", "dispute-decided", "own-score" or "own-reply"
 */
export async function decideDispute(
  db: Kysely<Schema>,
  id: string,
  { criterion, decision, sentence, score: fairer }: Decision,
  { id: person, name: by }: PairedPerson,
  now: Date
): Promise<{ disputes: Dispute[] }> {
  await db.transaction().execute(async (work) => {
    const locked = await lockCase(work, id)
    if (!locked) throw await missingCaseProblem(work, id)
    const { review, agent } = locked
    const standing = await work
      .selectFrom("review_disputes")
      .select(["state", "by", "scorecard"])
      .where("case_id", "=", id)
      .where("criterion", "=", criterion)
      .executeTakeFirst()
    if (!standing) throw new Problem(409, "no-dispute", "Nobody contests this score. Load the case again.")
    if (standing.state !== "open")
      throw new Problem(409, "dispute-decided", `${standing.by} was first; yours was not saved. Load the case again.`)
    const own = review?.person === person ? OWN_SCORE : agent === person ? OWN_REPLY : undefined
    if (own && (await isThereAnotherLead(work, person))) throw new Problem(409, own.code, own.sentence)
    await work
      .updateTable("review_disputes")
      .set({
        ...{ state: decision, by, decided_at: now },
        sentence: (await readCaseKey(work, id)).seal(CASE_FIELDS.decision(criterion), sentence)
      })
      .where("case_id", "=", id)
      .where("criterion", "=", criterion)
      .execute()
    if (decision === "accepted" && fairer && review?.scorecard === standing.scorecard)
      await work
        .updateTable("reviews")
        .set({
          scores: JSON.stringify({ ...review.scores, [criterion]: fairer } satisfies Scores),
          version: review.version + 1
        })
        .where("case_id", "=", id)
        .execute()
    await writeAuditEntry(work, person, `dispute-${decision}`, [id, criterion], now)
  })
  return disputesOf(db, id)
}

const OWN_SCORE = {
  code: "own-score",
  sentence: "You gave this score yourself, so another lead has to decide about it."
}
const OWN_REPLY = {
  code: "own-reply",
  sentence: "This is a reply of your own, so another lead has to decide about it."
}

/** Locks a case, as who saves its review does, and reads what is scored. @param person whose case it has to be */
async function lockCase(work: Kysely<Schema>, id: string, person?: string) {
  let one = work.selectFrom("outcomes").select("person").where("id", "=", id).forUpdate()
  if (person !== undefined) one = one.where("person", "=", person)
  const there = await one.executeTakeFirst()
  if (!there) return undefined
  const row = await work
    .selectFrom("reviews")
    .select(["done", "scorecard", "scores", "version", "person"])
    .where("case_id", "=", id)
    .executeTakeFirst()
  const scored: Scores = typeof row?.scores === "string" ? z.parse(scores, JSON.parse(row.scores)) : {}
  return { agent: there.person, review: row && { ...row, scores: scored } }
}

async function isThereAnotherLead(work: Kysely<Schema>, person: string): Promise<boolean> {
  const another = await work
    .selectFrom("people")
    .select("id")
    .where("role", "in", ["lead", "admin"])
    .where("id", "!=", person)
    .limit(1)
    .executeTakeFirst()
  return another !== undefined
}

/** Counts what waits and what was accepted. A criterion goes by its id, and is called as it was called last. */
export async function readDisputeFigures(db: Kysely<Schema>): Promise<DisputeFigures> {
  const { rows } = await sql<{ criterion: string; scorecard: number; open: number; accepted: number; decided: number }>`
    select criterion, max(scorecard) as scorecard,
      count(*) filter (where state = 'open')::int as open,
      count(*) filter (where state = 'accepted')::int as accepted,
      count(*) filter (where state <> 'open')::int as decided
    from review_disputes group by criterion order by decided desc, criterion`.execute(db)
  const cards = rows.length === 0 ? [] : await readScorecards(db)
  return {
    open: rows.reduce((sum, row) => sum + row.open, 0),
    criteria: rows.map(({ criterion, scorecard, accepted, decided }) => ({
      criterion,
      name: criterionName(cards, scorecard, criterion),
      accepted: shareWithInterval(accepted, decided)
    }))
  }
}
