import { sql, type Kysely, type Generated } from "kysely"
import type { ChosenSources } from "../../protocol/relay.ts"
import type { Schema } from "../../storage/schema.ts"
import { visibleIn, type Scope } from "../../search/candidates/visible.ts"
import { storable } from "../../search/candidates/source-choice.ts"
import { TENANT } from "../../storage/tenant.ts"

/**
 * "use" and "not" come with a draft's request, and "insert" comes on its own. "taken" and "removed" are found when a
 * reply was sent: an offered sentence of the page is in it, or a sentence of the draft is not. So are "offered" and
 * "followed": a product was recommended with the draft, and its sentence is in the reply.
 */
export type FeedbackKind = "use" | "not" | "insert" | "taken" | "removed" | "offered" | "followed"

interface SourceFeedbackRow {
  tenant: Generated<string>
  /** The id of the draft with whose request the feedback came, or an id of its own. */
  id: string
  document: string
  kind: FeedbackKind
  version: number
  site: Generated<string>
  helpdesk: string
  ticket_id: string
  person: string
  at: Date
}

declare module "../../storage/schema.ts" {
  interface Schema {
    source_feedback: SourceFeedbackRow
  }
}

export interface Feedback {
  /** The id of the draft with whose request the feedback came, or an id of its own. */
  id: string
  said: { document: string; kind: FeedbackKind }[]
  /** The version that the agent saw. Without it, the newest version is meant. */
  version?: number
  site: string
  helpdesk: string
  ticketId: string
  person: string
  at: Date
}

/**
 * Stores an agent's feedback about documents, each once. Documents that the person may not see, or that no longer
 * exist, are ignored.
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

/** Converts the choice in a draft's request to feedback. */
export function feedbackOf({ use, not }: ChosenSources): Feedback["said"] {
  return [
    ...use.map((document) => ({ document, kind: "use" as const })),
    ...not.map((document) => ({ document, kind: "not" as const }))
  ]
}
