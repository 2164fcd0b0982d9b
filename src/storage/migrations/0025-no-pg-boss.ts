import { sql, type Kysely } from "kysely"

/**
 * Schedules no longer need pg-boss, so its schema is dropped. It stays if another program has a queue in it, or if the
 * relay's role may not drop it; then nothing here uses it any more.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$
    declare
      shared boolean;
    begin
      if to_regnamespace('pgboss') is null then
        return;
      end if;
      if to_regclass('pgboss.queue') is null then
        -- An admin may have made the schema for the relay, and the relay never used it.
        drop schema pgboss;
        return;
      end if;
      execute $q$select exists (select from pgboss.queue where name <> 'knowledge-import' and not starts_with(name, '__pgboss__'))$q$
        into shared;
      if not shared then
        drop schema pgboss cascade;
      end if;
    exception when insufficient_privilege or dependent_objects_still_exist then
      raise notice 'The schema pgboss is no longer used by the relay. Its owner may drop it.';
    end
    $$`.execute(db)
}

/** There is nothing to undo: a relay of an older version makes the schema again when it needs it. */
export const down = (): Promise<void> => Promise.resolve()
