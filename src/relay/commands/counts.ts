/** One line a table that has rows, aligned, and one for all that have none. */
export function countLines(counts: Readonly<Record<string, number>>): string[] {
  const filled = Object.entries(counts)
    .filter(([, count]) => count > 0)
    .sort(([one], [other]) => one.localeCompare(other))
    .map(([name, count]) => ({ name, count: count.toLocaleString("en") }))
  const width = Math.max(...filled.map(({ name }) => name.length), 0)
  const widest = Math.max(...filled.map(({ count }) => count.length), 0)
  const empty = Object.keys(counts).length - filled.length
  return [
    ...filled.map(({ name, count }) => `  ${name.padEnd(width)}  ${count.padStart(widest)}`),
    ...(empty > 0 ? [`  and ${empty} tables without rows`] : [])
  ]
}
