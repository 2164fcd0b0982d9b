/** The name of what was measured, and then its figures as text. */
export type Row = readonly string[]

/** Prints rows as a Markdown table under a heading, so that it can be pasted into a document. */
export function printTable(title: string, rows: readonly Row[]): void {
  const columns = Math.max(2, ...rows.map((row) => row.length))
  const line = (cells: Row) => `| ${Array.from({ length: columns }, (_, n) => cells[n] ?? "").join(" | ")} |`
  console.log(["", line([title]), `|${"---|".repeat(columns)}`, ...rows.map(line)].join("\n"))
}

/** Writes "median (least to most), n", for the few runs of a start. */
export function spread(values: readonly number[], word: (value: number) => string): string {
  return `${word(quantile(values, 0.5))} (${word(Math.min(...values))} to ${word(Math.max(...values))}), n=${values.length}`
}

/** Writes "p50 x, p95 y, n", for the many runs of a ticket. */
export function percentiles(values: readonly number[], word: (value: number) => string): string {
  if (values.length === 0) return "none"
  return `p50 ${word(quantile(values, 0.5))}, p95 ${word(quantile(values, 0.95))}, n=${values.length}`
}

/** Returns a quantile by nearest rank, which is always a measured value. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** Writes milliseconds as seconds. */
export const secondsOf = (ms: number) => `${(ms / 1000).toFixed(2)} s`
export const millisecondsOf = (ms: number) => `${ms.toFixed(ms < 10 ? 1 : 0)} ms`

/** Returns the milliseconds that the work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** Does the work several times, one after the other, because two at a time would affect each other's time. */
export async function times<T>(count: number, work: (round: number) => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let round = 0; round < count; round++) results.push(await work(round))
  return results
}
