import { sql, type Kysely } from "kysely"
import type { ChosenSources } from "../../protocol/relay.ts"
import type { Schema } from "../../storage/schema.ts"
import { visibleIn, type Scope } from "../../search/candidates/candidates.ts"
import { storable } from "../../search/candidates/source-choice.ts"
import { TENANT } from "../../storage/tenant.ts"
import type { FeedbackKind } from "./tables.ts"

export interface Feedback {
  /** Of the draft that it was said with, or its own. */
  id: string
  said: { document: string; kind: FeedbackKind }[]
  /** The version that was before the agent; else the newest. */
  version?: number
  site: string
  helpdesk: string
  ticketId: string
  person: string
  at: Date
}

/**
 * Keeps what an agent said of documents, each once. What the person may not see, or isn't there any more, is passed
 * over.
 */
export async function saveFeedback(
  write: Kysely<Schema>,
  scope: Scope,
  { id, said, version, site, helpdesk, ticketId, person, at }: Feedback
): Promise<void> {
  const known = said.filter(({ document }) => storable(document))
  if (known.length === 0) return
  await sql`
    insert into source_feedback (tenant, id, document, kind, version, site, helpdesk, ticket_id, person, at)
    select ${TENANT}, ${id}::uuid, documents.id, said.kind, coalesce(${version ?? null}::int, documents.version), ${site}, ${helpdesk}, ${ticketId}, ${person}::uuid, ${at}
    from unnest(${known.map(({ document }) => document)}::text[], ${known.map(({ kind }) => kind)}::text[]) as said (document, kind)
    join documents on documents.id = said.document
    where ${visibleIn(scope)} on conflict do nothing`.execute(write)
}

/** As a draft's request says it. */
export function feedbackOf({ use, not }: ChosenSources): Feedback["said"] {
  return [
    ...use.map((document) => ({ document, kind: "use" as const })),
    ...not.map((document) => ({ document, kind: "not" as const }))
  ]
}
