import { parentPort, threadId } from "node:worker_threads"
import {
  MAX_INLINE_CHARACTERS,
  moveSmallJobs,
  runInWorkerIfLarge
} from "../../src/runtime/worker-thread/run-in-worker.ts"
import { threadOf } from "./thread-of.ts"

const JOB = { module: new URL("thread-of.ts", import.meta.url).href, run: threadOf }
const large = () => runInWorkerIfLarge(MAX_INLINE_CHARACTERS + 1, JOB)
const small = () => runInWorkerIfLarge(1, JOB)

const before = { large: await large(), small: await small() }
moveSmallJobs()
const after = { small: [await small(), await small()], large: await large() }
parentPort?.postMessage({ here: threadId, before, after })
