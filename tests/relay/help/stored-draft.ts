import type { Kysely } from "kysely"
import { CASE_FIELDS, caseKey, DRAFT_FIELDS, draftKey } from "../../../src/storage/encryption/row-keys.ts"
import type { Schema } from "../../../src/storage/schema.ts"

/** Reads all that is stored of a draft, with its texts in clear. */
export async function readStoredDraft(db: Kysely<Schema>, id: string) {
  const row = await db.selectFrom("drafts").selectAll().where("id", "=", id).executeTakeFirstOrThrow()
  const events = await db.selectFrom("draft_events").selectAll().where("draft", "=", id).orderBy("n").execute()
  const key = draftKey(db, id, row.data_key)
  const open = (field: string, text: string | null) => (text === null ? null : key.open(field, text))
  return {
    ...row,
    request: open(DRAFT_FIELDS.request, row.request),
    subject: open(DRAFT_FIELDS.subject, row.subject),
    upstream_body: open(DRAFT_FIELDS.upstream, row.upstream_body),
    events: events.map(({ n, event }) => key.open(DRAFT_FIELDS.event(n), event))
  }
}

/** Reads all that is stored of all drafts, with their texts in clear. */
export async function readStoredDrafts(db: Kysely<Schema>) {
  const rows = await db.selectFrom("drafts").select("id").execute()
  return Promise.all(rows.map(({ id }) => readStoredDraft(db, id)))
}

/** Reads the cases, of one ticket or of all, with their outcomes in clear. */
export async function readStoredCases(db: Kysely<Schema>, ticketId?: string) {
  const all = db.selectFrom("outcomes").selectAll()
  const rows = await (ticketId === undefined ? all : all.where("ticket_id", "=", ticketId)).execute()
  return rows.map((row) => ({ ...row, body: caseKey(db, row.id, row.data_key).open(CASE_FIELDS.body, row.body) }))
}

/** Reads the reviews, with their notes in clear. */
export async function readStoredReviews(db: Kysely<Schema>) {
  const rows = await db
    .selectFrom("reviews")
    .innerJoin("outcomes", "outcomes.id", "reviews.case_id")
    .select(["case_id", "data_key", "reviews.version", "by", "reviews.reasons", "note"])
    .execute()
  return rows.map(({ case_id, data_key, note, ...review }) => ({
    ...review,
    note: caseKey(db, case_id, data_key).open(CASE_FIELDS.note, note)
  }))
}
