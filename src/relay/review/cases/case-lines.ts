import { sql, type Kysely, type SqlBool } from "kysely"
import * as z from "zod/mini"
import { reasons } from "../../../protocol/outcome.ts"
import { CASE_SIGNALS, type CaseLine } from "../../../protocol/review.ts"
import type { Schema } from "../../../storage/schema.ts"
import { readDraftBriefs } from "./draft-content.ts"

/**
 * Cases with what a line of the list needs, their drafts apart, which only those lines need that are shown; further
 * conditions and columns are the caller's.
 */
export function selectCases(db: Kysely<Schema>) {
  return db
    .selectFrom("outcomes")
    .leftJoin("reviews", "reviews.case_id", "outcomes.id")
    .select([
      "outcomes.id",
      "outcomes.draft",
      "outcomes.site",
      "outcomes.helpdesk",
      "outcomes.ticket_id",
      "outcomes.result",
      "outcomes.edit_distance",
      "outcomes.language",
      "outcomes.created_at",
      "outcomes.reasons",
      "outcomes.counted",
      "outcomes.signals",
      "outcomes.data_key",
      "reviews.done"
    ])
    .select(HAS_NEWER_REVISION.as("newer"))
}

/** Whether something was reported after the review that no lead has reviewed yet. */
export const HAS_NEWER_REVISION = sql<boolean>`exists (select 1 from outcome_revisions where outcome_revisions.case_id = outcomes.id and outcome_revisions.later)`
/** Whether the case is reviewed and nothing newer was reported since. */
export const IS_REVIEWED = sql<SqlBool>`(coalesce(reviews.done, false) and not ${HAS_NEWER_REVISION})`

export type CaseRow = Awaited<ReturnType<ReturnType<typeof selectCases>["execute"]>>[number]

/** Returns the lines of these cases, in the same order. */
export async function caseLinesOf(db: Kysely<Schema>, rows: CaseRow[]): Promise<CaseLine[]> {
  const drafts = await readDraftBriefs(
    db,
    rows.flatMap(({ draft }) => draft ?? [])
  )
  const of = ({ draft }: CaseRow) => (draft === null ? undefined : drafts.get(draft))
  return rows.map((row) => ({
    caseId: row.id,
    site: row.site,
    helpdesk: row.helpdesk,
    ticketId: row.ticket_id,
    subject: of(row)?.subject ?? null,
    result: row.result,
    editDistance: row.edit_distance,
    language: row.language,
    at: row.created_at.toISOString(),
    reasons: z.parse(reasons, row.reasons),
    marks: of(row)?.marks ?? { noSource: 0, needsApproval: 0, contradicts: 0 },
    signals: CASE_SIGNALS.filter((signal) => row.signals.includes(signal)),
    reviewed: row.done === true && !row.newer,
    newer: row.newer,
    counted: row.counted
  }))
}
