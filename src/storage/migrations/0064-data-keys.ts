import { sql, type Kysely } from "kysely"

/**
 * The texts of drafts, cases and corrections of intents are encrypted, each row by a key of its own, which stands in it,
 * wrapped by a master key. A row without a key is in clear, as everything was before. A relay encrypts new rows once
 * every relay on the database can read them, which each of this version says in its own row.
 *
 * Which kind of event one is stays readable: the report on the knowledge looks for two of them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table master_keys (
      -- Names a master key without telling it.
      id text primary key,
      used_since timestamptz not null default now()
    )`.execute(db)
  for (const table of ["drafts", "outcomes", "intent_corrections"])
    await sql`alter table ${sql.table(table)} add column data_key bytea`.execute(db)
  await sql`alter table draft_events add column type text`.execute(db)
  await sql`alter table relays add column reads_encrypted boolean not null default false`.execute(db)
  await sql`alter table people drop constraint people_vault_key_check,
    add constraint people_vault_key_check check (octet_length(vault_key) in (32, 68))`.execute(db)
}

/** What is encrypted can't be read any more. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`delete from people where octet_length(vault_key) <> 32`.execute(db)
  await sql`alter table people drop constraint people_vault_key_check,
    add constraint people_vault_key_check check (octet_length(vault_key) = 32)`.execute(db)
  await sql`alter table relays drop column reads_encrypted`.execute(db)
  await sql`alter table draft_events drop column type`.execute(db)
  for (const table of ["drafts", "outcomes", "intent_corrections"]) {
    await sql`delete from ${sql.table(table)} where data_key is not null`.execute(db)
    await sql`alter table ${sql.table(table)} drop column data_key`.execute(db)
  }
  await sql`drop table master_keys`.execute(db)
}
