import type { Kysely } from "kysely"
import * as z from "zod/mini"
import {
  DEFAULT_SCORECARD,
  scorecardRequest,
  type Scorecard,
  type ScorecardRequest,
  type Scores
} from "../../../protocol/scorecard.ts"
import { Problem } from "../../../runtime/problem.ts"
import { writeAuditEntry } from "../../../storage/audit-log.ts"
import type { Schema } from "../../../storage/schema.ts"

/** Reads all versions, the newest first. The last is the default, which nobody made. */
export async function readScorecards(db: Kysely<Schema>): Promise<Scorecard[]> {
  const rows = await db.selectFrom("scorecards").selectAll().orderBy("version", "desc").execute()
  return [
    ...rows.map(({ version, criteria, by, at }) => ({
      ...stored.parse(JSON.parse(criteria)),
      ...{ version, by, at: at.toISOString() }
    })),
    DEFAULT_SCORECARD
  ]
}

const stored = z.pick(scorecardRequest, { criteria: true, sendWeight: true })

/**
 * Saves the next version if the current one is the one that the lead has read. Reviews keep theirs.
 * @throws ScorecardChangedProblem if another lead was first, Problem 400 if an id stands there twice
 */
export async function saveScorecard(
  db: Kysely<Schema>,
  { version, criteria, sendWeight }: ScorecardRequest,
  { id: person, name: by }: { id: string; name: string },
  now: Date
): Promise<Scorecard> {
  if (new Set(criteria.map(({ id }) => id)).size < criteria.length)
    throw new Problem(400, "bad-request", "criteria: two have the same id.")
  return db.transaction().execute(async (work) => {
    const current = await currentScorecard(work)
    if (current.version !== version) throw new ScorecardChangedProblem(current)
    // Of two leads who save at once, the second waits here and then inserts nothing.
    const { numInsertedOrUpdatedRows } = await work
      .insertInto("scorecards")
      .values({ version: version + 1, criteria: JSON.stringify({ criteria, sendWeight }), by, at: now })
      .onConflict((conflict) => conflict.column("version").doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows !== 1n) throw new ScorecardChangedProblem(await currentScorecard(work))
    await writeAuditEntry(work, person, "scorecard-saved", [String(version + 1)], now)
    return { version: version + 1, criteria, sendWeight, by, at: now.toISOString() }
  })
}

async function currentScorecard(db: Kysely<Schema>): Promise<Scorecard> {
  const [current = DEFAULT_SCORECARD] = await readScorecards(db)
  return current
}

/**
 * Returns the version by which a review is scored, which may be an older one: the card may have been changed while the
 * lead was reading.
 * @throws Problem 400 if there is no such version, or if it lacks one of the criteria
 */
export async function scorecardOf(db: Kysely<Schema>, version: number, scores: Scores): Promise<Scorecard> {
  const card = (await readScorecards(db)).find((one) => one.version === version)
  if (!card) throw new Problem(400, "bad-request", "scorecard: there is no such version.")
  const other = Object.keys(scores).find((id) => !card.criteria.some((criterion) => criterion.id === id))
  if (other !== undefined) throw new Problem(400, "bad-request", `scores: this version has no criterion "${other}".`)
  return card
}

/** Another lead saved the scorecard first, and nothing was written. */
class ScorecardChangedProblem extends Problem {
  override name = "ScorecardChangedProblem"
  readonly scorecard: Scorecard

  constructor(scorecard: Scorecard) {
    super(409, "scorecard-changed", `${scorecard.by ?? "Another lead"} saved the scorecard first; yours was not saved.`)
    this.scorecard = scorecard
  }

  override body(requestId: string) {
    return { ...super.body(requestId), scorecard: this.scorecard }
  }
}
