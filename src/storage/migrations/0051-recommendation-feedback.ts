import { sql, type Kysely } from "kysely"

/** Feedback also says which products were offered with a draft, and which of them stood in the reply. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await setKinds(db, ["use", "not", "insert", "taken", "removed", "offered", "followed"])
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`delete from source_feedback where kind in ('offered', 'followed')`.execute(db)
  await setKinds(db, ["use", "not", "insert", "taken", "removed"])
}

async function setKinds(db: Kysely<unknown>, kinds: string[]): Promise<void> {
  await sql`alter table source_feedback drop constraint source_feedback_kind_check`.execute(db)
  await sql`
    alter table source_feedback add constraint source_feedback_kind_check
    check (kind in (${sql.join(kinds.map((kind) => sql.lit(kind)))}))`.execute(db)
}
