import type { Kysely } from "kysely"
import { LISTS } from "replywright/lexicon/checks"
import { optionalEntriesOf } from "../../lexicon/lexicon.ts"
import { languageOfLocale } from "../../text/languages.ts"
import type { Source } from "../../ticket/draft.ts"
import type { Retriever } from "../../models/drafter/contract.ts"
import { ticketSize } from "../../ticket/masked-ticket.ts"
import type { Schema } from "../../storage/schema.ts"
import { runInWorkerIfLarge } from "../../runtime/worker-thread/run-in-worker.ts"
import { readSourceDocuments, type SourceDocument, readDocuments, foldNearCopies } from "../candidates/candidates.ts"
import { readBasis, type CountedDocuments } from "../candidates/statistics.ts"
import { readSourceChoice, type SourceChoice } from "../candidates/source-choice.ts"
import { queryJob, type TicketQuery } from "../query/query.ts"
import type { ReadReplica } from "../../storage/read-replica.ts"
import { createVocabularies, type Vocabularies } from "../spelling/vocabulary.ts"
import { searchWhereCurrent } from "./search-replica.ts"
import { searchKnowledge, type SearchResult } from "./search-knowledge.ts"
import { type Vectors, embeddingTextOf } from "../vectors/vectors.ts"
import type { Reranker } from "../reranking/reranker.ts"
import { passageAround } from "../passages/passages.ts"
import type { PairedPerson } from "../../protocol/relay.ts"

/** What search asks besides the database, where it is configured. */
export interface SearchHelpers {
  vectors?: Vectors | undefined
  reranker?: Reranker | undefined
  /** Takes the searches off the database while it has the same knowledge. */
  replica?: ReadReplica | undefined
  /** The words of the knowledge in memory, shared by all searches of a relay. */
  vocabularies?: Vocabularies | undefined
}

/**
 * Creates the retriever, which finds documents for a ticket: candidates by SQL among what the person may see, ordered
 * by `rank`. Internal documents are found too (`visibility: "internal"`). They are for the agent only, and a drafter
 * must not quote them.
 */
export function createRetriever(
  db: Kysely<Schema>,
  { vectors, reranker, replica, vocabularies = createVocabularies(db) }: SearchHelpers = {}
): Retriever {
  const counts = new DocumentCounts()
  const fingerprints = [vectors, reranker].flatMap((model) => (model ? [model.fingerprint] : []))
  return {
    ...(fingerprints.length > 0 && { fingerprint: fingerprints.join(", ") }),
    async find(ticket, person, signal, limit = 5, chosen) {
      signal.throwIfAborted()
      const similar = vectors?.ask(ticket, person, signal)
      const query = await runInWorkerIfLarge(ticketSize(ticket), { ...queryJob, signal }, ticket)
      const seen = { helpdesk: ticket.helpdesk, groups: person.groups }
      const { scope, ...basis } = await readBasis(db, seen, query, {
        counted: counts.get(seen),
        withPostings: replica === undefined
      })
      counts.set(seen, basis)
      const choice = await readSourceChoice(db, chosen)
      /** Searches in `from`. What is quoted is read from the database itself, so that it is what counts now. */
      const searchIn = async (from: Kysely<Schema>) => {
        const { statistics, ranked, chance } = await searchKnowledge(from, scope, query, {
          signal,
          keep: choice.allows,
          named: choice.use,
          statistics: basis.statistics,
          vocabulary: vocabularies.at(scope.origins, basis.mark),
          postings: basis.postings,
          similar
        })
        const pages = distinctPages(ranked, query.language, choice)
        const ordered =
          reranker && pages.length > 0
            ? await reorder(pages, { db, reranker, query: embeddingTextOf(ticket), person, signal })
            : pages
        const best = firstChosen(lifted(ordered, choice), choice, limit)
        return { statistics, chance, best, documents: await readSourceDocuments(db, scope, documentIds(best)) }
      }
      const places = { db, replica, origins: scope.origins, signal }
      const { statistics, chance, best, documents } = await searchWhereCurrent(places, searchIn)
      const sources = sourcesOf(best, documents)
      const chosenIds = liftedIds(sources, best, choice)
      return {
        sources,
        searched: mostTelling(query, statistics.idf),
        documents: basis.documents,
        language: query.language,
        hasMacros: basis.macros > 0,
        hasPlaybooks: basis.hasPlaybooks,
        hasVoices: basis.hasVoices,
        hasMemories: basis.hasMemories,
        chance,
        weights: new Map([...query.surface.keys()].map((word) => [word, statistics.idf(word)])),
        holding: new Map([...query.surface.keys()].map((word) => [word, statistics.passagesWith(word)])),
        passages: statistics.passages,
        ...(chosenIds.length > 0 && { chosen: chosenIds })
      }
    }
  }
}

