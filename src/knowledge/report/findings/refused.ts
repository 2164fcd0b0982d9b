import { sql, type Kysely } from "kysely"
import type { Schema } from "../../../storage/schema.ts"
import type {} from "../../feedback/tables.ts"
import { TENANT } from "../../../storage/tenant.ts"
import type { Corpus } from "../corpus/corpus.ts"
import { COVERAGE_WEEKS } from "../corpus/recent-drafts.ts"
import { findingDocument, type FindContext, type Finder, type NewFinding } from "../corpus/finding.ts"

/** Finds pages that agents keep excluding from drafts. */
export const refused: Finder = { kind: "refused", find }

async function find({ db, byId }: Corpus, { now }: FindContext): Promise<NewFinding[]> {
  const refusals = await readRefusals(db, new Date(now.getTime() - COVERAGE_WEEKS * WEEK))
  return refusals.flatMap(({ document, version, refused, used, tickets }) => {
    const doc = byId.get(document)
    if (!doc || refused < REFUSALS || tickets.length < TICKETS || refused <= used) return []
    const what = doc.kind === "macro" ? "macro" : "page"
    return {
      // If the page has changed since, it becomes a new finding once it is excluded again.
      about: String(version),
      documents: [findingDocument(doc, doc.title)],
      says: `Agents left this ${what} out of drafts ${refused.toLocaleString("en")} times in the last ${COVERAGE_WEEKS} weeks, on ${tickets.length.toLocaleString("en")} tickets, ${used > 0 ? `and used it ${used === 1 ? "once" : `${used.toLocaleString("en")} times`}` : "and never chose it"}.`,
      fix: `Read it beside those tickets: put right what no longer holds, say in its title and first sentence what it is for, or take the ${what} away.`,
      tickets: tickets.slice(0, EXAMPLES)
    }
  })
}

const WEEK = 7 * 86_400_000
const REFUSALS = 3
const TICKETS = 2
const EXAMPLES = 3

interface Refusals {
  document: string
  version: number
  refused: number
  used: number
  tickets: { site: string; helpdesk: string; ticketId: string }[]
}

/**
 * Reads the exclusions of each document's current version. A choice is repeated with every further draft of its ticket,
 * so only a person's newest choice for a ticket counts. Of near copies, the one that was shown is meant.
 */
async function readRefusals(db: Kysely<Schema>, since: Date): Promise<Refusals[]> {
  const { rows } = await sql<Refusals>`
    with said as (
      select distinct on (f.document, f.site, f.helpdesk, f.ticket_id, f.person) f.document, f.version, f.site, f.helpdesk, f.ticket_id, f.kind, f.at
      from source_feedback f join documents d on d.tenant = f.tenant and d.id = f.document and d.version = f.version
      where f.tenant = ${TENANT} and f.at >= ${since}
      order by f.document, f.site, f.helpdesk, f.ticket_id, f.person, f.at desc, f.kind
    )
    select document, version, count(*) filter (where kind = 'not')::int as refused, count(*) filter (where kind <> 'not')::int as used,
      coalesce((select json_agg(json_build_object('site', t.site, 'helpdesk', t.helpdesk, 'ticketId', t.ticket_id) order by t.newest desc, t.ticket_id) from (
        select s.site, s.helpdesk, s.ticket_id, max(s.at) as newest from said s where s.document = said.document and s.kind = 'not' group by s.site, s.helpdesk, s.ticket_id
      ) t), '[]'::json) as tickets
    from said group by document, version having count(*) filter (where kind = 'not') > 0 order by refused desc, document`.execute(
    db
  )
  return rows
}
