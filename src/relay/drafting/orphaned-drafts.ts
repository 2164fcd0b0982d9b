import { sql, type Kysely } from "kysely"
import { isLivingRelay, type RelayPresence } from "../../storage/relay-presence.ts"
import type { Schema } from "../../storage/schema.ts"
import { draftKey } from "../../storage/encryption/row-keys.ts"
import { openEvent } from "./draft-store.ts"
import type { StreamEvent } from "./pipeline/pipeline-events.ts"

/** A relay of a version before signs of life names itself nowhere. No draft takes it longer than this. */
const MAX_DRAFT_MS = 15 * 60_000
/** A follower at another relay says that it is there at least every two seconds. */
const FOLLOWED_SECONDS = 6

/**
 * Marks the drafts of dead relays as cut off, because nobody writes them any more. They lose their relay, so that they
 * begin anew when they are asked for again.
 */
export async function cutOrphanedDrafts(
  db: Kysely<Schema>,
  { alone }: Pick<RelayPresence, "alone">,
  now: Date
): Promise<void> {
  await db
    .updateTable("drafts")
    .set({ state: "cut", relay: null, ended_at: now })
    .where("state", "=", "writing")
    .where((is) =>
      is.or([
        is.and([is("relay", "is not", null), is.not(isLivingRelay("drafts.relay"))]),
        is.and([
          is("relay", "is", null),
          ...(alone ? [] : [is("created_at", "<", new Date(now.getTime() - MAX_DRAFT_MS))])
        ])
      ])
    )
    .execute()
}

/** Reads the drafts that are stored as being written by this relay, and whether somebody follows them elsewhere. */
export async function readOwnDrafts(db: Kysely<Schema>, relay: string): Promise<Map<string, { followed: boolean }>> {
  const rows = await db
    .selectFrom("drafts")
    .select(["id", IS_FOLLOWED.as("followed")])
    .where("state", "=", "writing")
    .where("relay", "=", relay)
    .execute()
  return new Map(rows.map(({ id, followed }) => [id, { followed }]))
}

/** Marks drafts that this relay no longer writes, although they are stored so: their end could not be stored. */
export async function cutUnendedDrafts(db: Kysely<Schema>, relay: string, ids: string[], now: Date): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable("drafts")
    .set({ state: "cut", relay: null, ended_at: now })
    .where("id", "in", ids)
    .where("relay", "=", relay)
    .where("state", "=", "writing")
    .execute()
}

/** Leaves drafts that this relay broke off because it ends, so that they begin anew when they are asked for again. */
export async function leaveDrafts(db: Kysely<Schema>, relay: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  await db
    .updateTable("drafts")
    .set({ relay: null })
    .where("id", "in", ids)
    .where("relay", "=", relay)
    .where("state", "=", "cut")
    .execute()
}

export async function isErased(db: Kysely<Schema>, id: string): Promise<boolean> {
  const row = await db.selectFrom("erased_drafts").select("id").where("id", "=", id).executeTakeFirst()
  return row !== undefined
}

export async function isFollowed(db: Kysely<Schema>, id: string): Promise<boolean> {
  const row = await db.selectFrom("drafts").select(IS_FOLLOWED.as("followed")).where("id", "=", id).executeTakeFirst()
  return row?.followed === true
}

const IS_FOLLOWED = sql<boolean>`coalesce(followed_at > clock_timestamp() - make_interval(secs => ${FOLLOWED_SECONDS}), false)`

/** What is stored of a draft from one of its events on. */
export interface Progress {
  events: StreamEvent[]
  /** The number of the event that would follow. */
  next: number
  /** Whether a living relay writes it. */
  isWritten: boolean
}

/** Reads state and events at one moment. Returns nothing if there is no such draft. */
export async function readProgress(db: Kysely<Schema>, id: string, from: number): Promise<Progress | undefined> {
  const { rows } = await sql<{ written: boolean; data_key: Buffer | null; n: number | null; event: string | null }>`
    select drafts.state = 'writing' and ${isLivingRelay("drafts.relay")} as written, data_key, n, event
    from drafts left join draft_events on draft_events.draft = drafts.id and n >= ${from}::int
    where drafts.id = ${id}::uuid order by n`.execute(db)
  const [first] = rows
  if (!first) return undefined
  const key = draftKey(db, id, first.data_key)
  const events = rows.flatMap(({ n, event }) => (event === null || n === null ? [] : [openEvent(key, { n, event })]))
  return { events, next: (rows.at(-1)?.n ?? from - 1) + 1, isWritten: first.written }
}

/** Tells the relay that writes the draft that somebody follows it here. */
export async function noteFollower(db: Kysely<Schema>, id: string): Promise<void> {
  await db
    .updateTable("drafts")
    .set({ followed_at: sql<Date>`clock_timestamp()` })
    .where("id", "=", id)
    .where("state", "=", "writing")
    .execute()
}

/** When the relay that writes a draft last gave a sign of life, and whether it counts as living. */
export interface Writer {
  lastSign: string | null
  living: boolean
}

/** Reads who writes the draft. Returns nothing if nobody does any more. */
export async function readWriter(db: Kysely<Schema>, id: string): Promise<Writer | undefined> {
  return db
    .selectFrom("drafts")
    .leftJoin("relays", "relays.id", "drafts.relay")
    .select([sql<string | null>`relays.alive_at::text`.as("lastSign"), isLivingRelay("drafts.relay").as("living")])
    .where("drafts.id", "=", id)
    .where("drafts.state", "=", "writing")
    .where("drafts.relay", "is not", null)
    .executeTakeFirst()
}
