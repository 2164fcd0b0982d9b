import { sql, type Kysely } from "kysely"
import type { Schema } from "../schema.ts"
import type { ChainEntry } from "./entry-hash.ts"
import { SIGNED_ACTIONS } from "./signed-entries.ts"

/** Entries that are read at a time. */
const BATCH = 1_000

/** The columns of an entry as they are hashed. */
const COLUMNS = sql<ChainEntry>`
  audit.id::text as id, to_char(audit.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
  audit.person::text as person, audit.machine, audit.action, audit.ids, audit.late,
  encode(audit.previous, 'hex') as previous, encode(audit.hash, 'hex') as hash`

type Row = Omit<ChainEntry, "id"> & { id: string }
const entryOf = ({ id, ...rest }: Row): ChainEntry => ({ id: Number(id), ...rest })

/** Which entries are read: of an action, from the first to the last day in UTC. */
export interface EntryFilter {
  action?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

/** Reads the entries after this number, the oldest first. */
export async function* readChain(
  db: Kysely<Schema>,
  after = 0,
  filter: EntryFilter = {}
): AsyncGenerator<ChainEntry[]> {
  for (let from = after; ; ) {
    const { rows } = await sql<Row>`
      select ${COLUMNS} from audit where audit.id > ${from} ${conditionOf(filter)} order by audit.id limit ${BATCH}`.execute(
      db
    )
    if (rows.length > 0) yield rows.map(entryOf)
    if (rows.length < BATCH) return
    from = Number(rows.at(-1)?.id)
  }
}

function conditionOf({ action, from, to }: EntryFilter) {
  return sql.join(
    [
      ...(action === undefined ? [] : [sql`and action = ${action}`]),
      ...(from === undefined ? [] : [sql`and at >= ${new Date(from)}`]),
      ...(to === undefined ? [] : [sql`and at < ${new Date(Date.parse(to) + DAY)}`])
    ],
    sql` `
  )
}

const DAY = 86_400_000

/** Reads the newest entry of an action, or the newest of all. */
export async function readNewestEntry(db: Kysely<Schema>, action?: string): Promise<ChainEntry | undefined> {
  const which = action === undefined ? sql`` : sql`where action = ${action}`
  const { rows } = await sql<Row>`select ${COLUMNS} from audit ${which} order by audit.id desc limit 1`.execute(db)
  return rows.map(entryOf)[0]
}

/** Reads the hash of the chain's first entry, which a summary names if retention has deleted it. */
export async function readChainName(db: Kysely<Schema>): Promise<string | undefined> {
  const { rows } = await sql<{ hash: string }>`select encode(hash, 'hex') as hash from audit where id = 1`.execute(db)
  return rows[0]?.hash ?? (await readNewestEntry(db, SIGNED_ACTIONS.pruned))?.ids[2]
}

/**
 * Holds back everybody else who adds to the audit until the transaction ends: the same lock as that of migration 0060.
 */
export async function lockAudit(work: Kysely<Schema>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('replywright audit', 0))`.execute(work)
}
