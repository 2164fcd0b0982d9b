import { setImmediate as turnOfLoop } from "node:timers/promises"
import { expect, test } from "vitest"
import { FairQueue, QueueFullError } from "../../../src/models/traffic/fair-queue.ts"

/** Somebody in the queue: the places that were told, and the turn once it came. */
class Asker {
  readonly places: number[] = []
  readonly leave = new AbortController()
  end: (() => void) | undefined
  error: unknown
  over: Promise<void>

  constructor(queue: FairQueue, person: string, began: (asker: Asker) => void, prepared = false) {
    const turn = queue.turn({ person, prepared, signal: this.leave.signal })
    const wait = async () => {
      for (let step = await turn.next(); ; step = await turn.next()) {
        if (step.done) {
          this.end = step.value
          return began(this)
        }
        this.places.push(step.value)
      }
    }
    this.over = wait().catch((error: unknown) => void (this.error = error))
  }
}

/** A queue whose turns are named in the order in which they began. */
function open(atOnce: number, most = 100) {
  const queue = new FairQueue({ atOnce, most })
  const began: string[] = []
  const running: Asker[] = []
  const ask = async (name: string, prepared = false) => {
    const person = name.slice(0, 1)
    const note = (one: Asker) => void (began.push(name), running.push(one))
    const asker = new Asker(queue, person, note, prepared)
    await turnOfLoop()
    return asker
  }
  const endOldest = async () => {
    running.shift()?.end?.()
    await turnOfLoop()
  }
  return { queue, began, ask, endOldest }
}

test("one person's ten don't hold up another's: each person has a turn before anybody has a second one", async () => {
  const { began, ask, endOldest } = open(1)
  for (let n = 1; n <= 10; n++) await ask(`a${n}`)
  await ask("b1")
  await ask("c1")
  await ask("b2")
  for (let n = 0; n < 6; n++) await endOldest()
  expect(began).toEqual(["a1", "b1", "c1", "a2", "b2", "a3", "a4"])
})

test("whoever comes again and again doesn't come before somebody who has waited", async () => {
  const { began, ask, endOldest } = open(1)
  await ask("a1")
  await ask("b1")
  await ask("b2")
  for (const name of ["c1", "d1", "e1", "f1"]) {
    await endOldest()
    await ask(name)
  }
  expect(began.indexOf("b2")).toBeLessThan(4)
})

test("what somebody pressed goes before what was prepared, whoever came first", async () => {
  const { began, ask, endOldest } = open(1)
  await ask("a1")
  await ask("b1", true)
  await ask("c1", true)
  await ask("a2")
  for (let n = 0; n < 3; n++) await endOldest()
  expect(began).toEqual(["a1", "a2", "b1", "c1"])
})

test("prepared ones leave a place free, which a press takes at once", async () => {
  const { began, ask, queue } = open(3)
  for (let n = 1; n <= 5; n++) await ask(`a${n}`, true)
  expect(began).toEqual(["a1", "a2"])
  await ask("b1")
  expect(began).toEqual(["a1", "a2", "b1"])
  expect([queue.running, queue.waiting]).toEqual([3, 3])
})

test("everybody is told their place, and each time that it changes", async () => {
  const { ask, endOldest } = open(1)
  await ask("a1")
  const second = await ask("a2")
  const third = await ask("b1")
  const fourth = await ask("c1")
  expect([second.places, third.places, fourth.places]).toEqual([[1, 2, 3], [1], [2]])
  await endOldest()
  expect([second.places, third.places, fourth.places]).toEqual([[1, 2, 3, 2], [1], [2, 1]])
})

test("a cancelled one leaves the queue, and one whose turn had just come gives it on", async () => {
  const { began, ask, endOldest, queue } = open(1)
  await ask("a1")
  const gone = await ask("b1")
  const also = await ask("c1")
  const last = await ask("d1")
  gone.leave.abort(new Error("left"))
  await gone.over
  expect(gone.error).toEqual(new Error("left"))
  expect(last.places).toEqual([3, 2])
  // It leaves in the very turn of the event loop in which it is called.
  const ended = endOldest()
  also.leave.abort(new Error("left"))
  await ended
  await also.over
  await turnOfLoop()
  expect(began).toEqual(["a1", "d1"])
  expect([queue.running, queue.waiting]).toEqual([1, 0])
})

test("a generator that is left without being read to its end leaves the queue too", async () => {
  const { queue, ask, endOldest } = open(1)
  await ask("a1")
  const turn = queue.turn({ person: "b", prepared: false, signal: new AbortController().signal })
  expect(await turn.next()).toEqual({ done: false, value: 1 })
  const other = queue.turn({ person: "c", prepared: false, signal: new AbortController().signal })
  expect(await other.next()).toEqual({ done: false, value: 2 })
  await endOldest()
  // Its turn has come, and nobody takes it.
  expect(queue.running).toBe(1)
  await turn.return(() => undefined)
  await other.return(() => undefined)
  expect([queue.running, queue.waiting]).toEqual([0, 0])
})

test("no more wait than may; prepared ones fill half of the places, and the time to come again grows with the queue", async () => {
  const { ask, queue } = open(1, 4)
  await ask("a1")
  const first = queue.waitSeconds
  await ask("a2", true)
  await ask("a3", true)
  expect((await ask("b1", true)).error).toBeInstanceOf(QueueFullError)
  expect(queue.isFull(false)).toBe(false)
  await ask("b2")
  await ask("b3")
  expect(queue.isFull(false)).toBe(true)
  expect((await ask("c1")).error).toBeInstanceOf(QueueFullError)
  expect(queue.waitSeconds).toBeGreaterThan(first)
})
