import type { Kysely } from "kysely"
import { DRAFT_FIELDS, draftKey } from "../../../src/storage/encryption/row-keys.ts"
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
