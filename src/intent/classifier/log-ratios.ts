import type { LinearModel } from "./linear-svm.ts"
import type { SparseVector } from "./vectors.ts"

/**
 * Adds naive Bayes to linear functions: for each feature and class, how much more frequent the feature is in examples of
 * the class than in others, as the logarithm of the ratio. A margin knows which features tell the examples apart, and a
 * ratio what is usual in each class, feature by feature; their sum errs less than either, and is still one linear
 * function. (Log-count ratios: Wang and Manning, "Baselines and Bigrams", ACL 2012.)
 * @param isOf whether an example is one of a class
 * @param weight how much a ratio counts beside a margin
 * @param width how many columns are those of features; what is in columns behind them doesn't occur, so it isn't counted
 */
export function addLogRatios(
  { classes, weights }: LinearModel,
  vectors: readonly SparseVector[],
  isOf: (example: number, ofClass: number) => boolean,
  weight: number,
  width: number
): void {
  const all = vectors.length
  const totals = new Float64Array(width)
  for (const [column, count] of countColumns(vectors, width)) totals[column] = count
  const means = new Float64Array(width)
  const absent = new Float64Array(classes)
  for (let k = 0; k < classes; k++) {
    const own = vectors.filter((_, example) => isOf(example, k))
    // A feature that is as frequent in a class as everywhere is the prior of one example.
    const ratioOf = (count: number, total: number) => {
      const here = (count + total / all) / (own.length + 1)
      const elsewhere = (total - count + total / all) / (all - own.length + 1)
      return weight * Math.min(MOST, Math.max(LEAST, Math.log(here / elsewhere)))
    }
    // A feature that no example of the class has says the same, however frequent it is elsewhere.
    const without = ratioOf(0, 1)
    absent[k] = without
    for (const [column, count] of countColumns(own, width)) {
      const more = ratioOf(count, totals[column] ?? 0) - without
      weights[column * classes + k] = (weights[column * classes + k] ?? 0) + more
      means[column] = (means[column] ?? 0) + more / classes
    }
  }
  // What all classes have in common decides nothing, and would move all margins away from the border.
  const common = absent.reduce((sum, one) => sum + one, 0) / classes
  for (let column = 0; column < width; column++) {
    const mean = common + (means[column] ?? 0)
    const from = column * classes
    for (let k = 0; k < classes; k++) weights[from + k] = (weights[from + k] ?? 0) + (absent[k] ?? 0) - mean
  }
}

/** So that no single feature decides, and its absence in a class less than its presence. */
const LEAST = -3
const MOST = 8

/** Returns how many of the vectors have each of the first columns, of those that any has. */
function countColumns(vectors: readonly SparseVector[], width: number): Map<number, number> {
  const counts = new Map<number, number>()
  for (const { columns } of vectors)
    for (const column of columns) if (column < width) counts.set(column, (counts.get(column) ?? 0) + 1)
  return counts
}
