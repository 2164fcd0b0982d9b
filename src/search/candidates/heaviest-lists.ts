import { sql, type RawBuilder } from "kysely"
import { TENANT } from "../../storage/tenant.ts"
import type { TicketQuery } from "../query/query.ts"
import { FEWEST_WORDS, PASSAGES, sharesOf } from "./candidates.ts"

/**
 * The part of a statement that returns the lists of the query's words that weigh most, as `findCandidates` will look
 * them up. It needs their counts as `counted`. It counts past tickets for nothing and knows no correction, so a word
 * may be missing, which is read then.
 */
export function heaviestLists(origins: RawBuilder<unknown>, query: TicketQuery) {
  const shares = new Map<string, number>()
  for (const kind of sharesOf(query))
    for (const [word, share] of kind) shares.set(word, (shares.get(word) ?? 0) + share)
  return sql`
    select word, hits
    from postings where tenant = ${TENANT} and origin = any(${origins}) and word = any(array(
      select word from (
        select word, row_number() over heaviest as place, sum(passages) over heaviest as so_far from (
          select word, passages, share * ln(1 + (greatest(total - passages, 0) + 0.5) / (passages + 0.5)) as weight
          from counted join unnest(${[...shares.keys()]}::text[], ${[...shares.values()]}::float8[]) as shares (word, share) using (word),
          (select sum(passages) as total from knowledge_totals where tenant = ${TENANT} and origin = any(${origins})) as totals
        ) as weighed window heaviest as (order by weight desc, word)
      ) as placed where so_far <= ${PASSAGES} or place <= ${FEWEST_WORDS}))`
}
