import { sql, type Kysely } from "kysely"

/**
 * What the audit has noted can't be changed, and goes only with its days: the relay says for its transaction up to
 * when, in the setting
 * `replywright.audit_before`. Whoever owns the database can still take the triggers away.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create index audit_at on audit (at)`.execute(db)
  await sql`
    create function audit_append_only() returns trigger language plpgsql as $$
    declare before text := nullif(current_setting('replywright.audit_before', true), '');
    begin
      if tg_op = 'DELETE' then
        if before is not null and old.at < before::timestamptz then return old; end if;
        raise exception 'An entry of the audit goes only when its days are over.';
      end if;
      raise exception 'An entry of the audit is never changed.';
    end $$`.execute(db)
  await sql`create trigger audit_rows before update or delete on audit for each row execute function audit_append_only()`.execute(
    db
  )
  await sql`create trigger audit_whole before truncate on audit for each statement execute function audit_append_only()`.execute(
    db
  )
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop trigger audit_whole on audit`.execute(db)
  await sql`drop trigger audit_rows on audit`.execute(db)
  await sql`drop function audit_append_only`.execute(db)
  await sql`drop index audit_at`.execute(db)
}
