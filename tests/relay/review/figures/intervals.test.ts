import { expect, test } from "vitest"
import {
  designEffect,
  intraclassCorrelation,
  measureClustering
} from "../../../../src/relay/review/figures/clustering.ts"
import {
  logBetaBinomialMixture,
  mixtureWidth,
  normalMixtureBound,
  shareSequence
} from "../../../../src/relay/review/figures/confidence-sequence.ts"
import { shareWithInterval } from "../../../../src/relay/review/figures/share-interval.ts"
import { logGamma, studentQuantile } from "../../../../src/relay/review/figures/special-functions.ts"

test("the gamma function and Student's quantiles are those of the tables", () => {
  expect(logGamma(10)).toBeCloseTo(Math.log(362_880), 10)
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12)
  const quantiles = [3, 4, 5, 10, 11, 30, 100].map((df) => studentQuantile(df).toFixed(3))
  expect(quantiles).toEqual(["3.182", "2.776", "2.571", "2.228", "2.201", "2.042", "1.984"])
})

test("Wilson's interval as published: 95 % of some shares, inside 0 to 1, none below 30 cases", () => {
  const rounded = (n: number, of: number) =>
    Object.values(shareWithInterval(n, of))
      .slice(2)
      .map((value) => value?.toFixed(4))
  // By hand from the formula: 0 of n ends at z²/(n + z²), n of n begins at n/(n + z²), a half lies even.
  expect(rounded(15, 30)).toEqual(["0.3315", "0.6685"])
  expect(rounded(0, 30)).toEqual(["0.0000", "0.1135"])
  expect(rounded(50, 50)).toEqual(["0.9287", "1.0000"])
  expect(shareWithInterval(29, 29)).toEqual({ n: 29, of: 29, low: null, high: null })
})

test("the mixtures give the values of the reference implementation of Howard et al.", () => {
  // confseq, uniform_boundaries_unittest.cpp: tuned for a variance of 100 at 5 %, at a sum of 10.
  const width = mixtureWidth(100, 0.05)
  expect(width).toBeCloseTo(12.60056, 4)
  expect(normalMixtureBound(100, width, 0.05)).toBeCloseTo(30.35209, 4)
  // A share of g / (g + h) = .2 with steps of .8 and .2 is the Bernoulli case with variance n p q: n = 625.
  expect(logBetaBinomialMixture({ n: 625 * 0.2 + 10, of: 625 }, 0.2, width)).toBeCloseTo(-0.6941012, 5)
  const atBound = logBetaBinomialMixture({ n: 625 * 0.2 + 31.4308, of: 625 }, 0.2, width)
  expect(atBound).toBeCloseTo(Math.log(20), 4)
})

test("a sequence ends where the mixture rules a share out, and is wider than one look's interval", () => {
  for (const [n, of] of [
    [0, 40],
    [7, 40],
    [240, 400],
    [400, 400]
  ] as const) {
    const { low, high } = shareSequence({ n, of }, 0.05)
    const once = shareWithInterval(n, of)
    expect(low).toBeLessThanOrEqual(once.low ?? 0)
    expect(high).toBeGreaterThanOrEqual(once.high ?? 1)
    expect([low >= 0, high <= 1]).toEqual([true, true])
  }
  expect(shareSequence({ n: 0, of: 0 }, 0.05)).toEqual({ low: 0, high: 1 })
})

test("replies that are all alike within an agent count as one, and independent ones as themselves", () => {
  const alike = Array.from({ length: 10 }, (_, at) => ({ n: at % 2 === 0 ? 50 : 0, of: 50 }))
  expect(intraclassCorrelation(alike)).toBe(1)
  expect(designEffect(alike, measureClustering(alike, [])).effect).toBeCloseTo(50, 6)
  const even = Array.from({ length: 10 }, () => ({ n: 25, of: 50 }))
  expect(designEffect(even, measureClustering(even, []))).toEqual({ effect: 1, independent: 500 })
})

test("with fewer than five agents only tickets count as clusters", () => {
  const agents = [
    { n: 40, of: 50 },
    { n: 5, of: 50 }
  ]
  expect(measureClustering(agents, [])).toMatchObject({ agents: 0, agentCount: 2, tickets: 0 })
  const tickets = Array.from({ length: 50 }, (_, at) => ({ n: at % 2 === 0 ? 2 : 0, of: 2 }))
  expect(measureClustering(agents, tickets).tickets).toBeCloseTo(1, 6)
})
