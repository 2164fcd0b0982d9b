-- The rights of the relay's role, which reads and writes rows and owns nothing. Run this as the role that owns the tables
-- (the one with which `npm run relay -- migrate` was run), connected to the relay's database, after each update:
--
--   psql "$OWNER_DATABASE_URL" -v ON_ERROR_STOP=1 -f deploy/postgresql/grants.sql
--
-- It expects a role that may connect: create role replywright_relay login password '...';

grant usage on schema public to replywright_relay;
grant select, insert, update, delete on all tables in schema public to replywright_relay;
grant usage, select on all sequences in schema public to replywright_relay;

-- An entry of the audit is added and read. It is deleted only after a signed summary, which a trigger checks.
revoke update on audit from replywright_relay;

-- The owner alone changes the schema.
revoke insert, update, delete on kysely_migration, kysely_migration_lock from replywright_relay;

-- Tables of later versions get the same rights when the owner makes them.
alter default privileges in schema public grant select, insert, update, delete on tables to replywright_relay;
alter default privileges in schema public grant usage, select on sequences to replywright_relay;
