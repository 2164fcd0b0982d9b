import { sql, type Kysely } from "kysely"
import * as z from "zod/mini"
import { refusal } from "../../../protocol/answer.ts"
import { claim, source } from "../../../protocol/relay.ts"
import { storedTicketContent } from "../../../protocol/stored.ts"
import { languageOfThread } from "../../../text/language-of-thread.ts"
import type { MaskedTicket } from "../../../ticket/masked-ticket.ts"
import { DRAFT_FIELDS, draftKey } from "../../../storage/encryption/row-keys.ts"
import type { Schema } from "../../../storage/schema.ts"
import type { Origin } from "../../../storage/knowledge-origin.ts"
import { TENANT } from "../../../storage/tenant.ts"
import { forEachYielding } from "../../../runtime/event-loop.ts"
import { citesSources } from "../../../ticket/draft.ts"

/** The newest request for a draft of a ticket. */
export interface RecentDraft {
  site: string
  helpdesk: string
  ticketId: string
  ticket: MaskedTicket
  /** The ISO 639-1 code of the customer's language. */
  language: string | null
}

/** Coverage and languages are reported for this many weeks. */
export const COVERAGE_WEEKS = 6
const WEEK = 7 * 86_400_000
/** This many drafts are read, the newest first. */
const MOST = 20_000
const PAGE = 100

/**
 * Returns what customers asked recently, and which documents were quoted. Tickets of the sample helpdesk don't count as
 * a team's.
 */
export async function readRecentDrafts(db: Kysely<Schema>, origin: Origin, now: Date, signal: AbortSignal) {
  const drafts = new Map<string, RecentDraft>()
  const [quoted, offered] = [new Map<string, number>(), new Map<string, number>()]
  let counted = 0
  let before: { at: Date; id: string } | undefined
  while (counted < MOST) {
    signal.throwIfAborted()
    const rows = await page(db, origin, before)
    await forEachYielding(rows, signal, (row) => {
      counted++
      const own = draftKey(db, row.id, row.data_key)
      const { documents, cited, unasked } = told(
        row.events.map(({ n, event }) => own.open(DRAFT_FIELDS.event(n), event))
      )
      for (const id of documents) offered.set(id, (offered.get(id) ?? 0) + 1)
      for (const id of cited) quoted.set(id, (quoted.get(id) ?? 0) + 1)
      const key = `${row.site} ${row.helpdesk} ${row.ticket_id}`
      if (
        unasked ||
        drafts.has(key) ||
        row.request === null ||
        row.created_at.getTime() < now.getTime() - COVERAGE_WEEKS * WEEK
      )
        return
      const ticket = storedTicketContent.safeParse(JSON.parse(own.open(DRAFT_FIELDS.request, row.request))).data
      if (ticket)
        drafts.set(key, {
          site: row.site,
          helpdesk: row.helpdesk,
          ticketId: row.ticket_id,
          ticket,
          language: languageOfThread(ticket)
        })
    })
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) break
    before = { at: last.created_at, id: last.id }
  }
  return { drafts: [...drafts.values()], quoted, offered, counted }
}

interface Row {
  id: string
  site: string
  helpdesk: string
  ticket_id: string
  request: string | null
  created_at: Date
  data_key: Buffer | null
  events: { n: number; event: string }[]
}

/** Reads the two of a draft's events that matter: its sources, and its end. */
async function page(db: Kysely<Schema>, origin: Origin, before: { at: Date; id: string } | undefined): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select d.id, d.site, d.helpdesk, d.ticket_id, d.request, d.created_at, d.data_key,
      array(select json_build_object('n', e.n, 'event', e.event) from draft_events e where e.draft = d.id
        -- An earlier version stored no type, and the event in clear.
        and (e.type in ('sources', 'draft-end') or e.type is null
          and (e.event like '%"type":"sources"%' or e.event like '%"type":"draft-end"%')) order by e.n) as events
    from drafts d where d.tenant = ${TENANT} and d.state = 'done'
      -- Drafts of a helpdesk that has knowledge of its own tell of that knowledge.
      -- All other drafts tell of the knowledge that is for every helpdesk.
      and (select o.helpdesk from knowledge_origins o where o.tenant = d.tenant and o.helpdesk = d.helpdesk)
        is not distinct from (select o.helpdesk from knowledge_origins o where o.tenant = d.tenant and o.origin = ${origin})
      and ${before ? sql<boolean>`(date_trunc('milliseconds', d.created_at), d.id) < (${before.at}, ${before.id}::uuid)` : sql<boolean>`true`}
    order by date_trunc('milliseconds', d.created_at) desc, d.id desc limit ${PAGE}`.execute(db)
  return rows
}

const given = z.object({ type: z.literal("sources"), sources: z.array(z.pick(source, { n: true, id: true })) })
const ended = z.object({
  type: z.literal("draft-end"),
  claims: z.array(z.pick(claim, { state: true, sources: true })),
  refusal: z.optional(z.pick(refusal, { reason: true }))
})

function told(events: string[]) {
  const parsed = events.map((event): unknown => JSON.parse(event))
  const sources = parsed.flatMap((event) => given.safeParse(event).data ?? []).at(-1)?.sources ?? []
  const end = parsed.flatMap((event) => ended.safeParse(event).data ?? []).at(-1)
  const numbers = new Set(end?.claims.filter(citesSources).flatMap((one) => one.sources))
  const cited = new Set(sources.filter(({ n }) => numbers.has(n)).map(({ id }) => id))
  return {
    documents: new Set(sources.map(({ id }) => id)),
    cited,
    unasked: !end || end.refusal?.reason === "nothing-asked"
  }
}
