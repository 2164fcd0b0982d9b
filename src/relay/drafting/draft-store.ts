import { sql, type Kysely, type Selectable } from "kysely"
import type { Upstream } from "../../protocol/relay.ts"
import type { DraftRow, DraftState, Schema } from "../../storage/schema.ts"
import type { StreamEvent, UpstreamEvent } from "./pipeline-events.ts"

export type NewDraft = Pick<
  DraftRow,
  | "id"
  | "person"
  | "helpdesk"
  | "ticket_id"
  | "request_hash"
  | "model"
  | "pipeline_version"
  | "request"
  | "subject"
  | "created_at"
> & { site: string }

/**
 * Stores a new draft before its first event. It returns "known" if the id is taken already, and "erased" if the ticket
 * was erased. A draft that failed because of the database before its first word begins anew. `note` is written in the
 * same transaction.
 */
export async function beginDraft(
  db: Kysely<Schema>,
  draft: NewDraft,
  note?: (work: Kysely<Schema>) => Promise<void>
): Promise<"begun" | "known" | "erased"> {
  const fresh = {
    ...draft,
    state: "writing" as const,
    upstream_url: null,
    upstream_body: null,
    upstream_model: null,
    ended_at: null
  }
  const insert = async (work: Kysely<Schema>) => (await insertUnlessErased(work, draft)).rows[0]
  const row = note
    ? await db.transaction().execute(async (work) => {
        const inserted = await insert(work)
        if (inserted) await note(work)
        return inserted
      })
    : await insert(db)
  if (row) return "begun"
  if (await db.selectFrom("erased_drafts").select("id").where("id", "=", draft.id).executeTakeFirst()) return "erased"
  return db.transaction().execute(async (work) => {
    const same = work
      .selectFrom("drafts")
      .select("id")
      .where("id", "=", draft.id)
      .where("person", "=", draft.person)
      .where("request_hash", "=", draft.request_hash)
    if (!(await same.where("state", "=", "failed").forUpdate().executeTakeFirst())) return "known"
    const events = await readEvents(work, draft.id)
    const last = events.at(-1)
    if (
      last?.type !== "draft-error" ||
      last.code !== "database-down" ||
      events.some(({ type }) => type === "draft-delta")
    )
      return "known"
    await work.deleteFrom("draft_events").where("draft", "=", draft.id).execute()
    await work.updateTable("drafts").set(fresh).where("id", "=", draft.id).execute()
    return "begun"
  })
}

/** Returns the row's id, or nothing if the id is taken or its ticket was erased. It is the one statement of most drafts. */
function insertUnlessErased(work: Kysely<Schema>, draft: NewDraft) {
  const { id, person, site, helpdesk, ticket_id, request_hash, model, pipeline_version, request, subject } = draft
  return sql<{ id: string }>`
    insert into drafts (id, person, site, helpdesk, ticket_id, request_hash, model, pipeline_version, request, subject,
      created_at, state)
    select ${id}::uuid, ${person}::uuid, ${site}::text, ${helpdesk}::text, ${ticket_id}::text, ${request_hash}::bytea,
      ${model}::text, ${pipeline_version}::text, ${request}::text, ${subject}::text, ${draft.created_at}::timestamptz,
      'writing'
    where not exists (select from erased_drafts where id = ${id}::uuid)
    on conflict (id) do nothing returning id`.execute(work)
}

export async function findDraft(db: Kysely<Schema>, id: string): Promise<Selectable<DraftRow> | undefined> {
  return db.selectFrom("drafts").selectAll().where("id", "=", id).executeTakeFirst()
}

export async function readEvents(db: Kysely<Schema>, id: string): Promise<StreamEvent[]> {
  const rows = await db.selectFrom("draft_events").select("event").where("draft", "=", id).orderBy("n").execute()
  // The relay itself wrote this column, from events of this type.
  return rows.map(({ event }) => JSON.parse(event) as StreamEvent)
}

export async function appendEvents(
  db: Kysely<Schema>,
  draft: string,
  first: number,
  events: StreamEvent[]
): Promise<void> {
  if (events.length === 0) return
  await insertEvents(db, draft, first, events).execute()
}

/**
 * Stores events with three values in the statement, however many events there are. A statement with hundreds of values
 * took longer to put together than to run.
 */
function insertEvents(db: Kysely<Schema>, draft: string, first: number, events: StreamEvent[]) {
  const texts = events.map((event) => JSON.stringify(event))
  return db
    .insertInto("draft_events")
    .columns(["draft", "n", "event"])
    .expression(
      sql`select ${draft}::uuid, ${first}::int + place - 1, event from unnest(${texts}::text[]) with ordinality as given (event, place)`
    )
}

export async function saveUpstream(db: Kysely<Schema>, id: string, { url, body, model }: UpstreamEvent): Promise<void> {
  await db
    .updateTable("drafts")
    .set({ upstream_url: url, upstream_body: body, upstream_model: model })
    .where("id", "=", id)
    .execute()
}

/** Stores the last events and the state in one statement, so that both are stored or neither is. */
export async function endDraft(
  db: Kysely<Schema>,
  id: string,
  state: DraftState,
  first: number,
  events: StreamEvent[],
  now: Date
): Promise<void> {
  const end = events.find((event) => event.type === "draft-end")
  const ended = { state, ended_at: now, ...(end && { model: end.model }) }
  if (events.length === 0) await db.updateTable("drafts").set(ended).where("id", "=", id).execute()
  else
    await db
      .with("last", () => insertEvents(db, id, first, events))
      .updateTable("drafts")
      .set(ended)
      .where("id", "=", id)
      .execute()
}

/** Marks the drafts that a killed relay left unfinished as cut off, because nobody writes them any more. */
export async function cutLeftOverDrafts(db: Kysely<Schema>, now: Date): Promise<void> {
  await db.updateTable("drafts").set({ state: "cut", ended_at: now }).where("state", "=", "writing").execute()
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
    body: draft.upstream_body
  }
}
