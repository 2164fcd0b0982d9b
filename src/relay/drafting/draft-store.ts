import { sql, type Kysely, type RawBuilder, type Selectable } from "kysely"
import { dayOf, insertUsage, type UsageEntry } from "../../models/usage/usage-book.ts"
import type { Upstream } from "../../protocol/relay.ts"
import { writeAuditEntry } from "../../storage/audit-log.ts"
import { DRAFT_FIELDS, draftKey } from "../../storage/encryption/row-keys.ts"
import type { RowKey } from "../../storage/encryption/text-cipher.ts"
import { databaseProblem } from "../../storage/database-problem.ts"
import { isLivingRelay } from "../../storage/relay-presence.ts"
import type { DraftRow, DraftState, Schema } from "../../storage/schema.ts"
import { noteRequester } from "../../masking-rules/ticket-requesters.ts"
import type { DraftUsage } from "../usage/draft-usage.ts"
import type { StreamEvent, UpstreamEvent } from "./pipeline/pipeline-events.ts"

export type NewDraft = Pick<
  DraftRow,
  "id" | "person" | "helpdesk" | "ticket_id" | "request_hash" | "model" | "pipeline_version" | "created_at"
> & {
  site: string
  relay: string
  /** JSON of the masked ticket, and its subject. */
  request: string
  subject: string
  /** The keyed hash of the ticket's requester, if a browser says it. */
  requester?: string | undefined
  /** Encrypts both and the events. */
  key: RowKey
}

/** What became of the request to begin a draft. */
export type Beginning = "begun" | "known" | "erased" | "too-many"

/**
 * Stores a new draft before its first event. It returns "known" if the id is taken already, "erased" if the ticket was
 * erased, and "too-many" if the person has `mostElsewhere` drafts or more under way at other relays. A draft begins
 * anew if the database failed before its first word, or if the relay that wrote it died. `note` is written in the same
 * transaction. So is the entry of the audit, which is last because others wait for it.
 */
export async function beginDraft(
  db: Kysely<Schema>,
  draft: NewDraft,
  mostElsewhere: number,
  note?: (work: Kysely<Schema>) => Promise<void>
): Promise<Beginning> {
  const row = note
    ? await db.transaction().execute(async (work) => {
        const [inserted] = (await insertUnlessErased(draft, mostElsewhere).execute(work)).rows
        if (inserted) {
          if (draft.requester !== undefined) await requesterOf(draft, draft.requester).execute(work)
          await note(work)
          await writeAuditEntry(work, draft.person, "drafted", [draft.id], draft.created_at)
        }
        return inserted
      })
    : (await insertWithAudit(draft, mostElsewhere).execute(db)).rows[0]
  if (row) return "begun"
  if (await db.selectFrom("erased_drafts").select("id").where("id", "=", draft.id).executeTakeFirst()) return "erased"
  return db.transaction().execute((work) => beginAnew(work, draft))
}

/** Of several relays that are asked for the draft at once, the first one gets it. */
async function beginAnew(work: Kysely<Schema>, draft: NewDraft): Promise<Beginning> {
  const known = await work
    .selectFrom("drafts")
    .select(["person", "request_hash", "state", "relay", isLivingRelay("drafts.relay").as("living")])
    .where("id", "=", draft.id)
    .forUpdate()
    .executeTakeFirst()
  if (!known) return "too-many"
  if (known.person !== draft.person || !known.request_hash.equals(draft.request_hash)) return "known"
  const isOrphan =
    (known.state === "cut" && known.relay === null) ||
    (known.state === "writing" && known.relay !== null && !known.living)
  if (!isOrphan && !(known.state === "failed" && (await hasFailedBeforeItsText(work, draft.id)))) return "known"
  await work.deleteFrom("draft_events").where("draft", "=", draft.id).execute()
  await work
    .updateTable("drafts")
    .set({
      ...sealed(draft),
      state: "writing",
      upstream_url: null,
      upstream_body: null,
      upstream_model: null,
      ended_at: null
    })
    .where("id", "=", draft.id)
    .execute()
  return "begun"
}

async function hasFailedBeforeItsText(work: Kysely<Schema>, id: string): Promise<boolean> {
  const events = await readEvents(work, id)
  const last = events.at(-1)
  return (
    last?.type === "draft-error" && last.code === "database-down" && events.every(({ type }) => type !== "draft-delta")
  )
}

