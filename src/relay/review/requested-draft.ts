import { sql, type Kysely } from "kysely"
import type { Outcome } from "../../protocol/outcome.ts"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../../storage/tenant.ts"

/** Which model and which pipeline a draft was requested from. Both are "" if none was requested. */
export interface Requested {
  model: string
  pipeline_version: string
}

/**
 * Returns what a reply's draft was requested from. If no draft was shown, it is the one that was requested last for this
 * reply, since the ticket's reply before it: one that was refused or failed, or that nobody looked at. So an attempt
 * counts for the version that was asked, whatever came of it.
 * @param sites the forms in which the ticket's site may be stored
 * @param caseId of the reply, which isn't the one before it
 */
export async function requestedDraft(
  work: Kysely<Schema>,
  { kind, helpdesk, ticketId, times, model, pipelineVersion }: Outcome,
  { sites, caseId, now }: { sites: readonly string[]; caseId: string; now: Date }
): Promise<Requested> {
  if (kind !== "none") return { model, pipeline_version: pipelineVersion }
  const sent = times.sent === undefined ? now : new Date(Math.min(now.getTime(), Date.parse(times.sent) + CLOCKS_MS))
  const { rows } = await sql<Requested>`
    select d.model, d.pipeline_version from drafts d
    where d.tenant = ${TENANT} and d.helpdesk = ${helpdesk} and d.ticket_id = ${ticketId}
      and d.site in (${sql.join(["", ...sites])}) and d.created_at <= ${sent}
      and d.created_at > coalesce((
        select max(before.created_at) from outcomes before
        where before.tenant = ${TENANT} and before.helpdesk = ${helpdesk} and before.ticket_id = ${ticketId}
          and before.site in (${sql.join(["", ...sites])}) and before.id <> ${caseId}::uuid
          and before.seen_sent and before.created_at < ${sent}), '-infinity')
      and not exists (select from outcomes used where used.draft = d.id)
    order by d.created_at desc limit 1`.execute(work)
  return rows[0] ?? { model: "", pipeline_version: "" }
}

/** The helpdesk's clock may be this much behind the relay's. */
const CLOCKS_MS = 60_000
