/** Robertson and Spärck Jones, as Lucene's BM25 writes it. */
export const idfOf = (count: number, total: number): number => Math.log(1 + (total - count + 0.5) / (count + 0.5))

/** BM25's saturation: how fast a word that comes again stops to count for more. */
export const bm25Saturation = (frequency: number, k1: number): number => (frequency * (k1 + 1)) / (frequency + k1)

/** Each divided by the largest, so that signals of different units can be added. */
export function dividedByMaximum(scores: number[]): number[] {
  const most = scores.reduce((a, b) => Math.max(a, b), 0)
  return most > 0 ? scores.map((score) => score / most) : scores
}
