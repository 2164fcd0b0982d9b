import { Worker } from "node:worker_threads"
import { nextEventLoopTurn } from "../event-loop.ts"
import { enterQueue, leaveQueue, recordQueueWait } from "../metrics/work-metrics.ts"
import type { WorkerRequest } from "./worker-request.ts"

/**
 * A function with plain data in and out. The module at this address (`import.meta.url`, or beside it) exports it under
 * its own name.
 */
export interface WorkerJob<Given extends unknown[], Answer> {
  module: string
  run: (...given: Given) => Answer
}

/** Where a job runs: in this thread, or in one of two worker threads. */
export type Lane = "here" | "quick" | "large"

/**
 * Returns where a job on a text of this many characters runs. Small ones run in this thread, so that a test or a
 * command starts no other, or in the quick thread once `moveSmallJobs` was called. Large ones have a thread of their
 * own, so that nobody's small job waits for a long ticket.
 */
export function laneFor(characters: number): Lane {
  if (characters > MAX_INLINE_CHARACTERS) return "large"
  return areSmallJobsMoved ? "quick" : "here"
}

/** From now on small jobs run in the quick thread, so that this one only streams. */
export function moveSmallJobs(): void {
  areSmallJobsMoved = true
}

let areSmallJobsMoved = false

/**
 * Runs a job where its size says, so that streams and health requests continue. Jobs of a thread run one after the
 * other. A thread starts with its first job and keeps no process open.
 * @param characters the size of the text to read
 * @throws what the job throws; an Error if the thread broke off or took longer than half a minute
 */
export async function runInWorkerIfLarge<Given extends unknown[], Answer>(
  characters: number,
  job: WorkerJob<Given, Answer>,
  ...given: Given
): Promise<Answer> {
  return runInLane(laneFor(characters), job, ...given)
}

/** Runs a job in this lane, for jobs that keep something there for the next one. */
export async function runInLane<Given extends unknown[], Answer>(
  lane: Lane,
  { module, run }: WorkerJob<Given, Answer>,
  ...given: Given
): Promise<Answer> {
  if (lane === "here") return run(...given)
  // Large data takes time to be copied to the thread.
  if (lane === "large") await nextEventLoopTurn()
  let thread = threads.get(lane)
  if (!thread) threads.set(lane, (thread = startWorker(lane)))
  enterQueue("worker")
  return thread.ask<Answer>(module, run.name, given).finally(() => leaveQueue("worker"))
}

/** Returns how many jobs the threads have begun or still have to do. */
export function jobsInThreads(): number {
  return [...threads.values()].reduce((sum, thread) => sum + thread.pending(), 0)
}

/** Text of this many characters is read within a few milliseconds. Most tickets are shorter. */
export const MAX_INLINE_CHARACTERS = 4_000
/** The duration is in milliseconds. */
const LONGEST = 30_000

interface WorkerHandle {
  pending(): number
  ask<Answer>(module: string, name: string, given: unknown[]): Promise<Answer>
}
interface PendingCall {
  resolve(value: never): void
  reject(cause: unknown): void
  asked: number
}
interface WorkerReply {
  id: number
  value: never
  fault?: string
}

const threads = new Map<Lane, WorkerHandle>()

function startWorker(lane: Lane): WorkerHandle {
  const worker = new Worker(new URL("worker.ts", import.meta.url), { execArgv: [] })
  const asked = new Map<number, PendingCall>()
  let last = 0
  let watch: NodeJS.Timeout | undefined
  /** Jobs run one after the other, so a job begins when the one before it has answered. */
  let idleSince = 0
  /** While no job is pending, the thread may end with the process. */
  const rest = () => {
    clearTimeout(watch)
    if (asked.size === 0) return worker.unref()
    worker.ref()
    watch = setTimeout(() => void worker.terminate(), LONGEST)
  }
  const broke = (cause: unknown) => {
    clearTimeout(watch)
    if (threads.get(lane) === own) threads.delete(lane)
    for (const { reject } of asked.values()) reject(new Error("The thread that reads tickets broke off.", { cause }))
    asked.clear()
  }
  worker
    .on("message", ({ id, value, fault }: WorkerReply) => {
      const one = asked.get(id)
      asked.delete(id)
      rest()
      if (one) recordQueueWait("worker", idleSince - one.asked)
      idleSince = performance.now()
      if (fault === undefined) one?.resolve(value)
      else one?.reject(new Error(fault))
    })
    .on("error", broke)
    .on("exit", broke)
  const own: WorkerHandle = {
    pending: () => asked.size,
    ask: <Answer>(module: string, name: string, given: unknown[]) =>
      new Promise<Answer>((resolve, reject) => {
        const id = ++last
        asked.set(id, { resolve, reject, asked: performance.now() })
        // A thread that answers isn't stuck. The timeout applies to its current job.
        if (asked.size === 1) rest()
        worker.postMessage({ id, module, name, parameters: given } satisfies WorkerRequest)
      })
  }
  worker.unref()
  return own
}
