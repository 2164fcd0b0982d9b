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
