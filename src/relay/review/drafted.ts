import { sql, type Kysely } from "kysely"
import * as z from "zod/mini"
import { maskedTicket, relayEvent } from "../../protocol/relay.ts"
import type { MaskedTicket } from "../../ticket/masked.ts"
import type { Claim, Source } from "../../ticket/draft.ts"
import { readEvents } from "../drafting/draft-store.ts"
import type { StreamEvent } from "../drafting/stream.ts"
import type { Schema } from "../storage/schema.ts"

export interface Drafted {
  ticket: MaskedTicket | undefined
  sources: Source[]
  /** Offsets in `text`. */
  claims: Claim[]
  text: string
}

/** What is kept of a draft; nothing when it is gone. */
export async function readDrafted(db: Kysely<Schema>, id: string | null): Promise<Drafted> {
  const draft = id === null ? undefined : await db.selectFrom("drafts").select(["id", "request"]).where("id", "=", id).executeTakeFirst()
  if (!draft) return { ticket: undefined, sources: [], claims: [], text: "" }
  const events = await readEvents(db, draft.id)
  const sources = events.findLast((event) => event.type === "sources")?.sources ?? []
  return { ticket: ticketOf(draft.request), sources, ...writtenIn(events) }
}

/** A draft that was cut has no end: what was checked until then counts. */
function writtenIn(events: StreamEvent[]): { claims: Claim[]; text: string } {
  const end = events.findLast((event) => event.type === "draft-end")
  if (end) return { claims: end.claims, text: end.text }
  return {
    claims: events.flatMap((event) => (event.type === "check" ? [event.claim] : [])),
    text: events.map((event) => (event.type === "draft-delta" ? event.text : "")).join("")
  }
}

/** None where an older version kept it in another form, or not at all. */
function ticketOf(request: string | null): MaskedTicket | undefined {
  return request === null ? undefined : maskedTicket.safeParse(JSON.parse(request)).data
}

export interface Marks { noSource: number; needsApproval: number; contradicts: number }

/** Sentences of each draft by mark: by its last event, which holds them all; only of one that was cut the others are read. */
export async function readMarks(db: Kysely<Schema>, drafts: string[]): Promise<Map<string, Marks>> {
  const { rows } = await sql<{ draft: string; event: string }>`
    select wanted.draft, last.event from unnest(${drafts}::uuid[]) as wanted (draft)
    cross join lateral (select event from draft_events where draft_events.draft = wanted.draft order by n desc limit 1) as last`.execute(db)
  const marks = rows.map(async ({ draft, event }): Promise<[string, Marks]> => {
    const last = z.safeParse(relayEvent, JSON.parse(event)).data
    return [draft, count(last?.type === "draft-end" ? last.claims : writtenIn(await readEvents(db, draft)).claims)]
  })
  return new Map(await Promise.all(marks))
}

function count(claims: Pick<Claim, "state">[]): Marks {
  const of = (state: Claim["state"]) => claims.filter((claim) => claim.state === state).length
  return { noSource: of("no-source"), needsApproval: of("needs-approval"), contradicts: of("contradicts") }
}
