import { forEachYielding } from "../../../runtime/event-loop.ts"

export interface ClusterQuestion<T> {
  of: T
  /** This maps each stem to a word as it was written. */
  words: ReadonlyMap<string, string>
}

export interface Cluster<T> {
  members: ClusterQuestion<T>[]
  /** The most significant words first, as they were written. */
  words: string[]
}

/**
 * Groups questions by words. In each step, it takes the word that most of the remaining questions share and the others
 * (`answered`) share least, with all questions that contain it. The method is simple on purpose: people can see from
 * the words what a cluster is about, or that it is none.
 */
export async function clustersOf<T>(
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
  for (let rest = asked; rest.length >= LEAST && clusters.length < MOST; ) {
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
    clusters.push({ members, words: await wordsOf(members, weight, first, signal) })
    rest = rest.filter(({ words }) => !words.has(first))
  }
  return clusters
}

/** A cluster has at least this many questions. With fewer, it may be chance. */
const LEAST = 3
const MOST = 20
/** At least this many answered questions are needed for the comparison. */
const ENOUGH = 10
const COMMON = 0.6
const WORDS = 5

/** Returns the words that at least half of the members contain. */
async function wordsOf<T>(
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
