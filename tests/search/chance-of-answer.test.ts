import { expect, test } from "vitest"
import { chanceOfAnswer, LEAST_CHANCE } from "../../src/search/rank/chance-of-answer.ts"

test("one that stands out answers more likely than one among its like", () => {
  expect(chanceOfAnswer([0.9, 0.4, 0.3, 0.2])).toBeGreaterThan(0.7)
  expect(chanceOfAnswer([0.6, 0.55, 0.52, 0.5])).toBeLessThan(LEAST_CHANCE)
})

test("only the next nine are held against it", () => {
  const near = [0.8, ...Array.from({ length: 9 }, () => 0.6)]
  expect(chanceOfAnswer([...near, 0.1, 0.1, 0.1])).toBe(chanceOfAnswer(near))
})

test("no result answers nothing; one alone stands for itself", () => {
  expect(chanceOfAnswer([])).toBe(0)
  expect(chanceOfAnswer([0.9])).toBeGreaterThan(LEAST_CHANCE)
})
