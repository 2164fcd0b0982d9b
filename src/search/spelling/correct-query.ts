import type { Kysely } from "kysely"
import { LANGUAGES } from "../../text/languages.ts"
import type { Schema } from "../../storage/schema.ts"
import type { Scope } from "../candidates/visible.ts"
import { readStatistics, type KnownStatistics } from "../candidates/statistics.ts"
import { synonymsOf } from "../synonyms/synonyms.ts"
import { countPastTickets } from "../past-tickets/past-ticket-store.ts"
import { countWords } from "../postings/posting-store.ts"
import { type TicketQuery, wordsOf } from "../query/query.ts"
import { idfOf } from "../rank/bm25.ts"
import { nearWords } from "./near-words.ts"
import type { Vocabulary } from "./vocabulary.ts"

/** A word that stands for the one that the customer probably meant counts this share of it. */
const DISCOUNT = 0.6

/**
 * Reads how rare the query's words are. Words that no passage contains are replaced by those that they are probably
 * meant to be, which are searched for too, with their synonyms. If passages contain every word, nothing more is looked
 * up.
 * @param known the statistics of the query's words, if they are read already
 * @param vocabulary the words of the knowledge, if they are in memory
 */
export async function correctQuery(
  db: Kysely<Schema>,
  scope: Scope,
  query: TicketQuery,
  known?: KnownStatistics,
  vocabulary?: Vocabulary
): Promise<{ query: TicketQuery; statistics: KnownStatistics }> {
  const statistics = known ?? (await readStatistics(db, scope, wordsOf(query)))
  const near = await nearWords(db, scope, unknownWords(query, statistics.passagesWith), vocabulary)
  if (near.size === 0) return { query, statistics }
  const mended = withNear(query, near)
  const asked = new Set(wordsOf(query))
  const more = wordsOf(mended).filter((word) => !asked.has(word))
  const [added, past] = await Promise.all([
    vocabulary?.count(more) ?? countWords(db, scope.origins, more),
    statistics.pastTickets.tickets > 0 ? countPastTickets(db, scope.origins, more) : statistics.pastTickets
  ])
  const passagesWith = (word: string) => added.get(word) ?? statistics.passagesWith(word)
  const ticketsWith = (word: string) => past.ticketsWith(word) || statistics.pastTickets.ticketsWith(word)
  const idf = (word: string) => idfOf(passagesWith(word) + ticketsWith(word), statistics.passages + past.tickets)
  // A misspelt word is as rare as the right one, with a discount.
  return {
    query: mended,
    statistics: {
      ...statistics,
      passagesWith,
      idf: (word) => (near.has(word) ? DISCOUNT * idf(near.get(word) ?? word) : idf(word))
    }
  }
}

function withNear(query: TicketQuery, near: ReadonlyMap<string, string>): TicketQuery {
  const turns = query.messages.map((turn) => ({
    ...turn,
    synonyms: synonymsOf(
      turn.words.map((word) => near.get(word) ?? word),
      query.language
    )
  }))
  const elsewhere = new Map(
    [...new Set([...LANGUAGES, ...query.otherLanguageStems.keys()])].map((language) => [
      language,
      new Map([
        ...[...near].map(([word, meant]) => [meant, word] as const),
        ...(query.otherLanguageStems.get(language) ?? [])
      ])
    ])
  )
  return { ...query, messages: turns, otherLanguageStems: elsewhere }
}

/** Returns the words that no passage contains, however a language stems them. */
function unknownWords({ messages, otherLanguageStems }: TicketQuery, passagesWith: (word: string) => number): string[] {
  const known = new Set(
    [...otherLanguageStems.values()].flatMap((stems) =>
      [...stems].flatMap(([there, stem]) => (passagesWith(there) > 0 ? [stem] : []))
    )
  )
  // Subject and questions come first, because only a limited number is looked up.
  const inOrder = [
    ...(messages.at(-1)?.words ?? []),
    ...messages.flatMap((turn) => turn.asks),
    ...messages.flatMap((turn) => turn.words)
  ]
  return [...new Set(inOrder)].filter((word) => passagesWith(word) === 0 && !known.has(word))
}
