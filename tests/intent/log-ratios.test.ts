import { expect, test } from "vitest"
import { addLogRatios } from "../../src/intent/classifier/log-ratios.ts"
import { marginsOf } from "../../src/intent/classifier/linear-svm.ts"

const vector = (...columns: number[]) => ({
  columns: Int32Array.from(columns),
  values: Float32Array.from(columns, () => 1)
})
/** Columns: 0 in each example of class 0 and in one other, 1 only in class 1, 2 in all examples, 3 once in class 2. */
const EXAMPLES = [
  ...[vector(0, 2), vector(0, 2), vector(0, 2)],
  ...[vector(1, 2), vector(1, 2), vector(0, 2)],
  ...[vector(2, 3), vector(2), vector(2)]
]
const isOf = (example: number, ofClass: number) => Math.floor(example / 3) === ofClass
function ratios(weight = 1) {
  const model = { classes: 3, weights: new Float32Array(4 * 3), biases: new Float32Array(3) }
  addLogRatios(model, EXAMPLES, isOf, weight, 4)
  return model
}

test("a feature speaks for the classes whose examples have it more often than others have", () => {
  const [first = 0, second = 0, third = 0] = marginsOf(ratios(), vector(0))
  expect(first).toBeGreaterThan(second)
  expect(second).toBeGreaterThan(third)
  // By hand: three of three examples and one of six others, with the prior of one example (4 of 9).
  const own = Math.log((3 + 4 / 9) / 4 / ((1 + 4 / 9) / 7))
  const other = Math.log((1 + 4 / 9) / 4 / ((3 + 4 / 9) / 7))
  const none = Math.log(4 / 9 / 4 / ((4 + 4 / 9) / 7))
  expect(first).toBeCloseTo(own - (own + other + none) / 3, 5)
  expect(second - third).toBeCloseTo(other - none, 5)
})

test("what all examples have tells nothing, and no feature moves all classes", () => {
  const model = ratios()
  for (const margin of marginsOf(model, vector(2))) expect(margin).toBeCloseTo(0, 5)
  for (const column of [0, 1, 3])
    expect(marginsOf(model, vector(column)).reduce((sum, margin) => sum + margin, 0)).toBeCloseTo(0, 5)
})

test("it is added to what the functions have learnt, as much as its weight says", () => {
  const [whole = 0] = marginsOf(ratios(1), vector(0))
  const model = ratios(0)
  model.weights[0] = 0.5
  addLogRatios(model, EXAMPLES, isOf, 0.1, 4)
  expect(marginsOf(model, vector(0))[0]).toBeCloseTo(0.5 + 0.1 * whole, 5)
})

test("what is in the columns behind the features is no occurrence, and isn't counted", () => {
  const model = { classes: 3, weights: new Float32Array(4 * 3), biases: new Float32Array(3) }
  addLogRatios(model, EXAMPLES, isOf, 1, 3)
  expect([...model.weights.subarray(3 * 3)]).toEqual([0, 0, 0])
  expect(model.weights.subarray(0, 3 * 3)).toEqual(ratios().weights.subarray(0, 3 * 3))
})
