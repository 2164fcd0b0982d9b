/** Computes the inverse document frequency of Robertson and Spärck Jones in the form of Lucene's BM25. */
export const idfOf = (count: number, total: number): number => Math.log(1 + (total - count + 0.5) / (count + 0.5))

/** Computes BM25's saturation, which limits how much a repeated word counts. */
export const bm25Saturation = (frequency: number, k1: number): number => (frequency * (k1 + 1)) / (frequency + k1)

/** Divides each score by the largest, so that signals of different units can be added. */
export function dividedByMaximum(scores: number[]): number[] {
  const most = scores.reduce((a, b) => Math.max(a, b), 0)
  return most > 0 ? scores.map((score) => score / most) : scores
}
