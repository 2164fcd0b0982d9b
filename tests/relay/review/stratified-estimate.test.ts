import { expect, test } from "vitest"
import { shareOut } from "../../../src/relay/review/queue/samples.ts"
import { estimateByStrata } from "../../../src/relay/review/queue/stratified-estimate.ts"
import { seeded } from "../../../src/intent/classifier/linear-svm.ts"

test("worked by hand: strata count by their size, not by how many of them were drawn", () => {
  const estimate = estimateByStrata([
    { cases: 100, n: 20, of: 20 },
    { cases: 900, n: 5, of: 20 }
  ])
  // .1 x 1 + .9 x .25
  expect(estimate.share).toBeCloseTo(0.325, 10)
  expect(estimate).toMatchObject({ n: 25, of: 40 })
  expect(estimate.low).toBeLessThan(0.325)
  expect(estimate.high).toBeGreaterThan(0.325)
})

test("nothing is estimated from too few, from a stratum of which one was reviewed, or from none", () => {
  const unknown = { share: null, low: null, high: null }
  expect(estimateByStrata([{ cases: 100, n: 5, of: 29 }])).toMatchObject(unknown)
  expect(
    estimateByStrata([
      { cases: 100, n: 5, of: 40 },
      { cases: 50, n: 1, of: 1 }
    ])
  ).toMatchObject(unknown)
  expect(estimateByStrata([])).toEqual({ n: 0, of: 0, ...unknown })
})

test("if everything was reviewed, the share is known, and if all agree, the interval still has a width", () => {
  expect(estimateByStrata([{ cases: 40, n: 10, of: 40 }])).toMatchObject({ share: 0.25, low: 0.25, high: 0.25 })
  const agreed = estimateByStrata([{ cases: 1000, n: 60, of: 60 }])
  expect(agreed.share).toBe(1)
  expect(agreed.low).toBeGreaterThan(0.9)
  expect(agreed.low).toBeLessThan(0.99)
})

test("over 1,000 simulated months the interval covers the truth in 93 to 98 of 100, where a mean of the sample hardly does", () => {
  const chance = seeded(7)
  let [covered, plain] = [0, 0]
  for (let month = 0; month < 1000; month++) {
    // Risky cases are rare and mostly bad, the others mostly good, and each month differs.
    const strata = [
      { cases: 300, share: 0.25 + 0.2 * chance() },
      { cases: 1200, share: 0.55 + 0.2 * chance() },
      { cases: 3500, share: 0.8 + 0.15 * chance() }
    ].map(({ cases, share }) => ({ cases, good: Array.from({ length: cases }, () => chance() < share) }))
    const truth = strata.reduce((sum, { good }) => sum + good.filter(Boolean).length, 0) / 5000
    const drawn = shareOut(strata, 120).map(({ cases, good, draws }) => ({
      cases,
      n: draw(good, draws, chance).filter(Boolean).length,
      of: draws
    }))
    const { low, high } = estimateByStrata(drawn)
    if ((low ?? 1) <= truth && truth <= (high ?? 0)) covered++
    const unweighted = estimateByStrata([
      { cases: 5000, n: drawn.reduce((sum, { n }) => sum + n, 0), of: drawn.reduce((sum, { of }) => sum + of, 0) }
    ])
    if ((unweighted.low ?? 1) <= truth && truth <= (unweighted.high ?? 0)) plain++
  }
  expect(covered / 1000).toBeGreaterThanOrEqual(0.93)
  expect(covered / 1000).toBeLessThanOrEqual(0.98)
  expect(plain / 1000).toBeLessThan(0.5)
})

function draw<Item>(from: readonly Item[], size: number, chance: () => number): Item[] {
  const rest = [...from]
  return Array.from({ length: size }, () => rest.splice(Math.floor(chance() * rest.length), 1)).flat()
}

test("a sample is shared out equally, and what one stratum can't fill the others get", () => {
  const strata = [{ cases: 3 }, { cases: 500 }, { cases: 40 }]
  const draws = shareOut(strata, 90)
  expect(draws.map((row) => [row.cases, row.draws])).toEqual([
    [3, 3],
    [40, 40],
    [500, 47]
  ])
  expect(shareOut(strata, 1000).reduce((sum, row) => sum + row.draws, 0)).toBe(543)
  expect(shareOut([{ cases: 0 }], 10)).toEqual([])
})
