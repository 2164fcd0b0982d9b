import type { Kysely } from "kysely"
import type { PairedPerson } from "../../protocol/relay.ts"
import { languageOfLocale } from "../../text/languages.ts"
import type { Source } from "../../ticket/draft.ts"
import type { Found, Retriever } from "../drafting/parts.ts"
import type { Schema } from "../storage/schema.ts"
import { findCandidates, readDocuments, readStatistics, type Scope } from "./candidates.ts"
import { queryOf, type TicketQuery } from "./query.ts"
import { rank } from "./rank.ts"
import { passageAround } from "./window.ts"

/**
 * Finds documents for a ticket: candidates by SQL within what the person may see, ordered by `rank`. Internal documents are
 * found too (`visibility: "internal"`): they are for the agent's eyes, a drafter must not quote them.
 */
export function createRetriever(db: Kysely<Schema>): Retriever {
  return {
    async find(ticket, person, signal, limit = 5) {
      signal.throwIfAborted()
      const query = queryOf(ticket)
      const scope = scopeOf(ticket.helpdesk, person)
      const statistics = await readStatistics(db, scope, [...new Set(query.turns.flatMap((turn) => turn.words))])
      const found: Found = {
        sources: [],
        searched: mostTelling(query, statistics.idf),
        documents: statistics.documents,
        weights: Object.fromEntries([...query.surface.keys()].map((word) => [word, statistics.idf(word)]))
      }
      signal.throwIfAborted()
      const candidates = await findCandidates(db, scope, query.turns, statistics)
      if (!candidates.length) return found
      signal.throwIfAborted()
      const ranked = rank(query.turns, candidates, statistics)
        .map((one) => ({ ...one, candidate: candidates[one.at] }))
        .map((one) => ({ ...one, score: one.score * preference(one.candidate?.locale, query.language) }))
        .sort((a, b) => b.score - a.score)
      const best = keepPublic(ranked, limit)
      signal.throwIfAborted()
      const documents = await readDocuments(db, best.flatMap(({ candidate }) => candidate?.document ?? []))
      for (const { candidate, score, passages } of best) {
        const document = candidate && documents.get(candidate.document)
        if (!document) continue
        const around = passageAround(document.passages, passages)
        const source: Source = {
          n: found.sources.length + 1, id: document.id, title: document.title, kind: document.kind, visibility: document.visibility,
          locale: document.locale, headings: around.headings, passage: around.text, score
        }
        if (document.url) source.url = document.url
        if (document.changed) source.changed = document.changed
        found.sources.push(source)
      }
      return found
    }
  }
}

/** Tickets of the sample helpdesk see the invented shop's rules and the team's own; every other ticket sees the team's alone. */
function scopeOf(helpdesk: string, person: PairedPerson): Scope {
  return { origins: helpdesk === "sample" ? ["sample", "team"] : ["team"], groups: person.groups }
}

/** Another language is put back, not left out: a page that nobody has translated is better than none. */
const OTHER_LANGUAGE = 0.8

function preference(locale: string | undefined, language: string | null): number {
  return !language || languageOfLocale(locale) === language ? 1 : OTHER_LANGUAGE
}

/** The best, of which at least half may be quoted to the customer, where there are that many. */
function keepPublic<T extends { candidate: { visibility: string } | undefined }>(ranked: T[], limit: number): T[] {
  let internal = Math.floor(limit / 2)
  return ranked.filter(({ candidate }) => candidate?.visibility === "public" || internal-- > 0).slice(0, limit)
}

/** The words that tell most, as the customer wrote them, for "I looked for ...": those of subject and questions before the rest. */
function mostTelling({ turns, surface }: TicketQuery, idf: (word: string) => number): string[] {
  const asked = new Set([...(turns.at(-1)?.words ?? []), ...turns.flatMap((turn) => turn.asks)])
  const words = [...surface].filter(([stem, word]) => stem.length > 2 && /\p{L}/u.test(word))
    .sort(([a], [b]) => Number(asked.has(b)) - Number(asked.has(a)) || idf(b) - idf(a))
  return [...new Set(words.map(([, word]) => word))].slice(0, SEARCHED)
}
const SEARCHED = 8
