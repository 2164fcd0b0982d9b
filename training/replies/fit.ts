/** A row to train on: the features of each reply, and which one was sent. */
export interface Example {
  /** The features are ordered by reply, and then by feature. */
  features: Float64Array
  replies: number
  /** This is the index of the reply that was sent. */
  sent: number
}

/**
 * Fits the weights of a linear ranking by the probability of the sent reply among its row's (softmax over the row,
 * Adam, a little decay). The same examples give the same weights. Examples without the sent reply teach nothing.
 */
export function fitWeights(
  examples: readonly Example[],
  count: number,
  { decay = 0.001, steps = 100, rate = 0.2 } = {}
): Float64Array {
  const weights = new Float64Array(count)
  const mean = new Float64Array(count)
  const square = new Float64Array(count)
  const usable = examples.filter(({ sent }) => sent >= 0)
  for (let step = 1; step <= steps; step++) {
    const slope = slopeOf(usable, weights)
    const now = rate * (step > steps * 0.7 ? 0.2 : 1)
    for (let f = 0; f < count; f++) {
      const g = (slope[f] ?? 0) + decay * (weights[f] ?? 0)
      const m = (mean[f] = 0.9 * (mean[f] ?? 0) + 0.1 * g)
      const s = (square[f] = 0.99 * (square[f] ?? 0) + 0.01 * g * g)
      weights[f] = (weights[f] ?? 0) - (now * (m / (1 - 0.9 ** step))) / (Math.sqrt(s / (1 - 0.99 ** step)) + 1e-8)
    }
  }
  return weights
}

function slopeOf(examples: readonly Example[], weights: Float64Array): Float64Array {
  const count = weights.length
  const slope = new Float64Array(count)
  for (const { features, replies, sent } of examples) {
    const chances = new Float64Array(replies)
    let most = -Infinity
    for (let i = 0; i < replies; i++) {
      let sum = 0
      for (let f = 0; f < count; f++) sum += (weights[f] ?? 0) * (features[i * count + f] ?? 0)
      chances[i] = sum
      if (sum > most) most = sum
    }
    let all = 0
    for (let i = 0; i < replies; i++) all += chances[i] = Math.exp((chances[i] ?? 0) - most)
    for (let i = 0; i < replies; i++) {
      const error = (chances[i] ?? 0) / all - (i === sent ? 1 : 0)
      for (let f = 0; f < count; f++) slope[f] = (slope[f] ?? 0) + error * (features[i * count + f] ?? 0)
    }
  }
  return slope.map((sum) => sum / Math.max(1, examples.length))
}
