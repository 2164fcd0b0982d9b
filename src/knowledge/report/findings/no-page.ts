import { queryOf } from "../../../search/query/query.ts"
import type { Corpus } from "../corpus/corpus.ts"
import type { RecentDraft } from "../corpus/recent-drafts.ts"
import type { FindContext, Finder, NewFinding } from "../corpus/finding.ts"
import { forEachYielding } from "../../../runtime/event-loop.ts"

/**
 * Groups by words what customers asked recently and search finds no page for. The requests are masked, so
 * their words contain no names.
 */
export const noPage: Finder = { kind: "no-page", find }

async function find({ drafts, searchedTickets }: Corpus, { signal }: FindContext): Promise<NewFinding[]> {
  const searched = await searchedTickets()
  const of = searched.length < drafts.length ? ` of ${searched.length.toLocaleString("en")} that were searched` : ""
  const [open, answered] = [
    await wordsOf(
      searched.filter(({ hasPage }) => !hasPage).map(({ draft }) => draft),
      signal
    ),
    await wordsOf(
      searched.filter(({ hasPage }) => hasPage).map(({ draft }) => draft),
      signal
    )
  ]
  const clusters = await clustersOf(
    open,
    answered.map(({ words }) => new Set(words.keys())),
    signal
  )
  return clusters.map(({ members, words }) => ({
    about: words.toSorted().join(" "),
    documents: [],
    says: `${members.length.toLocaleString("en")} tickets${of} of the last weeks have no page to be answered from. Their words: ${words.join(", ")}.`,
    fix: "Read some of them, and write the page that answers them. Where there is one, give it these words.",
    tickets: members.slice(0, EXAMPLES).map(({ of: { site, helpdesk, ticketId } }) => ({ site, helpdesk, ticketId }))
  }))
}

const EXAMPLES = 3
/** The words of this many tickets are read, the newest first. */
const MOST = 2_000

async function wordsOf(drafts: RecentDraft[], signal: AbortSignal): Promise<ClusterQuestion<RecentDraft>[]> {
  const asked: ClusterQuestion<RecentDraft>[] = []
  await forEachYielding(drafts.slice(0, MOST), signal, (draft) => {
    const { surface } = queryOf(draft.ticket)
    asked.push({
      of: draft,
      words: new Map([...surface].filter(([stem, word]) => stem.length > 2 && /^\p{L}/u.test(word)))
    })
  })
  return asked
}

interface ClusterQuestion<T> {
  of: T
  /** This maps each stem to a word as it was written. */
  words: ReadonlyMap<string, string>
}

interface Cluster<T> {
  members: ClusterQuestion<T>[]
  /** The most significant words first, as they were written. */
  words: string[]
}

/**
 * Groups questions by words. In each step, it takes the word that most of the remaining questions share and the others
 * (`answered`) share least, with all questions that contain it. The method is simple on purpose: people can see from
 * the words what a cluster is about, or that it is none.
 */
async function clustersOf<T>(
  asked: readonly ClusterQuestion<T>[],
  answered: readonly ReadonlySet<string>[],
  signal: AbortSignal
): Promise<Cluster<T>[]> {
  const elsewhere = await countOf(answered, signal)
  const clusters: Cluster<T>[] = []
  const tell = (counts: ReadonlyMap<string, number>, of: number) => (word: string) => {
    const [here, there] = [(counts.get(word) ?? 0) / of, ((elsewhere.get(word) ?? 0) + 1) / (answered.length + 2)]
    // If no question was answered, there is nothing to compare with. Words that most questions contain ("order",
    // "need") say little then.
    return (
      (counts.get(word) ?? 0) *
      (answered.length >= ENOUGH ? Math.log(Math.max(1, here / there)) : here > COMMON ? 0 : 1)
    )
  }
  for (let rest = asked; rest.length >= LEAST && clusters.length < MAX_CLUSTERS; ) {
    const counts = await countOf(
      rest.map(({ words }) => words),
      signal
    )
    const weight = tell(counts, asked.length)
    let best: string | undefined
    for (const [word, count] of counts)
      if (
        count >= LEAST &&
        weight(word) > 0 &&
        (best === undefined || weight(word) > weight(best) || (weight(word) === weight(best) && word < best))
      )
        best = word
    if (best === undefined) break
    const first = best
    const members = rest.filter(({ words }) => words.has(first))
    clusters.push({ members, words: await wordsOfCluster(members, weight, first, signal) })
    rest = rest.filter(({ words }) => !words.has(first))
  }
  return clusters
}

/** A cluster has at least this many questions. With fewer, it may be chance. */
const LEAST = 3
const MAX_CLUSTERS = 20
/** At least this many answered questions are needed for the comparison. */
const ENOUGH = 10
const COMMON = 0.6
const WORDS = 5

/** Returns the words that at least half of the members contain. */
async function wordsOfCluster<T>(
  members: readonly ClusterQuestion<T>[],
  weight: (word: string) => number,
  first: string,
  signal: AbortSignal
): Promise<string[]> {
  const shared = [
    ...(await countOf(
      members.map(({ words }) => words),
      signal
    ))
  ]
    .filter(([word, count]) => word !== first && 2 * count >= members.length && weight(word) > 0)
    .sort(([a, m], [b, n]) => n * weight(b) - m * weight(a) || (a < b ? -1 : 1))
    .map(([word]) => word)
  return [first, ...shared]
    .slice(0, WORDS)
    .map((stem) => (members.find(({ words }) => words.has(stem))?.words.get(stem) ?? stem).toLowerCase())
}

async function countOf(
  sets: Iterable<{ keys(): Iterable<string> }>,
  signal: AbortSignal
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  await forEachYielding(sets, signal, (set) => {
    for (const word of set.keys()) counts.set(word, (counts.get(word) ?? 0) + 1)
  })
  return counts
}
