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

/**
 * Finds, for words that no passage contains, the word of the knowledge that each is probably meant to be: the most
 * frequent of those that are one slip away. Every slip is looked up by name. Numbers and codes are left out, because
 * one digit off is another code.
 * @param words as `stems` returns them
 * @param vocabulary is asked instead of the database
 * @returns the corrections by word; a word without one is absent
 */
export async function nearWords(
  db: Kysely<Schema>,
  { origins }: Pick<Scope, "origins">,
  words: string[],
  vocabulary?: Vocabulary
): Promise<Map<string, string>> {
  const asked = [...new Set(words)].filter((word) => PLAIN.test(word)).slice(0, MOST)
  if (asked.length === 0) return new Map()
  const slips = new Set(asked.flatMap((word) => singleEditsOf(word, word.length >= LONG)))
  const counts = vocabulary?.count([...slips]) ?? (await countWords(db, origins, [...slips]))
  const commonest = [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))
  return new Map(
    asked.flatMap((word) => {
      const best = commonest.find(([other]) => isSlip(word, other))
      return best === undefined ? [] : [[word, best[0]] as const]
    })
  )
}

/**
 * A word that begins with another letter is another word, and so are most short words with one letter replaced: "shirt"
 * isn't "short".
 */
function isSlip(word: string, other: string): boolean {
  return other[0] === word[0] && letterDistance(word, other, word.length < LONG ? 2 : 1) === 1
}

/** A shorter word is one slip away from too many others. */
const SHORTEST = 5
const LONGEST = 40
const PLAIN = new RegExp(`^[\\p{L}\\p{M}]{${SHORTEST},${LONGEST}}$`, "u")
/** From this many letters on, one may be replaced. */
const LONG = 8
/** This many words of one query are looked up. */
const MOST = 12

/**
 * Returns everything that one slip may have made of this word, except in its first letter: a letter deleted, inserted,
 * swapped with the next one or, in a long word, replaced. The letters are those of the Latin alphabet, because stems
 * have no accents, or else the word's own.
 */
function singleEditsOf(word: string, replaced: boolean): string[] {
  const letters = /^[a-z]+$/.test(word) ? ALPHABET : [...new Set(word)]
  const edits = new Set<string>()
  for (let at = 1; at <= word.length; at++) {
    const [before, behind] = [word.slice(0, at), word.slice(at)]
    for (const letter of letters) {
      edits.add(before + letter + behind)
      if (replaced && behind !== "") edits.add(before + letter + behind.slice(1))
    }
    if (behind === "") continue
    edits.add(before + behind.slice(1))
    edits.add(before + behind.slice(1, 2) + behind.slice(0, 1) + behind.slice(2))
  }
  edits.delete(word)
  return [...edits]
}

const ALPHABET = [..."abcdefghijklmnopqrstuvwxyz"]

/**
 * Returns how many letters must be inserted, deleted, replaced or swapped with their neighbour to turn `b` into `a`.
 * @param replaced how much replacing a letter counts
 */
export function letterDistance(a: string, b: string, replaced = 1): number {
  const [from, to] = [[...a], [...b]]
  let before: number[] = []
  let last = to.map((_, at) => at + 1)
  last.unshift(0)
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1]
      let least = Math.min((last[j - 1] ?? 0) + (same ? 0 : replaced), (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1)
      if (i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1)
      row.push(least)
    }
    before = last
    last = row
  }
  return last[to.length] ?? 0
}
