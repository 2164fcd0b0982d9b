import pg from "pg"
import type { Log } from "../runtime/log.ts"
import { StartError } from "../runtime/problem.ts"

/**
 * Looks at the database that DATABASE_URL names before anything is built on it.
 * @param name what the address is called in sentences, where it is another than DATABASE_URL
 * @throws StartError "database-url" in a sentence without the password.
 */
export async function checkDatabaseUrl(url: string, log: Log, name = "DATABASE_URL"): Promise<void> {
  let client: pg.Client | undefined
  try {
    // It reads the files that the address names, such as that of a certificate.
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: WAIT_MS, query_timeout: WAIT_MS })
    // A connection lost between the checks: the query that follows says so.
    client.on("error", () => undefined)
    await client.connect()
    const { rows } = await client.query<{ version: string; super: boolean; standby: boolean; reads: boolean }>(
      `select current_setting('server_version_num') as version, rolsuper as super, pg_is_in_recovery() as standby,
        current_setting('transaction_read_only')::boolean as reads from pg_roles where rolname = current_user`
    )
    const version = Math.floor(Number(rows[0]?.version) / 10_000)
    if (version < 15)
      throw new StartError("database-url", `${name} names a PostgreSQL ${version}; Replywright needs 15 or newer.`)
    if (rows[0]?.standby)
      throw new StartError("database-url", `${name} names a standby, which only reads: name the primary.`)
    if (rows[0]?.reads)
      throw new StartError(
        "database-url",
        `${name} names a database that only reads: set default_transaction_read_only to off for it and for its role.`
      )
    if (rows[0]?.super)
      log.warn("database-superuser", { advice: "give the relay a role of its own that is no superuser" })
    await refuseTablesOfOthers(client)
  } catch (error) {
    if (error instanceof StartError) throw error
    throw new StartError("database-url", `${name} does not work: ${sentence(error, url, client)}`, {
      cause: error
    })
  } finally {
    await client?.end().catch(() => undefined)
  }
}

/** Whoever restores with PostgreSQL's own tools, or gives the relay another role, leaves tables that it may not use. */
async function refuseTablesOfOthers(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ owner: string; role: string; database: string }>(
    `select pg_get_userbyid(relowner) as owner, current_user as role, current_database() as database
      from pg_class join pg_namespace n on n.oid = relnamespace
      where n.nspname = current_schema() and relname = 'kysely_migration' and not has_table_privilege(pg_class.oid, 'select')`
  )
  const [found] = rows
  if (found)
    throw new StartError(
      "database-rights",
      `The tables in the database ${found.database} belong to the role ${found.owner}, and ${found.role} may not use them: make them its own, as "A server" in docs/settings.md shows, and start again.`
    )
}

/** Where it lies, for people: without user and password. */
export function shownDatabaseUrl(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `postgresql://${hostname}${port && `:${port}`}${pathname}`
}

const WAIT_MS = 10_000

/** @param client what the address is read as, if it can be read */
function sentence(error: unknown, url: string, client: pg.Client | undefined): string {
  const { code = "", message, path } = partsOf(error)
  if (client === undefined) return unread(code, path)
  const { host, port, user = "" } = client
  const place = host.startsWith("/") ? host : `${host.includes(":") ? `[${host}]` : host}:${port}`
  if (isOfCertificate(code)) return certificateSentence(host, code)
  const byCode = connectionSentence(code, place, client, url) ?? refusalSentence(code, client)
  if (byCode !== undefined) return byCode
  if (/password must be a/.test(message))
    return `the server asks for the password of ${user}, and the address has none.`
  if (/does not support SSL/.test(message))
    return `the server at ${place} doesn't encrypt. Set up TLS there, or take sslmode out of the address.`
  if (/^E[A-Z]+UNREACH$|^ETIMEDOUT$/.test(code) || /timeout/.test(message))
    return `nothing answers at ${place}. Correct the address, or let the relay through the firewall.`
  return `the server does not answer as PostgreSQL does${code && ` (${code})`}. Correct the address.`
}

/** Says why no server was reached, by the code of the system. */
function connectionSentence(code: string, place: string, { host, port }: pg.Client, url: string): string | undefined {
  switch (code) {
    case "ECONNREFUSED":
      return `no PostgreSQL answers at ${place}. Start it, or correct the address.${hint(url)}`
    case "ENOENT":
    case "EACCES":
      return `no PostgreSQL can be reached at ${place}/.s.PGSQL.${port} (${code}). Correct the folder of its socket, or the port.`
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `the host ${host} is not known. Correct the address.${hint(url)}`
  }
  return undefined
}

/** Says why the server refused the connection, by its own code. */
function refusalSentence(code: string, { user = "", database = "" }: pg.Client): string | undefined {
  switch (code) {
    case "28P01":
    case "28000":
      return `the server refuses the user ${user}. Correct user or password.${code === "28000" ? NO_RULE : ""}`
    case "3D000":
      return `there is no database ${database} on the server. Create it, or correct the name.`
    case "42501":
      return `the user ${user} may not connect to the database ${database}. Grant it the right to.`
    case "53300":
      return "the server has no connection left. Let it have more, or put PgBouncer before it."
    case "57P03":
      return "the server is starting or stopping. Try again in a moment."
  }
  return undefined
}

const NO_RULE =
  " If they are right, its pg_hba.conf lets them in only by TLS (add ?sslmode=verify-full) or not from here."

/** Why an address can't be read that looks like one. */
function unread(code: string, file: string | undefined): string {
  return file === undefined
    ? "it can't be read. Write special characters of user, password and database as in a link: % as %25, @ as %40."
    : `the file ${file} that it names can't be read (${code}). Correct its path, or let the relay's user read it.`
}

/** A character of the password that ends it too early makes something else the host. */
function hint(url: string): string {
  const { pathname, hash } = new URL(url)
  return /@/.test(pathname + hash) ? " In a password, write / as %2F, @ as %40, # as %23, and % as %25." : ""
}

const isOfCertificate = (code: string) => /CERT|UNABLE_TO_(GET|VERIFY)/.test(code)

function certificateSentence(host: string, code: string): string {
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID")
    return `the server's certificate is for another name than ${host}. Use the name that the certificate has.`
  if (code === "CERT_HAS_EXPIRED") return "the server's certificate has expired. Renew it."
  return `no authority that this machine knows has signed the server's certificate (${code}). Add sslrootcert=FILE to the address, with the authority's certificate.`
}

/** What Node and pg say of a failure: not all of it is in every one. */
function partsOf(error: unknown): { code?: string; message: string; path?: string } {
  // A name with several addresses fails once for each.
  if (error instanceof AggregateError && error.errors.length > 0) return partsOf(error.errors[0])
  if (!(error instanceof Error)) return { message: "" }
  return {
    message: error.message,
    ...("code" in error && { code: String(error.code) }),
    ...("path" in error && { path: String(error.path) })
  }
}
