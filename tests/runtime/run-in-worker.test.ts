import { threadId } from "node:worker_threads"
import { expect, test } from "vitest"
import {
  MAX_INLINE_CHARACTERS,
  moveSmallJobs,
  runInWorkerIfLarge
} from "../../src/runtime/worker-thread/run-in-worker.ts"
import { threadOf } from "./thread-of.ts"

const JOB = { module: new URL("thread-of.ts", import.meta.url).href, run: threadOf }

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
