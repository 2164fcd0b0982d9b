import type pg from "pg"
import { Problem } from "../../../runtime/problem.ts"

/**
 * Refuses a role that may do more than read. What counts is who signed in and every role that they can become, because
 * a statement could change to such a role. @throws Problem 422 "view-role" with the first reason
 */
export async function refuseUnfitRole(client: pg.PoolClient, title: string): Promise<void> {
  const { rows } = await client.query<{ role: string; reason: string }>(UNFIT)
  const [unfit] = rows
  if (!unfit) return
  throw new Problem(
    422,
    "view-role",
    `${title} was not asked: the role "${unfit.role}" of LOOKUP_DATABASE_URL ${unfit.reason}. Give it one that may read the view and nothing else.`
  )
}

/** Each part of it lists reasons of one kind. PUBLIC's own rights count like those of the role. */
const UNFIT = `
with reach as (
  select * from pg_roles where pg_has_role(session_user, oid, 'member')
), reasons (at, reason) as (
  select 1, 'may do anything (superuser)' from reach where rolsuper
  union all select 2, 'bypasses row security' from reach where rolbypassrls
  union all select 2, 'may create roles' from reach where rolcreaterole
  union all select 2, 'may create databases' from reach where rolcreatedb
  union all select 2, 'may replicate the database' from reach where rolreplication
  union all select 3, format('belongs to the role "%s"', rolname) from reach where rolname like 'pg\\_%'
  union all select 4, 'owns the ' || pg_describe_object(classid, objid, objsubid)
    from pg_shdepend join reach on reach.oid = refobjid
    where refclassid = 'pg_authid'::regclass and deptype = 'o'
      and dbid in (0, (select oid from pg_database where datname = current_database()))
  union all select 5, format('may change the table "%s"', relname)
    from pg_class join pg_namespace on pg_namespace.oid = relnamespace cross join reach
    where relkind in ('r', 'p', 'v', 'f', 'm') and nspname !~ '^(pg_|information_schema$)' and (
      has_table_privilege(reach.oid, pg_class.oid, 'insert, update, delete, truncate, references, trigger')
      or has_any_column_privilege(reach.oid, pg_class.oid, 'insert, update, references'))
  union all select 5, format('may change the sequence "%s"', relname)
    from pg_class cross join reach
    where relkind = 'S' and has_sequence_privilege(reach.oid, pg_class.oid, 'usage, update')
  union all select 6, format('may create objects in the schema "%s"', nspname)
    from pg_namespace cross join reach
    where nspname !~ '^(pg_|information_schema$)' and has_schema_privilege(reach.oid, pg_namespace.oid, 'create')
  union all select 6, 'may create schemas in the database' from reach
    where has_database_privilege(reach.oid, current_database(), 'create')
  union all select 7, format('may call the function "%s"', proname)
    from pg_proc cross join reach
    where pronamespace = 'pg_catalog'::regnamespace and proacl is not null
      and not exists (select from aclexplode(proacl) where grantee = 0)
      and has_function_privilege(reach.oid, pg_proc.oid, 'execute')
)
select session_user as role, reason from reasons order by at, reason limit 1`
