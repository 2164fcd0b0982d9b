import { createHash } from "node:crypto"
import type { Kysely } from "kysely"
import type { Origin } from "../../../storage/knowledge-origin.ts"
import type { Schema } from "../../../storage/schema.ts"
import { searchKnowledge } from "../../../search/pages/search-knowledge.ts"
import { queryOf } from "../../../search/query/query.ts"
import { PAGE_KINDS } from "../../past-tickets/likely-pages.ts"
import type { RecentDraft } from "./recent-drafts.ts"

/** A ticket, and whether the knowledge as it is now has a page for it. */
export interface SearchedTicket {
  draft: RecentDraft
  hasPage: boolean
}

/**
 * Searches a random sample of the tickets. Whether there is a page is what search finds, so it is the same whichever
 * model wrote the drafts, whether one was reachable, and what became of them.
 */
export async function searchTickets(
  db: Kysely<Schema>,
  origin: Origin,
  drafts: readonly RecentDraft[],
  signal: AbortSignal
): Promise<SearchedTicket[]> {
  const scope = { origins: [origin], groups: [], kinds: PAGE_KINDS }
  const searched: SearchedTicket[] = []
  for (const draft of randomSample(drafts)) {
    signal.throwIfAborted()
    const { chance } = await searchKnowledge(db, scope, queryOf(draft.ticket), { signal })
    searched.push({ draft, hasPage: chance >= LEAST_CERTAINTY })
  }
  return searched
}

/** The first page that customers may read answers the ticket more likely than not. */
const LEAST_CERTAINTY = 0.5

/** Some seconds of searching, and a share that is right to about four points. */
const MAX_TICKETS = 500

/** The sample is the same each time, so that two reports differ in the knowledge and not in their luck. */
function randomSample(drafts: readonly RecentDraft[]): RecentDraft[] {
  if (drafts.length <= MAX_TICKETS) return [...drafts]
  const hashed = drafts.map((draft) => ({
    draft,
    hash: createHash("sha256").update(`${draft.site} ${draft.helpdesk} ${draft.ticketId}`).digest("hex")
  }))
  return hashed
    .sort((a, b) => a.hash.localeCompare(b.hash))
    .slice(0, MAX_TICKETS)
    .map(({ draft }) => draft)
}
