import pg from "pg"
import { tellsIdentity } from "../../lookups/identities.ts"
import { placesIn } from "../../lookups/template.ts"
import { Problem } from "../../runtime/problem.ts"
import { createPoolSockets } from "../../storage/pool/pool-sockets.ts"
import type { View } from "./format/assemble-view.ts"
import { MAX_VIEW_ROWS } from "../../protocol/routes/lookups.ts"

/** The database of the team's views. It is connected to when the first view is asked. */
export interface ViewDatabase {
  /**
   * Asks a view, within two seconds. Nothing of the answer is kept.
   * @param values of the ticket, by their names
   * @returns each row as JSON, 50 at most
   * @throws Problem "view-..." with a sentence for the admin, and 400 "bad-request" if a value is missing
   */
  ask(view: View, values: Readonly<Record<string, string>>): Promise<string[]>
  close(): Promise<void>
}

/**
 * Opens the database at this address. Its role is looked at before each view: one that may do more than read is refused,
 * though each view is asked in a transaction that only reads.
 */
export function openViewDatabase(url: string | undefined, limitMs = LIMIT_MS): ViewDatabase {
  const sockets = createPoolSockets()
  const pool =
    url === undefined
      ? undefined
      : new pg.Pool({
          connectionString: url,
          max: CONNECTIONS,
          connectionTimeoutMillis: CONNECT_MS,
          // The server ends a statement itself. This is for one that says nothing any more.
          query_timeout: 2 * limitMs,
          stream: sockets.make,
          application_name: "replywright-views"
        })
  // A lost connection is told by the statement that needed it.
  pool?.on("connect", (client) => client.on("error", () => undefined))
  pool?.on("error", () => undefined)

  return {
    async ask(view, values) {
      const { title } = view.definition
      if (!pool)
        throw new Problem(409, "view-no-database", `${title} was not asked: the relay has no LOOKUP_DATABASE_URL.`)
      const client = await pool.connect().catch((error: unknown) => {
        throw viewProblem(title, error, limitMs)
      })
      let isLost = false
      try {
        return await rowsOf(client, view, values, limitMs)
      } catch (error) {
        throw error instanceof Problem ? error : viewProblem(title, error, limitMs)
      } finally {
        await client.query("rollback").catch(() => (isLost = true))
        client.release(isLost)
      }
    },
    async close() {
      await pool?.end()
      sockets.destroySoon()
    }
  }
}

/** Reads the rows of a view in one transaction. @throws Problem "view-identity", "view-many" or "view-large" */
async function rowsOf(
  client: pg.PoolClient,
  view: View,
  values: Readonly<Record<string, string>>,
  limitMs: number
): Promise<string[]> {
  const { title } = view.definition
  const { text, parameters } = parameterised(view, values)
  const began = performance.now()
  const limitStatement = async () => {
    const remainingMs = Math.max(1, Math.round(limitMs - (performance.now() - began)))
    await client.query(`set local statement_timeout = ${remainingMs}`)
  }
  await client.query("begin transaction read only")
  await limitStatement()
  await refuseUnfitRole(client, title)
  // Only its columns are asked for, before any row is read.
  const { fields } = await client.query({ text: `select * from (${text}) as asked limit 0`, values: parameters })
  refuseIdentity(fields, title)
  await limitStatement()
  const { rows } = await client.query<{ row: string }>({
    text: `select left(row_to_json(asked)::text, ${MAX_BYTES + 1}) as row from (${text}) as asked limit ${MAX_VIEW_ROWS + 1}`,
    values: parameters
  })
  refuseTooMuch(rows, title)
  return rows.map(({ row }) => row)
}

function refuseIdentity(fields: readonly pg.FieldDef[], title: string): void {
  const identity = fields.find(({ name }) => tellsIdentity(name))
  if (identity)
    throw new Problem(
      422,
      "view-identity",
      `${title} was not asked: its column "${identity.name}" tells who somebody is, and the relay reads no such thing.`
    )
}

function refuseTooMuch(rows: readonly { row: string }[], title: string): void {
  if (rows.length > MAX_VIEW_ROWS)
    throw new Problem(
      422,
      "view-many",
      `${title} has more than ${MAX_VIEW_ROWS} rows for this value, so none was read: its statement must ask for one case.`
    )
  if (rows.reduce((sum, { row }) => sum + Buffer.byteLength(row), 0) > MAX_BYTES)
    throw new Problem(422, "view-large", `${title} gave more than 256 kB, so nothing was read: select fewer columns.`)
}

/** Puts parameters in the place of {values}, one for each, because each may be of another type. */
function parameterised({ statement }: View, values: Readonly<Record<string, string>>) {
  const parameters: string[] = []
  let text = ""
  let last = 0
  for (const { start, end, name } of placesIn(statement)) {
    const value = values[name]
    if (value === undefined) throw new Problem(400, "bad-request", `The request has no value "${name}".`)
    parameters.push(value)
    text += `${statement.slice(last, start)}$${parameters.length}`
    last = end
  }
  return { text: text + statement.slice(last), parameters }
}

/** In milliseconds. */
const LIMIT_MS = 2000
const CONNECT_MS = 1000
const CONNECTIONS = 4
const MAX_BYTES = 256 * 1024

/**
 * Returns the problem that a failed view means. It quotes PostgreSQL's own words only about the statement, which is the
 * admin's, and not about a value. It has no cause, because the log would show that.
 */
function viewProblem(title: string, error: unknown, limitMs: number): Problem {
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  const not = (status: number, name: string, why: string) =>
    new Problem(status, `view-${name}`, `${title} was not asked: ${why}`)
  if (code === "57014" || code === "55P03" || (error instanceof Error && error.message === "Query read timeout"))
    return new Problem(
      504,
      "view-slow",
      `${title} did not answer within ${limitMs / 1000} s: its view needs an index on what it is asked by.`,
      { retryable: true }
    )
  // 0A000: a WITH that changes something can't stand within a SELECT.
  if (code === "25006" || code === "0A000") return not(422, "writes", "its statement would change something.")
  if (code === "42501")
    return not(422, "forbidden", "the role of LOOKUP_DATABASE_URL may not read it. Grant it SELECT on the view.")
  if (code.startsWith("42"))
    return not(
      422,
      "wrong",
      `PostgreSQL does not understand its statement (${error instanceof Error ? error.message : code}).`
    )
  if (code.startsWith("22")) return not(422, "value", "the ticket's value is not of the kind that the view takes.")
  return not(503, "away", `the database of LOOKUP_DATABASE_URL does not answer${code && ` (${code})`}.`)
}

/**
 * Refuses a role that may do more than read. What counts is who signed in and every role that they can become, because
 * a statement could change to such a role. @throws Problem 422 "view-role" with the first reason
 */
async function refuseUnfitRole(client: pg.PoolClient, title: string): Promise<void> {
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
