import { sql, type Kysely } from "kysely"

/** Feedback also says of which pages agents take offered sentences into replies, and of which they remove sentences. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await setKinds(db, ["use", "not", "insert", "taken", "removed"])
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`delete from source_feedback where kind in ('taken', 'removed')`.execute(db)
  await setKinds(db, ["use", "not", "insert"])
}

async function setKinds(db: Kysely<unknown>, kinds: string[]): Promise<void> {
  await sql`alter table source_feedback drop constraint source_feedback_kind_check`.execute(db)
  await sql`
    alter table source_feedback add constraint source_feedback_kind_check
    check (kind in (${sql.join(kinds.map((kind) => sql.lit(kind)))}))`.execute(db)
}
