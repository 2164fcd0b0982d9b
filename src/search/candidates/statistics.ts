import { sql, type Kysely, type RawBuilder } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import { selectOrigins, type Origin } from "../../storage/knowledge-origin.ts"
import { TENANT } from "../../storage/tenant.ts"
import { pastTicketCountsOf, ticketCounts, type PastTicketCounts } from "../past-tickets/past-ticket-store.ts"
import { wordCounts } from "../postings/posting-store.ts"
import { idfOf } from "../rank/bm25.ts"
import type { Statistics } from "../rank/rank.ts"
import { isVisible, type Scope } from "./visible.ts"

/** Reads how rare each of these words is, and the mean lengths with which passages are compared. */
export async function readStatistics(db: Kysely<Schema>, scope: Scope, words: string[]): Promise<KnownStatistics> {
  const { rows } = await selectStatistics(sql`${scope.origins}::text[]`, words).execute(db)
  return statisticsOf(rows[0])
}

/** What a search for a ticket begins with. */
export interface SearchBasis {
  scope: Scope
  statistics: KnownStatistics
  /** This is the number of documents that the search may find. */
  documents: number
  hasMacros: boolean
  /** The team has playbooks, for whichever ticket. */
  hasPlaybooks: boolean
  /** The team has voices, or had some. */
  hasVoices: boolean
}

/**
 * Reads in one statement what a search for a ticket of this helpdesk may see, and how rare its words are there.
 * @param groups of the person
 */
export async function readBasis(
  db: Kysely<Schema>,
  { helpdesk, groups }: { helpdesk: string; groups: string[] },
  words: string[]
): Promise<SearchBasis> {
  const origins = sql`(select origins from own)::text[]`
  const { rows } = await sql<
    StatisticsRow & { origins: Origin[]; documents: string; macros: string; playbooks: boolean; voices: boolean }
  >`
    with own as (select array(${selectOrigins(helpdesk)}) as origins)
    select own.origins, of_words.*, found.* from own, (${selectStatistics(origins, words)}) as of_words,
      (select count(*) as documents, count(*) filter (where kind = 'macro') as macros,
          exists (select from playbook_versions where source is not null) as playbooks,
          exists (select from voice_versions where source is not null) as voices
        from documents where ${isVisible(origins, { groups })}) as found`.execute(db)
  const [row] = rows
  return {
    scope: { origins: row?.origins ?? [], groups },
    statistics: statisticsOf(row),
    documents: Number(row?.documents ?? 0),
    hasMacros: Number(row?.macros ?? 0) > 0,
    hasPlaybooks: row?.playbooks === true,
    hasVoices: row?.voices === true
  }
}

interface StatisticsRow {
  counts: Record<string, number> | null
  tickets: Record<string, number> | null
  passages: string | null
  title: string | null
  headings: string | null
  text: string | null
}

const selectStatistics = (origins: RawBuilder<unknown>, words: string[]) => sql<StatisticsRow>`
    select (select json_object_agg(word, passages) from (${wordCounts(origins, words)}) as w) as counts,
      (select json_object_agg(word, tickets) from (${ticketCounts(origins, words)}) as t) as tickets,
      sum(passages) as passages, sum(title_words) as title, sum(heading_words) as headings, sum(text_words) as text
    from knowledge_totals where tenant = ${TENANT} and origin = any(${origins})`

function statisticsOf(totals: StatisticsRow | undefined): KnownStatistics {
  const count = new Map(Object.entries(totals?.counts ?? {}))
  const past = pastTicketCountsOf(new Map(Object.entries(totals?.tickets ?? {})))
  const total = Number(totals?.passages ?? 0)
  const mean = (sum: string | null | undefined) => Math.max(0.1, Number(sum ?? 0) / Math.max(1, total))
  return {
    idf: (word) => idfOf((count.get(word) ?? 0) + past.ticketsWith(word), total + past.tickets),
    mean: { title: mean(totals?.title), headings: mean(totals?.headings), text: mean(totals?.text) },
    passagesWith: (word) => count.get(word) ?? 0,
    passages: total,
    pastTickets: past
  }
}

export interface KnownStatistics extends Statistics {
  /** Returns how many passages contain the word. */
  passagesWith(word: string): number
  /** This is the total number of passages. */
  passages: number
  /** These count past tickets. Each of them is one more passage for the idf, and for nothing else here. */
  pastTickets: PastTicketCounts
}
