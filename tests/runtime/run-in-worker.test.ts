import { once } from "node:events"
import { Worker } from "node:worker_threads"
import { expect, onTestFinished, test } from "vitest"
import * as z from "zod/mini"
import { runInLane, type NamedJob } from "../../src/runtime/worker-thread/run-in-worker.ts"
import { blockThread, placeInTurn, threadOf } from "./thread-of.ts"

const module = new URL("thread-of.ts", import.meta.url).href
const JOB = { module, run: threadOf }
const PLACE = { module, run: placeInTurn }

/** In a thread of its own, which nobody has moved any jobs in. */
test("small jobs run here until they are moved, and large ones never wait for or before them", async () => {
  const thread = new Worker(new URL("fresh-thread.ts", import.meta.url))
  onTestFinished(() => void thread.terminate())
  const [seen] = await once(thread, "message")
  const { here, before, after } = z
    .object({
      here: z.number(),
      before: z.object({ large: z.number(), small: z.number() }),
      after: z.object({ small: z.array(z.number()), large: z.number() })
    })
    .parse(seen)
  expect(before.large).not.toBe(here)
  expect(before.small).toBe(here)
  expect([here, before.large]).not.toContain(after.small[0])
  expect(after.small[1]).toBe(after.small[0])
  expect(after.large).toBe(before.large)
})

test("jobs run in the order in which they were asked for, and one that nobody waits for any more never runs", async () => {
  const gone = new AbortController()
  const first = [0, 1, 2].map(() => runInLane("quick", PLACE))
  const dropped = runInLane("quick", { ...PLACE, signal: gone.signal })
  const last = runInLane("quick", PLACE)
  gone.abort(new Error("nobody waits"))
  await expect(dropped).rejects.toThrow("nobody waits")
  const places = await Promise.all([...first, last])
  expect(places.map((place) => place - (places[0] ?? 0))).toEqual([0, 1, 2, 3])
  await expect(runInLane("quick", { ...PLACE, signal: gone.signal })).rejects.toThrow("nobody waits")
})

test("a job that can wait gives way to those asked for later, and to none for long", async () => {
  const patient = { ...PLACE, canWait: true }
  const blocking = Array.from({ length: 20 }, () => runInLane("quick", { module, run: blockThread }, 5))
  const waiting = runInLane("quick", patient)
  const urgent = Array.from({ length: 20 }, () => runInLane("quick", PLACE))
  await Promise.all(blocking)
  const places = await Promise.all(urgent)
  expect(await waiting).toBeGreaterThan(Math.max(...places))

  // As many are asked for as are done, so there is always one before it.
  let isOver = false
  const always = Array.from({ length: 10 }, async () => {
    while (!isOver) await runInLane("quick", { module, run: blockThread }, 20)
  })
  await runInLane("quick", patient)
  isOver = true
  await Promise.all(always)
})

test("a named job is loaded where it runs, and the error for one that doesn't exist names it", async () => {
  const named: NamedJob<typeof placeInTurn> = { module, name: "placeInTurn" }
  const place = await runInLane("here", PLACE)
  expect(await runInLane("here", named)).toBe(place + 1)
  expect(await runInLane("quick", named)).toBe((await runInLane("quick", PLACE)) - 1)
  await expect(runInLane("here", { ...named, name: "noSuch" })).rejects.toThrow("has no function noSuch")
})

test("while too many jobs wait, nothing new begins, and what has begun goes on", async () => {
  const waiting = Array.from({ length: 2002 }, () => runInLane("quick", JOB))
  await expect(runInLane("quick", { ...JOB, isFirst: true })).rejects.toMatchObject({
    status: 503,
    code: "busy",
    retryable: true,
    retryAfter: 5
  })
  const further = runInLane("quick", JOB)
  const threads = await Promise.all([...waiting, further])
  expect(new Set(threads).size).toBe(1)
  expect(await runInLane("quick", { ...JOB, isFirst: true })).toBe(threads[0])
})
