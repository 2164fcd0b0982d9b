import { threadId } from "node:worker_threads"
import { expect, test } from "vitest"
import {
  MAX_INLINE_CHARACTERS,
  moveSmallJobs,
  runInLane,
  runInWorkerIfLarge
} from "../../src/runtime/worker-thread/run-in-worker.ts"
import { placeInTurn, threadOf } from "./thread-of.ts"

const module = new URL("thread-of.ts", import.meta.url).href
const JOB = { module, run: threadOf }
const PLACE = { module, run: placeInTurn }

test("small jobs run here until they are moved, and large ones never wait for or before them", async () => {
  const large = await runInWorkerIfLarge(MAX_INLINE_CHARACTERS + 1, JOB)
  expect(large).not.toBe(threadId)
  expect(await runInWorkerIfLarge(1, JOB)).toBe(threadId)
  moveSmallJobs()
  const quick = await runInWorkerIfLarge(1, JOB)
  expect([threadId, large]).not.toContain(quick)
  expect(await runInWorkerIfLarge(1, JOB)).toBe(quick)
  expect(await runInWorkerIfLarge(MAX_INLINE_CHARACTERS + 1, JOB)).toBe(large)
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
