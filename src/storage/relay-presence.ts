import { randomUUID } from "node:crypto"
import { sql, type Kysely } from "kysely"
import type { Log } from "../runtime/log.ts"
import { createSharedClock } from "../runtime/shared-clock.ts"
import { SHORT_LIMIT_MS, withTimeLimit } from "./pool/time-limit.ts"
import type { Schema } from "./schema.ts"

/** How often a relay tells the database that it lives, in milliseconds. */
const BEAT_MS = 2_000
/** A relay that was silent for so many seconds counts as dead. */
const DEAD_AFTER_SECONDS = 10
const DEAD_AFTER_MS = DEAD_AFTER_SECONDS * 1000

/** This relay, as the others on the same database see it. */
export interface RelayPresence {
  id: string
  /** The database belongs to one relay at a time, so every other relay that it names is dead. */
  alone: boolean
  /** Returns the time by which all relays on the database agree. */
  now(): Date
  /** Does `work` after each sign of life, unless it is still at it. What it throws is logged. */
  everyBeat(work: () => Promise<void>): void
  /** Returns for how many seconds this relay has been silent, if that is so long that the others take it for dead. */
  deadSeconds(): number | undefined
  /** Waits for the work under way, and takes leave of the others. */
  close(): Promise<void>
}

export interface PresenceOptions {
  alone?: boolean
  beatMs?: number
  version?: string
  /** This machine's time in milliseconds. */
  own?: () => number
  /** What this relay says of itself with each sign of life, for the status page. It never holds a word of a ticket. */
  condition?: () => object
}

/**
 * Tells the other relays on this database that this one lives, now and every two seconds, in a row of its own: pooled
 * connections may change with every transaction, so no lock of a session could say it.
 */
export async function startPresence(
  db: Kysely<Schema>,
  log: Log,
  { alone = false, beatMs = BEAT_MS, version, own, condition = () => ({}) }: PresenceOptions = {}
): Promise<RelayPresence> {
  const id = randomUUID()
  if (alone) await db.deleteFrom("relays").execute()
  const clock = createSharedClock(log, own)
  const sign = () => clock.compare(() => signOfLife(db, { id, version, condition: condition() }))
  await sign()
  let last = performance.now()
  const logBeat = onceInARow(log, "relay-beat")
  const works = createBeatWorks(log)

  async function beat(): Promise<void> {
    try {
      // The others wait for it, so one that a dead connection swallows must be given up and said again.
      await withTimeLimit(SHORT_LIMIT_MS, sign)
    } catch (error) {
      return logBeat(error)
    }
    const silentMs = performance.now() - last
    last = performance.now()
    logBeat(undefined)
    // What was lost with it, its drafts and its jobs, is found out by the work that follows.
    if (silentMs >= DEAD_AFTER_MS) log.warn("relay-was-silent", { seconds: Math.round(silentMs / 1000) })
    // If the database was away, the others could not tell that they live either: they get until the next beat.
    if (silentMs < DEAD_AFTER_MS / 2) works.start()
  }

  let beating: Promise<void> | undefined
  const timer = setInterval(() => (beating ??= beat().finally(() => (beating = undefined))), beatMs)
  timer.unref()
  return {
    id,
    alone,
    now: clock.now,
    everyBeat: works.add,
    deadSeconds() {
      const silentMs = performance.now() - last
      return silentMs < DEAD_AFTER_MS ? undefined : Math.floor(silentMs / 1000)
    },
    async close() {
      clearInterval(timer)
      await beating
      await works.settle()
      await withTimeLimit(SHORT_LIMIT_MS, () => db.deleteFrom("relays").where("id", "=", id).execute()).catch(
        (error: unknown) => log.error("relay-beat", error)
      )
    }
  }
}

/** Logs the first error of a row: while the database is away every beat fails, and one line says so. */
function onceInARow(log: Log, event: string): (error: unknown) => void {
  let isFailing = false
  return (error) => {
    if (error !== undefined && !isFailing) log.error(event, error)
    isFailing = error !== undefined
  }
}

/**
 * Does what belongs to each beat. It may wait for a table that somebody keeps locked: this relay goes on to give signs
 * of life meanwhile.
 */