/** The last counts of documents, by helpdesk and groups. */
class DocumentCounts {
  readonly #counts = new Map<string, CountedDocuments>()

  get(seen: VisibleTo): CountedDocuments | undefined {
    return this.#counts.get(JSON.stringify(seen))
  }

  set(seen: VisibleTo, { mark, documents, macros }: CountedDocuments): void {
    if (this.#counts.size > MAX_COUNTS) this.#counts.clear()
    this.#counts.set(JSON.stringify(seen), { mark, documents, macros })
  }
}

interface VisibleTo {
  helpdesk: string
  groups: string[]
}

const MAX_COUNTS = 100

/** Orders pages by their score and language, chosen ones first, and keeps one of those that say nearly the same. */
function distinctPages(ranked: readonly SearchResult[], language: string | null, choice: SourceChoice): SearchResult[] {
  const preferred = ranked
    .map((one) => ({ ...one, score: one.score * preference(one.candidate.locale, language) }))
    .sort((a, b) => b.score - a.score)
  return foldNearCopies(lifted(preferred, choice), ({ candidate }) => ({
    id: candidate.document,
    twin: candidate.twin
  }))
}

const documentIds = (pages: readonly SearchResult[]): string[] => pages.map(({ candidate }) => candidate.document)

function liftedIds(sources: readonly Source[], pages: readonly SearchResult[], { lifts }: SourceChoice): string[] {
  const chosenDocuments = new Set(documentIds(pages.filter(({ candidate }) => lifts(candidate))))
  return sources.map(({ id }) => id).filter((id) => chosenDocuments.has(id))
}

/**
 * Numbers the pages as sources, each with the passage around what matched. A page that is gone meanwhile is left out.
 */
function sourcesOf(pages: readonly SearchResult[], documents: ReadonlyMap<string, SourceDocument>): Source[] {
  const sources: Source[] = []
  for (const { candidate, score, passages } of pages) {
    const document = documents.get(candidate.document)
    if (!document) continue
    const around = passageAround(document.passages, passages)
    const source: Source = {
      n: sources.length + 1,
      id: document.id,
      title: document.title,
      kind: document.kind,
      visibility: document.visibility,
      locale: document.locale,
      headings: around.headings,
      passage: around.text,
      score,
      version: document.version
    }
    if (document.url) source.url = document.url
    if (document.changed) source.changed = document.changed
    if (document.also.length) source.also = document.also
    sources.push(source)
  }
  return sources
}

/**
 * A page in another language gets a lower score but isn't left out, because an untranslated page is better than none.
 */
const OTHER_LANGUAGE = 0.8

function preference(locale: string, language: string | null): number {
  return !language || languageOfLocale(locale) === language ? 1 : OTHER_LANGUAGE
}

/** Puts chosen documents first. Both groups keep the order of the ranking. */
const lifted = (ranked: SearchResult[], { lifts }: SourceChoice): SearchResult[] =>
  ranked.toSorted((a, b) => Number(lifts(b.candidate)) - Number(lifts(a.candidate)))

/** Returns all chosen documents and then the best of the rest. */
function firstChosen(ranked: SearchResult[], { lifts }: SourceChoice, limit: number): SearchResult[] {
  const chosen = ranked.filter(({ candidate }) => lifts(candidate))
  return [...chosen, ...withInternal(ranked.slice(chosen.length), Math.max(0, limit - chosen.length))]
}

/**
 * Returns the best public documents, as many as may be quoted to the customer, and beside them the internal ones that
 * rank before the last of those, half as many at most. An internal one takes no public one's place.
 */
function withInternal(ranked: SearchResult[], most: number): SearchResult[] {
  let [quotable, internal] = [most, Math.floor(most / 2)]
  return ranked.filter(({ candidate }) => {
    if (quotable <= 0) return false
    return candidate.visibility === "public" ? quotable-- > 0 : internal-- > 0
  })
}

/**
 * Returns the most significant words as the customer wrote them, for "I looked for ...". Words of the subject and of
 * questions come before the others.
 */
function mostTelling({ language, messages, surface }: TicketQuery, idf: (word: string) => number): string[] {
  const greets = greetingIn(language ?? "")
  const asked = new Set([...(messages.at(-1)?.words ?? []), ...messages.flatMap((turn) => turn.asks)])
  const words = [...surface]
    .filter(([stem, word]) => stem.length > 2 && /\p{L}/u.test(word) && !greets.test(word))
    .sort(([a], [b]) => Number(asked.has(b)) - Number(asked.has(a)) || idf(b) - idf(a))
  return [...new Set(words.map(([, word]) => word))].slice(0, MAX_SEARCHED)
}
const MAX_SEARCHED = 8

/** "Dear" is seldom on a page, and tells nothing. */
function greetingIn(language: string): RegExp {
  const cached = greetings.get(language)
  if (cached) return cached
  const entries = optionalEntriesOf(LISTS, language, "greeting") ?? ["(?!)"]
  const pattern = new RegExp(`^(?:${entries.join("|")})$`, "iu")
  greetings.set(language, pattern)
  return pattern
}
const greetings = new Map<string, RegExp>()

interface Reordering {
  db: Kysely<Schema>
  reranker: Reranker
  /** The customer's own words, masked and without placeholders. */
  query: string
  person: PairedPerson
  signal: AbortSignal
}

/**
 * Has the best pages ordered by the re-ranking model. Only public pages are sent to it; internal ones keep their
 * places, and so do all of them if the model doesn't answer. A place keeps its score, because scores are only
 * comparable within one list.
 */
async function reorder(
  ranked: SearchResult[],
  { db, reranker, query, person, signal }: Reordering
): Promise<SearchResult[]> {
  const publicPages = ranked.slice(0, MAX_RERANKED).filter(({ candidate }) => candidate.visibility === "public")
  const documents = await readDocuments(
    db,
    publicPages.map(({ candidate }) => candidate.document)
  )
  const texts = publicPages.map(({ candidate, passages }) => {
    const document = documents.get(candidate.document)
    if (!document) return ""
    const { headings, text } = passageAround(document.passages, passages)
    return [document.title, ...headings, text].join("\n").slice(0, MAX_RERANKED_CHARACTERS)
  })
  const scores = await reranker.scores(query, texts, person, signal)
  if (!scores) return ranked
  const scoreOf = (at: number) => scores[at] ?? Number.NEGATIVE_INFINITY
  const order = publicPages.map((_, at) => at).sort((a, b) => scoreOf(b) - scoreOf(a) || a - b)
  const places = new Map(publicPages.map((one, place) => [one, publicPages[order[place] ?? place] ?? one]))
  return ranked.map((one) => ({ ...(places.get(one) ?? one), score: one.score }))
}

/** More pages would take the model too long. */
const MAX_RERANKED = 20
/** In characters. Most re-ranking models read 512 tokens. */
const MAX_RERANKED_CHARACTERS = 1500
