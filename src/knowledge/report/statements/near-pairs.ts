import { forEachYielding } from "../../../runtime/event-loop.ts"

/**
 * Finds pairs of sets that have nearly all words in common, each pair once and without equal sets. Two such sets share
 * at least one of their rarest words, so only those are looked up: R. Bayardo, Y. Ma, R. Srikant, Scaling up all pairs
 * similarity search (WWW, 2007). Words that occur in very many sets aren't looked up, so that some pairs of boilerplate
 * are missed.
 */
export async function nearPairs(
  sets: readonly (readonly string[])[],
  signal: AbortSignal,
  tell: (one: number, other: number) => void | Promise<void>
): Promise<void> {
  const often = new Map<string, number>()
  await forEachYielding(sets, signal, (set) => {
    for (const word of set) often.set(word, (often.get(word) ?? 0) + 1)
  })
  const standing = new Map<string, number[]>()
  await forEachYielding(sets.keys(), signal, (at) => {
    const set = sets[at] ?? []
    if (set.length < LEAST_WORDS) return
    const rare = [...set]
      .sort((a, b) => (often.get(a) ?? 0) - (often.get(b) ?? 0) || (a < b ? -1 : 1))
      .slice(0, set.length - Math.ceil(NEAR * set.length) + 1)
    const own = new Set(set)
    const met = new Set<number>()
    const near: number[] = []
    for (const word of rare) {
      const others = standing.get(word) ?? []
      for (const other of others) {
        if (met.has(other)) continue
        met.add(other)
        const theirs = sets[other] ?? []
        const most = Math.max(set.length, theirs.length)
        if (
          Math.min(set.length, theirs.length) >= NEAR * most &&
          theirs.filter((one) => own.has(one)).length >= NEAR * most
        )
          near.push(other)
      }
      if (others.length < MOST) others.push(at)
      standing.set(word, others)
    }
    return near.length > 0 ? forEachYielding(near, signal, (other) => tell(other, at)) : undefined
  })
}

/** This share of the longer set's words must be common. */
const NEAR = 0.75
const LEAST_WORDS = 4
const MOST = 200
