import type { SparseVector } from "./vectors.ts"

/** A linear function for each class. `weights` holds the classes of one column side by side. */
export interface LinearModel {
  classes: number
  weights: Float32Array
  biases: Float32Array
}

/**
 * Trains one function for each class against the rest, with the squared hinge loss, by dual coordinate descent (Hsieh et
 * al., "A Dual Coordinate Descent Method for Large-scale Linear SVM", ICML 2008). An example that a function is sure of
 * is left out of its later rounds. A mistake about an example of the class costs more than one about another, because
 * there are few of them. The order is the same each time, so the same examples give the same functions.
 * @param isOf whether an example is one of a class; an example may be of several
 * @param width how many columns there are
 */
export function trainLinearSvm(
  vectors: readonly SparseVector[],
  classes: number,
  isOf: (example: number, ofClass: number) => boolean,
  width: number
): LinearModel {
  const model = { classes, weights: new Float32Array(classes * width), biases: new Float32Array(classes) }
  const random = seeded()
  const squares = vectors.map(({ values }) => values.reduce((sum, value) => sum + value * value, 1))
  const own = new Float32Array(width)
  for (let k = 0; k < classes; k++) {
    own.fill(0)
    model.biases[k] = trainOne(vectors, (example) => isOf(example, k), { squares, random, weights: own })
    for (let column = 0; column < width; column++) model.weights[column * classes + k] = own[column] ?? 0
  }
  return model
}

/** Returns how far each class is from its border: about 1 for an example of it, and -1 for another. */
export function marginsOf({ classes, weights, biases }: LinearModel, vector: SparseVector): Float64Array {
  const margins = Float64Array.from(biases)
  vector.columns.forEach((column, at) => {
    const value = vector.values[at] ?? 0
    const from = column * classes
    for (let k = 0; k < classes; k++) margins[k] = (margins[k] ?? 0) + value * (weights[from + k] ?? 0)
  })
  return margins
}

const ROUNDS = 8
/** The cost of a mistake about an example of the class, and about another one. */
const COST = { own: 4, other: 1 }
/** An example beyond its border by more than this is left out of later rounds. */
const SURE = 0.15

/** Trains one function into `weights`, and returns its bias. */
function trainOne(
  vectors: readonly SparseVector[],
  isOwn: (example: number) => boolean,
  { squares, random, weights }: { squares: readonly number[]; random: () => number; weights: Float32Array }
): number {
  let bias = 0
  const signs = Float64Array.from(vectors, (_, example) => (isOwn(example) ? 1 : -1))
  const shares = new Float64Array(vectors.length)
  const order = Int32Array.from(vectors, (_, example) => example)
  let left = order.length
  for (let round = 0; round < ROUNDS; round++) {
    shuffle(order, left, random)
    for (let place = 0; place < left; place++) {
      const example = order[place] ?? 0
      const vector = vectors[example] ?? NONE
      const sign = signs[example] ?? 1
      const share = shares[example] ?? 0
      const margin = marginOf(vector, weights, bias)
      const slack = 1 / (2 * (sign > 0 ? COST.own : COST.other))
      const gradient = sign * margin - 1 + slack * share
      if (share === 0 && gradient > SURE && round > 0) {
        left--
        order[place] = order[left] ?? 0
        order[left] = example
        place--
        continue
      }
      const next = Math.max(0, share - gradient / ((squares[example] ?? 1) + slack))
      const step = (next - share) * sign
      if (step === 0) continue
      shares[example] = next
      bias += step
      addScaled(weights, vector, step)
    }
  }
  return bias
}

function marginOf({ columns, values }: SparseVector, weights: Float32Array, bias: number): number {
  let margin = bias
  for (let at = 0; at < columns.length; at++) margin += (weights[columns[at] ?? 0] ?? 0) * (values[at] ?? 0)
  return margin
}

function addScaled(weights: Float32Array, { columns, values }: SparseVector, step: number): void {
  for (let at = 0; at < columns.length; at++) {
    const column = columns[at] ?? 0
    weights[column] = (weights[column] ?? 0) + step * (values[at] ?? 0)
  }
}

const NONE: SparseVector = { columns: new Int32Array(), values: new Float32Array() }

/** Shuffles the first so many (Fisher-Yates). */
function shuffle(order: Int32Array, count: number, random: () => number): void {
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    const example = order[last] ?? 0
    order[last] = order[other] ?? 0
    order[other] = example
  }
}

/** Returns numbers from 0 to 1 that look random and are the same each time (mulberry32). */
export function seeded(seed = 3): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
