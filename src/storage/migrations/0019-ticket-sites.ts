import { sql, type Kysely } from "kysely"

/**
 * A ticket is named by its site, too: the same number in two accounts is two tickets. What was kept before is of an
 * unknown site, "". The masking rules get a new version when the key by which sites are hashed comes or goes, so that
 * browsers hear of it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const table of TABLES)
    await sql`alter table ${sql.table(table)} add column site text not null default ''`.execute(db)
  await sql`alter table masking_rules drop constraint masking_rules_why_check,
    add constraint masking_rules_why_check check (why in ('saved', 'import', 'word', 'undo', 'sites'))`.execute(db)
  // Two accounts may number their messages alike.
  await sql`drop index outcomes_message`.execute(db)
  await sql`create unique index outcomes_message on outcomes (tenant, helpdesk, ticket_id, message_id, site) where message_id is not null`.execute(
    db
  )
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop index outcomes_message`.execute(db)
  await sql`create unique index outcomes_message on outcomes (tenant, helpdesk, ticket_id, message_id) where message_id is not null`.execute(
    db
  )
  await sql`delete from masking_rules where why = 'sites'`.execute(db)
  await sql`alter table masking_rules drop constraint masking_rules_why_check,
    add constraint masking_rules_why_check check (why in ('saved', 'import', 'word', 'undo'))`.execute(db)
  for (const table of TABLES) await sql`alter table ${sql.table(table)} drop column site`.execute(db)
}

const TABLES = ["drafts", "outcomes", "source_feedback"]
