import type { Kysely } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import type { Scope } from "../candidates/visible.ts"
import { passagesOfLines } from "../postings/word-lines.ts"
import type { TicketQuery } from "../query/query.ts"
import { searchKnowledge } from "../pages/search-knowledge.ts"
import type { HelpPage } from "./page-features.ts"

/**
 * Returns the help pages that a ticket may be about, as search orders them, for `rankReplies`. Macros and solved
 * tickets are left out, because they are what is being ranked. Like search, it uses only the customer's turns.
 */
export async function findPages(db: Kysely<Schema>, scope: Scope, query: TicketQuery): Promise<HelpPage[]> {
  const { ranked } = await searchKnowledge(db, scope, query, {
    keep: ({ kind }) => kind !== "macro" && kind !== "ticket"
  })
  return ranked.slice(0, PAGES).map(({ candidate, score, passages }) => ({
    score,
    passages: passagesOfLines(candidate.words).map(({ words }, n) => ({ words, score: passages[n] ?? 0 }))
  }))
}

/** Pages below these have hardly any weight. */
const PAGES = 20
