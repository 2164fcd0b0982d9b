import type { Kysely } from "kysely"
import type { Outcome } from "../../protocol/outcome.ts"
import { storedOutcome } from "../../protocol/stored.ts"
import type { CaseRevision } from "../../protocol/review.ts"
import { diffReplies } from "../../text/reply-diff.ts"
import type { RowKey } from "../../storage/encryption/text-cipher.ts"
import type { Schema } from "../../storage/schema.ts"
import { queueColumns } from "./queue/case-signals.ts"
import { CASE_FIELDS, caseKey, readCaseKey, wordsAs } from "../../storage/encryption/row-keys.ts"
import { countOnce } from "./count-once.ts"
import { readDraftContent } from "./cases/draft-content.ts"
import { requestedDraft } from "./requested-draft.ts"
import { outcomeBodyOf, outcomeRow, outcomeResult } from "./outcome-row.ts"

/**
 * Stores a report that came after a lead's review beside what the lead has read. A repeated revision changes nothing.
 */
export async function keepLaterRevision(work: Kysely<Schema>, caseId: string, told: Outcome, at: Date): Promise<void> {
  const { outcomeId: account, revision } = told
  const key = await readCaseKey(work, caseId)
  await work
    .insertInto("outcome_revisions")
    .values({
      case_id: caseId,
      ...{ account, revision },
      later: true,
      body: key.seal(CASE_FIELDS.revision(account, revision), outcomeBodyOf(told)),
      at
    })
    .onConflict((conflict) => conflict.columns(["case_id", "account", "revision"]).doNothing())
    .execute()
}

/** Whether this revision, or a later one of the same outcome, is stored beside the case. */
export async function isLaterRevisionKept(
  work: Kysely<Schema>,
  caseId: string,
  { outcomeId, revision }: Outcome
): Promise<boolean> {
  const found = await work
    .selectFrom("outcome_revisions")
    .select("id")
    .where("case_id", "=", caseId)
    .where("account", "=", outcomeId)
    .where("revision", ">=", revision)
    .executeTakeFirst()
  return found !== undefined
}

/** Returns the revisions that are stored beside a case, in the order in which they were reported. */
export async function readRevisions(
  db: Kysely<Schema>,
  { id, site }: { id: string; site: string }
): Promise<CaseRevision[]> {
  const rows = await db
    .selectFrom("outcome_revisions")
    .innerJoin("outcomes", "outcomes.id", "case_id")
    .selectAll("outcome_revisions")
    .select("data_key")
    .where("case_id", "=", id)
    .orderBy("at")
    .orderBy("outcome_revisions.revision")
    .execute()
  return rows.map((row) => {
    const outcome = storedOutcome.parse({ ...JSON.parse(openRevision(caseKey(db, id, row.data_key), row)), site })
    const diff =
      outcome.draft === "" || outcome.sent === null ? [] : diffReplies(outcome.draft, outcome.sent, outcome.language)
    return { id: row.id, later: row.later, at: row.at.toISOString(), result: outcomeResult(outcome), outcome, diff }
  })
}

const openRevision = (key: RowKey, { account, revision, body }: { account: string; revision: number; body: string }) =>
  key.open(CASE_FIELDS.revision(account, revision), body)

/**
 * Makes a later revision the current one, because a lead has read it and reviews it. The former one is kept as an
 * earlier revision. The caller holds the ticket's lock and the lock of the case's row.
 */
export async function adoptRevision(work: Kysely<Schema>, caseId: string, seen: string): Promise<void> {
  const taken = await work
    .selectFrom("outcome_revisions")
    .selectAll()
    .where("id", "=", seen)
    .where("case_id", "=", caseId)
    .where("later", "=", true)
    .executeTakeFirst()
  const stood = await work.selectFrom("outcomes").selectAll().where("id", "=", caseId).executeTakeFirst()
  if (!taken || !stood) return
  const key = caseKey(work, caseId, stood.data_key)
  await work.deleteFrom("outcome_revisions").where("id", "=", seen).execute()
  await work
    .updateTable("outcome_revisions")
    .set({ later: false })
    .where("case_id", "=", caseId)
    .where("at", "<=", taken.at)
    .execute()
  await work
    .insertInto("outcome_revisions")
    .values({
      case_id: caseId,
      account: stood.account,
      revision: stood.revision,
      later: false,
      body: key.seal(CASE_FIELDS.revision(stood.account, stood.revision), key.open(CASE_FIELDS.body, stood.body)),
      at: stood.told_at ?? stood.created_at
    })
    .execute()
  const outcome = storedOutcome.parse({ ...JSON.parse(openRevision(key, taken)), site: stood.site })
  const requested = await requestedDraft(work, outcome, { sites: [stood.site], caseId, now: taken.at })
  const columns = queueColumns(outcome, await readDraftContent(work, stood.draft))
  await work
    .updateTable("outcomes")
    .set({
      ...outcomeRow(outcome, stood.person, key),
      ...requested,
      ...columns,
      words: wordsAs(work, key, columns.words),
      told_at: taken.at
    })
    .where("id", "=", caseId)
    .execute()
  await countOnce(work, { helpdesk: stood.helpdesk, ticketId: stood.ticket_id })
}
