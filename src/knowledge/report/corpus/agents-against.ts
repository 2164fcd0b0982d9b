import { sql, type Kysely } from "kysely"
import type { Schema } from "../../../storage/schema.ts"
import type { FeedbackKind } from "../../feedback/feedback.ts"
import { TENANT } from "../../../storage/tenant.ts"
import type { Corpus } from "./corpus.ts"
import { COVERAGE_WEEKS } from "./recent-drafts.ts"
import { findingDocument, type NewFinding } from "./finding.ts"

/** What agents did against a page, what they did with it instead, and how the report words both. */
interface Feedback {
  against: FeedbackKind[]
  kept: FeedbackKind[]
  /** `kept` is "once" or "3 times". */
  says(of: { what: string; times: string; weeks: number; tickets: string; kept: string | undefined }): string
  fix(what: string): string
}

/** Finds pages that agents were against on several tickets, and more often than they kept them. */
export async function agentsAgainst(
  db: Kysely<Schema>,
  byId: Corpus["byId"],
  now: Date,
  { against, kept, says, fix }: Feedback
): Promise<NewFinding[]> {
  const counts = await readCounts(db, new Date(now.getTime() - COVERAGE_WEEKS * WEEK), against, kept)
  return counts.flatMap(({ document, version, no, yes, tickets }) => {
    const doc = byId.get(document)
    if (!doc || no < TIMES || tickets.length < TICKETS || no <= yes) return []
    const what = doc.kind === "macro" ? "macro" : "page"
    return {
      // If the page has changed since, it becomes a new finding once it happens again.
      about: String(version),
      documents: [findingDocument(doc, doc.title)],
      says: says({
        what,
        times: no.toLocaleString("en"),
        weeks: COVERAGE_WEEKS,
        tickets: tickets.length.toLocaleString("en"),
        kept: yes === 0 ? undefined : yes === 1 ? "once" : `${yes.toLocaleString("en")} times`
      }),
      fix: fix(what),
      tickets: tickets.slice(0, EXAMPLES)
    }
  })
}

const WEEK = 7 * 86_400_000
const TIMES = 3
const TICKETS = 2
const EXAMPLES = 3

interface Counts {
  document: string
  version: number
  no: number
  yes: number
  tickets: { site: string; helpdesk: string; ticketId: string }[]
}

/**
 * Reads what was said of each document's current version. A choice is repeated with every further draft of its ticket,
 * so only a person's newest one for a ticket counts. Of near copies, the one that was shown is meant.
 */
async function readCounts(
  db: Kysely<Schema>,
  since: Date,
  against: FeedbackKind[],
  kept: FeedbackKind[]
): Promise<Counts[]> {
  const isNo = sql<boolean>`kind = any(${against}::text[])`
  const { rows } = await sql<Counts>`
    with said as (
      select distinct on (f.document, f.site, f.helpdesk, f.ticket_id, f.person) f.document, f.version, f.site, f.helpdesk, f.ticket_id, f.kind, f.at
      from source_feedback f join documents d on d.tenant = f.tenant and d.id = f.document and d.version = f.version
      where f.tenant = ${TENANT} and f.at >= ${since} and f.kind = any(${[...against, ...kept]}::text[])
      order by f.document, f.site, f.helpdesk, f.ticket_id, f.person, f.at desc, f.kind
    )
    select document, version, count(*) filter (where ${isNo})::int as no, count(*) filter (where not ${isNo})::int as yes,
      coalesce((select json_agg(json_build_object('site', t.site, 'helpdesk', t.helpdesk, 'ticketId', t.ticket_id) order by t.newest desc, t.ticket_id) from (
        select s.site, s.helpdesk, s.ticket_id, max(s.at) as newest from said s where s.document = said.document and s.kind = any(${against}::text[]) group by s.site, s.helpdesk, s.ticket_id
      ) t), '[]'::json) as tickets
    from said group by document, version having count(*) filter (where ${isNo}) > 0 order by no desc, document`.execute(
    db
  )
  return rows
}