function createBeatWorks(log: Log) {
  const works: (() => Promise<void>)[] = []
  const logWork = onceInARow(log, "relay-beat-work")
  let working: Promise<void> | undefined

  async function work(): Promise<void> {
    // What one work can't do keeps none of the others from being done.
    const results = await inTurn(works)
    const failure = results.find((result) => result.status === "rejected")
    logWork(failure && (failure.reason ?? new Error("A work of the beat failed without a reason.")))
  }

  return {
    add: (each: () => Promise<void>) => void works.push(each),
    /** Starts the works, unless they are still under way. */
    start: () => void (working ??= work().finally(() => (working = undefined))),
    settle: async () => working
  }
}

async function inTurn(works: (() => Promise<void>)[]): Promise<PromiseSettledResult<void>[]> {
  const results: PromiseSettledResult<void>[] = []
  for (const work of works) results.push(...(await Promise.allSettled([work()])))
  return results
}

/** Whether the relay whose id stands in `column` has given a sign of life lately. */
export const isLivingRelay = (column: string) => sql<boolean>`exists (
  select from relays where relays.id = ${sql.ref(column)}
    and relays.alive_at > clock_timestamp() - make_interval(secs => ${DEAD_AFTER_SECONDS}))`

/** Whether a relay has given a sign of life on this database lately, also one whose pooled connections name nobody. */
export async function hasLivingRelay(db: Kysely<Schema>): Promise<boolean> {
  const { rows: tables } = await sql`select where to_regclass('relays') is not null`.execute(db)
  if (tables.length === 0) return false
  const { rows } = await sql`
    select from relays where alive_at > clock_timestamp() - make_interval(secs => ${DEAD_AFTER_SECONDS}) limit 1`.execute(
    db
  )
  return rows.length > 0
}

/** Whether every living relay on this database can read encrypted rows. One of an earlier version can't. */
export async function canAllReadEncrypted(db: Kysely<Schema>): Promise<boolean> {
  const { rows } = await sql`
    select from relays where not reads_encrypted
      and alive_at > clock_timestamp() - make_interval(secs => ${DEAD_AFTER_SECONDS}) limit 1`.execute(db)
  return rows.length === 0
}

/** Deletes the row of a relay that is known to be dead, so that its drafts needn't wait until its silence says so. */
export async function forgetRelay(db: Kysely<Schema>, id: string): Promise<void> {
  await db.deleteFrom("relays").where("id", "=", id).execute()
}

/** A relay as the others know it. */
export interface KnownRelay {
  id: string
  startedAt: Date
  aliveAt: Date
  isLiving: boolean
  version: string | null
  /** As the relay itself wrote it, of whichever version it is. */
  condition: unknown
}

/** Returns the relays that gave a sign of life on the last day and haven't taken leave, the oldest first. */
export async function listRelays(db: Kysely<Schema>): Promise<KnownRelay[]> {
  const { rows } = await sql<KnownRelay>`
    select id, started_at as "startedAt", alive_at as "aliveAt", version, condition,
      alive_at > clock_timestamp() - make_interval(secs => ${DEAD_AFTER_SECONDS}) as "isLiving"
    from relays where alive_at > clock_timestamp() - interval '1 day' order by started_at, id limit 1000`.execute(db)
  return rows
}

interface SignOfLife {
  id: string
  version: string | undefined
  condition: object
}

/**
 * Rows of relays that died a day ago are deleted on the way.
 * @returns the database's time in milliseconds
 */
async function signOfLife(db: Kysely<Schema>, { id, version, condition }: SignOfLife): Promise<number> {
  const { rows } = await sql<{ at: Date }>`
    with gone as (delete from relays where alive_at < clock_timestamp() - interval '1 day')
    insert into relays (id, alive_at, version, condition, reads_encrypted)
    values (${id}::uuid, clock_timestamp(), ${version ?? null}, ${JSON.stringify(condition)}::jsonb, true)
    on conflict (id) do update set alive_at = excluded.alive_at, condition = excluded.condition
    returning alive_at as at`.execute(db)
  return rows[0]?.at.getTime() ?? Number.NaN
}

/** Returns the database's time, for a command that writes what relays go by. */
export async function databaseTime(db: Kysely<Schema>): Promise<Date> {
  const { rows } = await sql<{ at: Date }>`select clock_timestamp() as at`.execute(db)
  return rows[0]?.at ?? new Date()
}