/** The same with the entry of the audit. It is the one statement of most drafts. */
function insertWithAudit(draft: NewDraft, mostElsewhere: number) {
  return sql<{ id: string }>`
    with begun as (${insertUnlessErased(draft, mostElsewhere)}),
    noted as (
      insert into audit (at, person, action, ids)
      select ${draft.created_at}::timestamptz, ${draft.person}::uuid, 'drafted', array[id::text] from begun)
    ${draft.requester === undefined ? sql`` : sql`, whose as (${requesterOf(draft, draft.requester, sql`from begun`)})`}
    select id from begun`
}

const requesterOf = (
  { site, helpdesk, ticket_id, created_at: at }: NewDraft,
  requester: string,
  from?: RawBuilder<unknown>
) => noteRequester({ requester, site, helpdesk, ticket_id, at }, from)

/** Returns the row's id, or nothing if the id is taken, its ticket was erased, or too many are under way. */
function insertUnlessErased(draft: NewDraft, mostElsewhere: number) {
  const { id, person, site, helpdesk, ticket_id, request_hash, model, pipeline_version } = draft
  const { request, subject, data_key } = sealed(draft)
  return sql<{ id: string }>`
    insert into drafts (id, person, site, helpdesk, ticket_id, request_hash, model, pipeline_version, request, subject, data_key,
      created_at, relay, state)
    select ${id}::uuid, ${person}::uuid, ${site}::text, ${helpdesk}::text, ${ticket_id}::text, ${request_hash}::bytea,
      ${model}::text, ${pipeline_version}::text, ${request}::text, ${subject}::text, ${data_key}::bytea, ${draft.created_at}::timestamptz,
      ${draft.relay}::uuid, 'writing'
    where not exists (select from erased_drafts where id = ${id}::uuid)
      and (select count(*) from drafts other where other.state = 'writing' and other.person = ${person}::uuid
        and other.relay <> ${draft.relay}::uuid and ${isLivingRelay("other.relay")}) < ${mostElsewhere}::int
    on conflict (id) do nothing returning id`
}

/** The columns of a new draft, with its texts as they are stored. */
function sealed({ key, request, subject, requester: _, ...draft }: NewDraft) {
  return {
    ...draft,
    request: key.seal(DRAFT_FIELDS.request, request),
    subject: key.seal(DRAFT_FIELDS.subject, subject),
    data_key: key.wrapped
  }
}

/** Reads of whom a draft is, and how far it is. */
export async function findDraft(
  db: Kysely<Schema>,
  id: string
): Promise<Pick<Selectable<DraftRow>, "person" | "request_hash" | "state" | "relay"> | undefined> {
  return db
    .selectFrom("drafts")
    .select(["person", "request_hash", "state", "relay"])
    .where("id", "=", id)
    .executeTakeFirst()
}

export async function readEvents(db: Kysely<Schema>, id: string): Promise<StreamEvent[]> {
  const rows = await db
    .selectFrom("draft_events")
    .innerJoin("drafts", "drafts.id", "draft_events.draft")
    .select(["n", "event", "data_key"])
    .where("draft", "=", id)
    .orderBy("n")
    .execute()
  const [first] = rows
  if (!first) return []
  const key = draftKey(db, id, first.data_key)
  return rows.map((row) => openEvent(key, row))
}

/** Reads an event of a draft by its key. */
export function openEvent(key: RowKey, { n, event }: { n: number; event: string }): StreamEvent {
  // The relay itself wrote this column, from events of this type.
  return JSON.parse(key.open(DRAFT_FIELDS.event(n), event)) as StreamEvent
}

/** The draft as the one relay that may write it knows it. */
export interface OwnDraft {
  id: string
  relay: string
  /** Encrypts its texts. */
  key: RowKey
  /** What models used for it, which is stored with its end. */
  usage?: DraftUsage
}

/** What is stored of a draft at once: its events, of which the first gets the number `first`, and the request. */
export interface Written {
  first: number
  events: StreamEvent[]
  /** The request to the model, if it is not stored yet. */
  upstream?: UpstreamEvent | undefined
}

