import { sql, type Kysely } from "kysely"
import * as z from "zod/mini"
import { claim } from "../../../protocol/relay.ts"
import { storedTicket } from "../../../protocol/stored.ts"
import type { Claim, Source, Suggestion } from "../../../ticket/draft.ts"
import { DRAFT_FIELDS, draftKey } from "../../../storage/encryption/row-keys.ts"
import type { RowKey } from "../../../storage/encryption/text-cipher.ts"
import { openEvent, readEvents } from "../../drafting/draft-store.ts"
import type { StreamEvent } from "../../drafting/pipeline/pipeline-events.ts"
import type { Schema } from "../../../storage/schema.ts"

export interface DraftContent {
  ticket: z.infer<typeof storedTicket> | undefined
  sources: Source[]
  /** The offsets in `text`. */
  claims: Claim[]
  text: string
  /** These are the sentences that were offered besides. */
  suggestions: Pick<Suggestion, "source" | "text" | "recommended">[]
}

/** Returns what is stored of a draft. It is empty if the draft is gone. */
export async function readDraftContent(db: Kysely<Schema>, id: string | null): Promise<DraftContent> {
  const draft =
    id === null
      ? undefined
      : await db
          .selectFrom("drafts")
          .select(["id", "request", "site", "data_key"])
          .where("id", "=", id)
          .executeTakeFirst()
  if (!draft) return { ticket: undefined, sources: [], claims: [], text: "", suggestions: [] }
  const events = await readEvents(db, draft.id)
  const sources = events.findLast((event) => event.type === "sources")?.sources ?? []
  return { ticket: ticketOf(draft, draftKey(db, draft.id, draft.data_key)), sources, ...writtenIn(events) }
}

/** A draft that was cut off has no last event, so what was checked until then counts. */
function writtenIn(events: StreamEvent[]): Pick<DraftContent, "claims" | "text" | "suggestions"> {
  const end = events.findLast((event) => event.type === "draft-end")
  if (end) return { claims: end.claims, text: end.text, suggestions: end.answer?.suggestions ?? [] }
  return {
    claims: events.flatMap((event) => (event.type === "check" ? [event.claim] : [])),
    text: events.map((event) => (event.type === "draft-delta" ? event.text : "")).join(""),
    suggestions: []
  }
}

/** Returns nothing if an older version stored it in another form, or not at all. */
function ticketOf({ request, site }: { request: string | null; site: string }, key: RowKey): DraftContent["ticket"] {
  return request === null
    ? undefined
    : storedTicket.safeParse({ ...JSON.parse(key.open(DRAFT_FIELDS.request, request)), site }).data
}

export interface DraftBrief {
  subject: string | null
  marks: { noSource: number; needsApproval: number; contradicts: number }
}

/**
 * Returns the subject of each draft's ticket, and its sentences by mark. The last event holds all sentences. The other
 * events are read only if the draft was cut off.
 */
export async function readDraftBriefs(db: Kysely<Schema>, ids: string[]): Promise<Map<string, DraftBrief>> {
  const { rows } = await sql<{
    id: string
    data_key: Buffer | null
    subject: string | null
    n: number | null
    event: string | null
  }>`
    select drafts.id, drafts.data_key, drafts.subject, last.n, last.event from unnest(${ids}::uuid[]) as wanted (id) join drafts on drafts.id = wanted.id
    left join lateral (select n, event from draft_events where draft_events.draft = wanted.id order by n desc limit 1) as last on true`.execute(
    db
  )
  const briefs = rows.map(async ({ id, n, ...row }): Promise<[string, DraftBrief]> => {
    const key = draftKey(db, id, row.data_key)
    const subject = row.subject === null ? null : key.open(DRAFT_FIELDS.subject, row.subject)
    const last = row.event === null || n === null ? undefined : openEvent(key, { n, event: row.event })
    const ended = last && claimsAtEnd.safeParse(last).data
    return [id, { subject, marks: count((ended ?? writtenIn(await readEvents(db, id))).claims) }]
  })
  return new Map(await Promise.all(briefs))
}

/** The part of a draft's last event that is counted. */
const claimsAtEnd = z.object({ type: z.literal("draft-end"), claims: z.array(z.object({ state: claim.shape.state })) })

function count(claims: Pick<Claim, "state">[]): DraftBrief["marks"] {
  const of = (wanted: Claim["state"]) => claims.filter(({ state }) => state === wanted).length
  return { noSource: of("no-source"), needsApproval: of("needs-approval"), contradicts: of("contradicts") }
}
