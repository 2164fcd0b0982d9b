import pg from "pg"
import { tellsIdentity } from "../../../lookups/identities.ts"
import { placesIn } from "../../../lookups/template.ts"
import { MAX_VIEW_ROWS } from "../../../protocol/operating/lookups.ts"
import { Problem } from "../../../runtime/problem.ts"
import { createPoolSockets } from "../../../storage/pool/pool-sockets.ts"
import type { View } from "../format/assemble-view.ts"
import { viewProblem } from "./view-problem.ts"
import { refuseUnfitRole } from "./view-role.ts"

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
    const left = Math.max(1, Math.round(limitMs - (performance.now() - began)))
    await client.query(`set local statement_timeout = ${left}`)
  }
  await client.query("begin transaction read only")
  await limitStatement()
  await refuseUnfitRole(client, title)
  // Its columns are told before anything is read.
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
