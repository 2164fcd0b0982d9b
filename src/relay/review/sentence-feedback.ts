import { sql, type Kysely } from "kysely"
import type { Outcome } from "../../protocol/outcome.ts"
import type { FeedbackKind } from "../../knowledge/feedback/feedback.ts"
import type { Schema } from "../../storage/schema.ts"
import { TENANT } from "../../storage/tenant.ts"
import { citesSources, type Source } from "../../ticket/draft.ts"
import type { DraftContent } from "./cases/draft-content.ts"
import { isSentIn, sharedWords } from "./sent-sentences.ts"

/**
 * Stores of which pages an offered sentence was taken into the reply, and of which a sentence was removed before it was
 * sent. A sentence that was only reworded counts for neither. It runs in the transaction that stores the outcome.
 */
export async function saveSentenceFeedback(
  work: Kysely<Schema>,
  { sources, claims, suggestions, text }: DraftContent,
  { helpdesk, ticketId, sent }: Pick<Outcome, "helpdesk" | "ticketId"> & { sent: string },
  draft: FeedbackDraft,
  person: string
): Promise<void> {
  const isSent = isSentIn(sent)
  const taken = suggestions.filter((one) => isSent(one.text)).map(({ source }) => source)
  const removed = claims
    .filter(citesSources)
    .filter(({ start, end }) => sharedWords(text.slice(start, end), sent) < REWORDED)
    .flatMap((claim) => claim.sources.slice(0, 1))
  await saveFeedback(work, draft, { helpdesk, ticketId, person }, [
    { kind: "taken", sources: sources.filter(({ n }) => taken.includes(n)) },
    { kind: "removed", sources: sources.filter(({ n }) => removed.includes(n)) }
  ])
}

/**
 * Stores which products were recommended with a draft, whether the draft was used or not, and which of them the agent
 * put into the reply. It runs in the transaction that stores the outcome.
 */
export async function saveRecommendationFeedback(
  work: Kysely<Schema>,
  { sources, suggestions }: Pick<DraftContent, "sources" | "suggestions">,
  { helpdesk, ticketId, sent }: Pick<Outcome, "helpdesk" | "ticketId"> & { sent: string },
  draft: FeedbackDraft,
  person: string
): Promise<void> {
  const offered = suggestions.filter(({ recommended }) => recommended)
  const isSent = isSentIn(sent)
  const followed = offered.filter(({ text }) => isSent(text))
  const recordsOf = (some: typeof offered) => sources.filter(({ n }) => some.some(({ source }) => source === n))
  await saveFeedback(work, draft, { helpdesk, ticketId, person }, [
    { kind: "offered", sources: recordsOf(offered) },
    { kind: "followed", sources: recordsOf(followed) }
  ])
}

interface FeedbackDraft {
  id: string
  site: string
  created_at: Date
}

/** Stores feedback on documents. A newer report of the same reply takes the place of an older one. */
async function saveFeedback(
  work: Kysely<Schema>,
  draft: FeedbackDraft,
  { helpdesk, ticketId, person }: { helpdesk: string; ticketId: string; person: string },
  feedback: { kind: FeedbackKind; sources: Source[] }[]
): Promise<void> {
  const kinds = feedback.map(({ kind }) => kind)
  await work.deleteFrom("source_feedback").where("id", "=", draft.id).where("kind", "in", kinds).execute()
  const said = feedback.flatMap(({ kind, sources }) => sources.map((source) => ({ source, kind })))
  if (said.length === 0) return
  await sql`
    insert into source_feedback (tenant, id, document, kind, version, site, helpdesk, ticket_id, person, at)
    select ${TENANT}, ${draft.id}::uuid, documents.id, said.kind, coalesce(said.version, documents.version), ${draft.site}, ${helpdesk}, ${ticketId}, ${person}::uuid, ${draft.created_at}
    from unnest(${said.map(({ source }) => source.id)}::text[], ${said.map(({ kind }) => kind)}::text[], ${said.map(({ source }) => source.version ?? null)}::int[])
      as said (document, kind, version)
    join documents on documents.tenant = ${TENANT} and documents.id = said.document on conflict do nothing`.execute(
    work
  )
}

/** From this share of its words on, a sentence that isn't in the reply as it was counts as reworded. */
const REWORDED = 0.5