/**
 * Stores events. They take three values in the statement, however many there are: one with hundreds of values took
 * longer to put together than to run.
 * @returns false if the draft is no longer this relay's: it was erased, or this relay was taken for dead
 */
export async function appendEvents(
  db: Kysely<Schema>,
  { id, relay, key }: OwnDraft,
  { first, events, upstream }: Written
): Promise<boolean> {
  if (events.length === 0 && !upstream) return true
  const isMine = sql`id = ${id}::uuid and relay = ${relay}::uuid and state = 'writing'`
  const { rows } = await sql`
    with mine as (${
      upstream
        ? sql`update drafts set ${setUpstream(key, upstream)} where ${isMine} returning id`
        : sql`select id from drafts where ${isMine} for share`
    }),
    stored as (${insertEvents(key, first, events)})
    select from mine`.execute(db)
  return rows.length > 0
}

/** A statement that is repeated after a lost connection finds its events there already. */
function insertEvents(key: RowKey, first: number, events: StreamEvent[]) {
  const texts = events.map((event, place) => key.seal(DRAFT_FIELDS.event(first + place), JSON.stringify(event)))
  return sql`
    insert into draft_events (draft, n, type, event)
    select mine.id, ${first}::int + place - 1, type, event
    from mine, unnest(${events.map(({ type }) => type)}::text[], ${texts}::text[]) with ordinality
      as given (type, event, place) on conflict do nothing`
}

const setUpstream = (key: RowKey, { url, body, model }: UpstreamEvent) =>
  sql`upstream_url = ${url}::text, upstream_body = ${key.seal(DRAFT_FIELDS.upstream, body)}::text, upstream_model = ${model}::text`

/**
 * Stores the last events, the state, and what models used for the draft in one statement, so that all of it is stored or
 * nothing is. The usage is stored too if the draft is no longer this relay's. If the usage itself can't be stored, the
 * draft is stored without it.
 * @returns false if the draft is no longer this relay's, as `appendEvents` does
 */
export async function endDraft(
  db: Kysely<Schema>,
  { usage, ...draft }: OwnDraft,
  state: DraftState,
  written: Written,
  now: Date
): Promise<boolean> {
  const used = usage?.entries ?? []
  const end = async (entries: UsageEntry[]) =>
    (await endStatement(draft, state, written, entries, now).execute(db)).rows.length > 0
  try {
    return await end(used)
  } catch (error) {
    if (used.length === 0 || databaseProblem(error)) throw error
    usage?.onFailed(error)
    return end([])
  }
}

/** A statement that is repeated after a lost connection finds the draft in this state, and adds no usage again. */
function endStatement(
  { id, relay, key }: OwnDraft,
  state: DraftState,
  { first, events, upstream }: Written,
  used: UsageEntry[],
  now: Date
) {
  const model = events.find((event) => event.type === "draft-end")?.model ?? null
  const isRepeated = sql<boolean>`exists (select from mine where was = ${state}::text)`
  return sql`
    with mine as (
      update drafts set state = ${state}::text, ended_at = ${now}::timestamptz, model = coalesce(${model}::text, drafts.model)
        ${upstream ? sql`, ${setUpstream(key, upstream)}` : sql``}
      from (select id, state as was from drafts where id = ${id}::uuid for update) as before
      where drafts.id = before.id and relay = ${relay}::uuid and state in ('writing', ${state}::text)
      returning drafts.id, was),
    stored as (${insertEvents(key, first, events)})
    ${used.length > 0 ? sql`, used as (${insertUsage(dayOf(now), used, isRepeated)})` : sql``}
    select from mine`
}

export async function readUpstream(db: Kysely<Schema>, id: string, person: string): Promise<Upstream | undefined> {
  const draft = await db
    .selectFrom("drafts")
    .selectAll()
    .where("id", "=", id)
    .where("person", "=", person)
    .executeTakeFirst()
  if (!draft) return undefined
  if (draft.upstream_body === null) return { asked: false, model: draft.model }
  return {
    asked: true,
    model: draft.upstream_model ?? draft.model,
    url: draft.upstream_url ?? "",
    body: draftKey(db, id, draft.data_key).open(DRAFT_FIELDS.upstream, draft.upstream_body)
  }
}
