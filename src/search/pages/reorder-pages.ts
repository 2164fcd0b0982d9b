import type { Kysely } from "kysely"
import type { PairedPerson } from "../../protocol/relay.ts"
import type { Schema } from "../../storage/schema.ts"
import { readDocuments } from "../candidates/candidates.ts"
import type { SearchResult } from "./search-knowledge.ts"
import { passageAround } from "../passages/passage-window.ts"
import type { Reranker } from "../reranking/reranker.ts"

interface Reordering {
  db: Kysely<Schema>
  reranker: Reranker
  /** The customer's own words, masked and without placeholders. */
  query: string
  person: PairedPerson
  signal: AbortSignal
}

/**
 * Has the best pages ordered by the re-ranking model. Only public pages are sent to it; internal ones keep their places,
 * and so do all of them if the model doesn't answer. A place keeps its score, because scores are only comparable within
 * one list.
 */
export async function reorder(
  ranked: SearchResult[],
  { db, reranker, query, person, signal }: Reordering
): Promise<SearchResult[]> {
  const sent = ranked.slice(0, MOST).filter(({ candidate }) => candidate.visibility === "public")
  const documents = await readDocuments(
    db,
    sent.map(({ candidate }) => candidate.document)
  )
  const texts = sent.map(({ candidate, passages }) => {
    const document = documents.get(candidate.document)
    if (!document) return ""
    const { headings, text } = passageAround(document.passages, passages)
    return [document.title, ...headings, text].join("\n").slice(0, LONGEST)
  })
  const scores = await reranker.scores(query, texts, person, signal)
  if (!scores) return ranked
  const scoreOf = (at: number) => scores[at] ?? Number.NEGATIVE_INFINITY
  const order = sent.map((_, at) => at).sort((a, b) => scoreOf(b) - scoreOf(a) || a - b)
  const places = new Map(sent.map((one, place) => [one, sent[order[place] ?? place] ?? one]))
  return ranked.map((one) => ({ ...(places.get(one) ?? one), score: one.score }))
}

/** More pages would take the model too long. */
const MOST = 20
/** In characters. Most re-ranking models read 512 tokens. */
const LONGEST = 1500
