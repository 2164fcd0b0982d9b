import { sql, type Kysely } from "kysely"

/**
 * Every entry of the audit gets its number, the hash of the one before it, and a hash of its own, whoever inserts it: a
 * relay, a command, or a relay of the version before. What was there already is chained once, in its order, and marked
 * as `late`. What is hashed is described in `storage/audit/entry-hash.ts`, which does the same in TypeScript.
 *
 * An entry goes only if a later entry says so: `entries-pruned`, which the relay signs, names the last one that goes. A
 * relay of the version before, whose retention knows nothing of that, deletes nothing.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop trigger audit_rows on audit`.execute(db)
  await sql`drop trigger audit_whole on audit`.execute(db)
  await sql`drop function audit_append_only()`.execute(db)
  await sql`alter table audit alter column id drop identity`.execute(db)
  await sql`alter table audit drop column tenant, add column machine text,
    add column late boolean not null default false, add column previous bytea, add column hash bytea`.execute(db)
  await makeHashFunctions(db)
  await sql`lock table audit in exclusive mode`.execute(db)
  await sql`
    do $$
    declare
      entry record;
      n bigint := 0;
      head bytea := decode(repeat('00', 32), 'hex');
      own bytea;
    begin
      for entry in select * from audit order by id loop
        n := n + 1;
        own := audit_entry_hash(n, true, entry.at, entry.person, null, entry.action, entry.ids, head);
        update audit set id = n, late = true, previous = head, hash = own where id = entry.id;
        head := own;
      end loop;
    end $$`.execute(db)
  await sql`alter table audit alter column previous set not null, alter column hash set not null`.execute(db)
  await sql`create index audit_pruned on audit (id) where action = 'entries-pruned'`.execute(db)
  await sql`create index audit_checkpoints on audit (id) where action = 'checkpoint'`.execute(db)
  await makeTriggers(db)
}

async function makeHashFunctions(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function audit_part(value text) returns text language sql immutable as $$
      select case when value is null then '-,'
        else octet_length(convert_to(value, 'UTF8'))::text || ':' || value || ',' end
    $$`.execute(db)
  await sql`
    create function audit_entry_hash(
      id bigint, late boolean, at timestamptz, person uuid, machine text, action text, ids text[], previous bytea)
    returns bytea language plpgsql stable as $$
    begin
      return sha256(convert_to(
        audit_part('replywright-audit-1') || audit_part(id::text) || audit_part(late::text)
        || audit_part(to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
        || audit_part(person::text) || audit_part(machine) || audit_part(action) || audit_part(cardinality(ids)::text)
        || coalesce((select string_agg(audit_part(one), '' order by n) from unnest(ids) with ordinality as each (one, n)), '')
        || audit_part(encode(previous, 'hex')), 'UTF8'));
    end $$`.execute(db)
}

async function makeTriggers(db: Kysely<unknown>): Promise<void> {
  // Whoever comes second waits for the lock until the first one's transaction ends, and then reads what it has added: in
  // a function that is volatile each statement sees what is there by then. The table is named in full, because another
  // one of the same name may come first in the session's path.
  await sql`
    create function audit_chain() returns trigger language plpgsql as $$
    declare
      last bigint;
      head bytea;
    begin
      perform pg_advisory_xact_lock(hashtextextended('replywright audit', 0));
      execute format('select id, hash from %I.%I order by id desc limit 1', tg_table_schema, tg_table_name)
        into last, head;
      new.id := coalesce(last, 0) + 1;
      new.previous := coalesce(head, decode(repeat('00', 32), 'hex'));
      new.hash := audit_entry_hash(
        new.id, new.late, new.at, new.person, new.machine, new.action, new.ids, new.previous);
      return new;
    end $$`.execute(db)
  await sql`
    create function audit_append_only() returns trigger language plpgsql as $$
    declare
      through text;
    begin
      if tg_op = 'DELETE' then
        execute format('select ids[1] from %I.%I where action = ''entries-pruned'' order by id desc limit 1',
          tg_table_schema, tg_table_name) into through;
        if old.id <= through::bigint then return old; end if;
        if coalesce(current_setting('replywright.audit_before', true), '') <> '' then return null; end if;
        raise exception 'An entry of the audit goes only when its days are over.';
      end if;
      raise exception 'An entry of the audit is never changed.';
    end $$`.execute(db)
  await sql`create trigger audit_chain before insert on audit for each row execute function audit_chain()`.execute(db)
  await sql`create trigger audit_rows before update or delete on audit for each row execute function audit_append_only()`.execute(
    db
  )
  await sql`create trigger audit_whole before truncate on audit for each statement execute function audit_append_only()`.execute(
    db
  )
}

/** The chain is lost. Entries keep their numbers. */
export async function down(db: Kysely<unknown>): Promise<void> {
  for (const trigger of ["audit_chain", "audit_rows", "audit_whole"])
    await sql`drop trigger ${sql.id(trigger)} on audit`.execute(db)
  await sql`drop function audit_chain(), audit_append_only(), audit_entry_hash, audit_part`.execute(db)
  await sql`drop index audit_pruned, audit_checkpoints`.execute(db)
  await sql`alter table audit drop column machine, drop column late, drop column previous, drop column hash,
    add column tenant text not null default 'default'`.execute(db)
  await sql`alter table audit alter column id add generated always as identity`.execute(db)
  await sql`select setval(pg_get_serial_sequence('audit', 'id'), coalesce((select max(id) from audit), 0) + 1, false)`.execute(
    db
  )
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
