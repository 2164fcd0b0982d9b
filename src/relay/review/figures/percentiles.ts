/** Values that lie close together: how many, and their middle. */
export interface ValueBin {
  bin: number
  count: number
  mean: number
}

/**
 * Returns percentiles of values that are counted by bins, as PostgreSQL's percentile_cont does of the values
 * themselves.
 * @param shares from 0 to 1, for example .5 for the median
 * @returns nothing if there are no values
 */
export function percentilesOf(bins: readonly ValueBin[], shares: readonly number[]): number[] {
  const sorted = bins.toSorted((a, b) => a.bin - b.bin)
  const count = sorted.reduce((sum, one) => sum + one.count, 0)
  if (count === 0) return []
  return shares.map((share) => {
    const place = share * (count - 1)
    const [below, above] = [valueAt(sorted, Math.floor(place)), valueAt(sorted, Math.ceil(place))]
    return below + (above - below) * (place - Math.floor(place))
  })
}

function valueAt(sorted: readonly ValueBin[], place: number): number {
  let before = 0
  for (const { count, mean } of sorted) {
    before += count
    if (place < before) return mean
  }
  return sorted.at(-1)?.mean ?? 0
}
