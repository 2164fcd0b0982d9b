import { sql, type Kysely, type RawBuilder } from "kysely"
import type { Schema } from "../../storage/schema.ts"
import { selectOrigins, type Origin } from "../../storage/knowledge-origin.ts"
import { TENANT } from "../../storage/tenant.ts"
import { pastTicketCountsOf, ticketCounts, type PastTicketCounts } from "../past-tickets/past-ticket-store.ts"
import {
  knowledgeMark,
  listsOf,
  NEWEST_BLOCK,
  wordCounts,
  type ListRow,
  type Postings
} from "../postings/posting-store.ts"
import { type TicketQuery, wordsOf } from "../query/query.ts"
import { idfOf } from "../rank/bm25.ts"
import type { Statistics } from "../rank/rank.ts"
import { isVisible, type Scope } from "./visible.ts"
import { FEWEST_WORDS, PASSAGES, sharesOf } from "./candidates.ts"

/** Reads how rare each of these words is, and the mean lengths with which passages are compared. */
export async function readStatistics(db: Kysely<Schema>, scope: Scope, words: string[]): Promise<KnownStatistics> {
  const origins = sql`${scope.origins}::text[]`
  const { rows } = await selectStatistics(origins, words, sql`(${wordCounts(origins, words)})`).execute(db)
  return statisticsOf(rows[0])
}

/** What a search for a ticket begins with. */
export interface SearchBasis {
  scope: Scope
  statistics: KnownStatistics
  /** The number of documents that the search may find. */
  documents: number
  macros: number
  /** The team has playbooks, for whichever ticket. */
  hasPlaybooks: boolean
  /** The team has voices, or had some. */
  hasVoices: boolean
  /** The team has memories that drafts may use. */
  hasMemories: boolean
  /** Differs once the knowledge was changed. */
  mark: string
  /** The lists of the words that weigh most, if they were asked for. */
  postings: Postings | undefined
}

/** How many documents there were at a mark of the knowledge. Counting them anew reads all of them. */
export interface CountedDocuments {
  mark: string
  documents: number
  macros: number
}

/** What is known before a search, and what it needs. */
export interface BasisOptions {
  /** What an earlier search for the same helpdesk and groups has counted. */
  counted?: CountedDocuments | undefined
  /** False if the passages are searched in a replica, which has the lists too. */
  withPostings?: boolean
}

/**
 * Reads in one statement what a search for a ticket of this helpdesk may see, how rare its words are there, and where
 * those stand that weigh most. The lists of those are rows of their own, which are read while the database finds more.
 * @param groups of the person
 */
export async function readBasis(
  db: Kysely<Schema>,
  { helpdesk, groups }: { helpdesk: string; groups: string[] },
  query: TicketQuery,
  { counted, withPostings = true }: BasisOptions = {}
): Promise<SearchBasis> {
  const origins = sql`(select origins from own)::text[]`
  const words = wordsOf(query)
  const { rows } = await sql<ListRow & { basis: BasisRow | null }>`
    with own as (select array(${selectOrigins(helpdesk)}) as origins),
    counted as materialized (${wordCounts(origins, words)}),
    now as (select ${knowledgeMark(origins)} as mark, ${NEWEST_BLOCK} as block)
    select row_to_json(basis) as basis, null::text as word, null::bytea as hits from (
      select own.origins, now.*, of_words.*, visible.*,
        exists (select from playbook_versions where source is not null) as playbooks,
        exists (select from voice_versions where source is not null) as voices,
        exists (select from memories where state = 'approved' or (state = 'proposed' and durable_at is not null)) as memories
      from own, now, (${selectStatistics(origins, words, sql`counted`)}) as of_words left join (
        select count(*) as documents, count(*) filter (where kind = 'macro') as macros
        from documents where ${isVisible(origins, { groups })} and (select mark from now) <> ${counted?.mark ?? ""}
      ) as visible on true
    ) as basis
    ${withPostings ? sql`union all select null, word, hits from (${heaviestLists(origins, query)}) as lists` : sql``}`.execute(
    db
  )
  const row = rows.find(({ basis }) => basis !== null)?.basis ?? undefined
  const basis = row ?? NO_BASIS
  const { documents, macros } = row && row.mark === counted?.mark ? counted : basis
  return {
    scope: { origins: basis.origins, groups },
    statistics: statisticsOf(basis),
    documents,
    macros,
    hasPlaybooks: basis.playbooks,
    hasVoices: basis.voices,
    hasMemories: basis.memories,
    mark: basis.mark,
    postings: row && withPostings ? { lists: listsOf(rows), block: row.block } : undefined
  }
}

interface BasisRow extends StatisticsRow {
  origins: Origin[]
  mark: string
  block: number
  documents: number
  macros: number
  playbooks: boolean
  voices: boolean
  memories: boolean
}

interface StatisticsRow {
  counts: Record<string, number> | null
  tickets: Record<string, number> | null
  passages: string | number | null
  title: string | number | null
  headings: string | number | null
  text: string | number | null
}

/** What a search may see on a database without any knowledge. */
const NO_BASIS: BasisRow = {
  origins: [],
  mark: "",
  block: 0,
  documents: 0,
  macros: 0,
  playbooks: false,
  voices: false,
  memories: false,
  counts: null,
  tickets: null,
  passages: null,
  title: null,
  headings: null,
  text: null
}

/** @param counted the counts of the words, as a table in SQL */
const selectStatistics = (
  origins: RawBuilder<unknown>,
  words: string[],
  counted: RawBuilder<unknown>
) => sql<StatisticsRow>`
    select (select json_object_agg(word, passages) from ${counted} as w) as counts,
      (select json_object_agg(word, tickets) from (${ticketCounts(origins, words)}) as t) as tickets,
      sum(passages) as passages, sum(title_words) as title, sum(heading_words) as headings, sum(text_words) as text
    from knowledge_totals where tenant = ${TENANT} and origin = any(${origins})`

function statisticsOf(totals: StatisticsRow | null | undefined): KnownStatistics {
  const count = new Map(Object.entries(totals?.counts ?? {}))
  const past = pastTicketCountsOf(new Map(Object.entries(totals?.tickets ?? {})))
  const total = Number(totals?.passages ?? 0)
  const mean = (sum: string | number | null | undefined) => Math.max(0.1, Number(sum ?? 0) / Math.max(1, total))
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
  /** The total number of passages. */
  passages: number
  /** These count past tickets. Each of them is one more passage for the idf, and for nothing else here. */
  pastTickets: PastTicketCounts
}

/**
 * The part of a statement that returns the lists of the query's words that weigh most, as `findCandidates` will look
 * them up. It needs their counts as `counted`. It counts past tickets for nothing and knows no correction, so a word
 * may be missing, which is read then.
 */
function heaviestLists(origins: RawBuilder<unknown>, query: TicketQuery) {
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
