import { createHash } from "node:crypto"
import type { Kysely } from "kysely"
import type { Origin } from "../../../storage/knowledge-origin.ts"
import type { Schema } from "../../../storage/schema.ts"
import { searchKnowledge } from "../../../search/pages/search-knowledge.ts"
import type { KnownStatistics } from "../../../search/candidates/statistics.ts"
import type { Scope } from "../../../search/candidates/visible.ts"
import { queryOf, type TicketQuery } from "../../../search/query/query.ts"
import type { MaskedTicket } from "../../../ticket/masked-ticket.ts"
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
    searched.push({ draft, hasPage: await hasPage(db, scope, draft.ticket, signal) })
  }
  return searched
}

/**
 * Whether search is certain enough of the first page that customers may read, and the knowledge has the words that the
 * ticket is about. A page stands out among others for some words also if none of them has the one that matters.
 */
async function hasPage(db: Kysely<Schema>, scope: Scope, ticket: MaskedTicket, signal: AbortSignal): Promise<boolean> {
  const query = queryOf(ticket)
  const { chance, statistics } = await searchKnowledge(db, scope, query, { signal })
  return chance >= LEAST_CERTAINTY && absentShare(query, statistics) < MAX_ABSENT
}

/** Returns how much of the weight of a ticket's words is of words that no page has, from 0 to 1. */
export function absentShare({ surface }: TicketQuery, statistics: KnownStatistics): number {
  let [absent, all] = [0, 0]
  for (const word of surface.keys()) {
    if (/^\p{N}+$/u.test(word)) continue
    const weight = statistics.idf(word)
    all += weight
    if (statistics.passagesWith(word) === 0) absent += weight
  }
  return all === 0 ? 0 : absent / all
}

/**
 * Chosen on the sample knowledge: of 102 questions whose page is there, 70 % are found to have one, and 25 % after all
 * pages of their topics are taken away, some of which answer them in part.
 */
const LEAST_CERTAINTY = 0.4
const MAX_ABSENT = 0.5

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
