import { beforeEach, expect, test } from "vitest"
import { CircuitBreaker, type AskPermit, type CircuitState } from "../../../src/models/traffic/circuit-breaker.ts"

let now = 0
let states: CircuitState[] = []
let breaker: CircuitBreaker
beforeEach(() => {
  now = 0
  states = []
  breaker = new CircuitBreaker(
    (state) => states.push(state),
    () => now
  )
})

const enter = (): AskPermit => {
  const permit = breaker.enter()
  if (!permit) throw new Error("The model is left alone.")
  return permit
}
const ask = (how: Parameters<AskPermit["ended"]>[0], times = 1) => {
  for (let time = 0; time < times; time++) enter().ended(how)
}

test("five failures in a row, or three silences, leave a model alone; an answer in between begins the count anew", () => {
  ask("failed", 4)
  ask("answered")
  ask("failed", 4)
  expect(breaker.enter()).toBeDefined()
  ask("failed")
  expect(breaker.enter()).toBeUndefined()
  expect(breaker.waitMs).toBe(15_000)

  breaker = new CircuitBreaker(undefined, () => now)
  ask("silent", 2)
  expect(breaker.state).toBe("closed")
  ask("silent")
  expect(breaker.state).toBe("open")
})

test("what says nothing about the model doesn't count, neither for nor against it", () => {
  ask("failed", 4)
  ask("unknown", 10)
  expect(breaker.failures).toBe(4)
  ask("failed")
  expect(breaker.state).toBe("open")
})

test("after its pause one request tries it, and nobody else asks meanwhile; its first text lets everybody ask", () => {
  ask("failed", 5)
  now = 14_999
  expect(breaker.enter()).toBeUndefined()
  now = 15_000
  const trial = enter()
  expect(breaker.state).toBe("trial")
  expect(breaker.enter()).toBeUndefined()
  trial.begun()
  expect(breaker.enter()).toBeDefined()
  expect(states).toEqual(["open", "trial", "closed"])
})

test("a trial that fails doubles the pause, up to four minutes; one that says nothing is tried again at once", () => {
  ask("failed", 5)
  for (const pause of [15_000, 30_000, 60_000, 120_000, 240_000, 240_000]) {
    expect(breaker.waitMs).toBe(pause)
    now += pause
    enter().ended("unknown")
    enter().ended("failed")
  }
  now += 240_000
  ask("answered")
  ask("failed", 5)
  expect(breaker.waitMs).toBe(15_000)
})

test("what was asked before it opened neither prolongs the pause when it fails nor is lost when it is answered", () => {
  const [late, later] = [enter(), enter()]
  ask("failed", 5)
  now = 10_000
  late.ended("failed")
  expect(breaker.waitMs).toBe(5_000)
  later.ended("answered")
  expect(breaker.state).toBe("closed")
})
