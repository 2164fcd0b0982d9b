import type { Kysely } from "kysely"
import type { OutcomeCauseRow, Schema } from "../../storage/schema.ts"
import { citesSources } from "../../ticket/draft.ts"
import type { DraftContent } from "./cases/draft-content.ts"

/**
 * Stores which pages a used draft quoted and which tags its ticket has. It runs in the transaction that stores the
 * outcome, because the draft may be deleted before its case.
 */
export async function saveCauses(work: Kysely<Schema>, caseId: string, content: DraftContent): Promise<void> {
  const causes = causesOf(content)
  if (causes.length === 0) return
  await work
    .insertInto("outcome_causes")
    .values(causes.map((cause) => ({ case_id: caseId, ...cause })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Returns the pages that the draft quotes, and the tags of its ticket, each once. */
export function causesOf({
  ticket,
  sources,
  claims
}: Pick<DraftContent, "ticket" | "sources" | "claims">): Pick<OutcomeCauseRow, "kind" | "name">[] {
  const quoted = new Set(claims.filter(citesSources).flatMap((claim) => claim.sources))
  const articles = new Set(sources.filter(({ n }) => quoted.has(n)).map(({ id }) => id))
  const topics = new Set(ticket?.tags.slice(0, MAX_TOPICS))
  return [
    ...[...articles].map((name) => ({ kind: "article" as const, name })),
    ...[...topics].map((name) => ({ kind: "topic" as const, name }))
  ]
}

/** Helpdesks add tags of their own behind those that say what a ticket is about. */
const MAX_TOPICS = 20
