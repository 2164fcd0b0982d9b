import pg from "pg"
import type { Log } from "../runtime/log.ts"
import { StartError } from "../runtime/problem.ts"

/**
 * Looks at the database that DATABASE_URL names before anything is built on it.
 * @param name what the address is called in sentences, where it is another than DATABASE_URL
 * @throws StartError "database-url" in a sentence without the password.
 */
export async function checkDatabaseUrl(url: string, log: Log, name = "DATABASE_URL"): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000, query_timeout: 10_000 })
  // A connection lost between the checks: the query that follows says so.
  client.on("error", () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string; super: boolean }>(
      "select current_setting('server_version_num') as version, rolsuper as super from pg_roles where rolname = current_user"
    )
    const version = Math.floor(Number(rows[0]?.version) / 10_000)
    if (version < 15)
      throw new StartError("database-url", `${name} names a PostgreSQL ${version}; Replywright needs 15 or newer.`)
    if (rows[0]?.super)
      log.warn("database-superuser", { advice: "give the relay a role of its own that is no superuser" })
  } catch (error) {
    if (error instanceof StartError) throw error
    throw new StartError("database-url", `${name} does not work: ${sentence(error, new URL(url))}`, {
      cause: error
    })
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Where it lies, for people: without user and password. */
export function shownDatabaseUrl(url: string): string {
  const { hostname, port, pathname } = new URL(url)
  return `postgresql://${hostname}${port && `:${port}`}${pathname}`
}

function sentence(error: unknown, { hostname, port, pathname, username }: URL): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : ""
  const database = decodeURIComponent(pathname.slice(1))
  switch (code) {
    case "ECONNREFUSED":
      return `no PostgreSQL answers at ${hostname}:${port || 5432}. Start it, or mend the address.`
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return `the host ${hostname} is not known. Mend the address.`
    case "28P01":
    case "28000":
      return `the server refuses the user ${decodeURIComponent(username)}. Mend user or password.`
    case "3D000":
      return `there is no database ${database} on the server. Create it, or correct the name.`
    default:
      return `the server does not answer as PostgreSQL does${code && ` (${code})`}. Mend the address.`
  }
}
