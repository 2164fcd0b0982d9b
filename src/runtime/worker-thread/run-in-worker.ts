import { Worker } from "node:worker_threads"
import { nextEventLoopTurn } from "../event-loop.ts"
import type { WorkerRequest } from "./worker-request.ts"

/**
 * A function with plain data in and out, exported under its own name by the module at this address (`import.meta.url`,
 * or beside it).
 */
export interface WorkerJob<Given extends unknown[], Answer> {
  module: string
  run: (...given: Given) => Answer
}

/**
 * Does a job here where it is small, else in the thread beside, so that streams and health go on meanwhile. One after
 * another; the thread starts with the first job that is large, and holds no process open.
 * @param characters of what is read
 * @throws what the job throws; an Error where the thread broke off or took longer than half a minute
 */
export async function runInWorkerIfLarge<Given extends unknown[], Answer>(
  characters: number,
  job: WorkerJob<Given, Answer>,
  ...given: Given
): Promise<Answer> {
  return characters <= MAX_INLINE_CHARACTERS ? job.run(...given) : runInWorker(job, ...given)
}

/** The same, always in the thread: for what it keeps from one job to the next. */
export async function runInWorker<Given extends unknown[], Answer>(
  { module, run }: WorkerJob<Given, Answer>,
  ...given: Given
): Promise<Answer> {
  // What is given is copied, which takes a while too.
  await nextEventLoopTurn()
  thread ??= startWorker()
  return thread.ask<Answer>(module, run.name, given)
}

/** Characters that are read within a few milliseconds. Most tickets have less. */
export const MAX_INLINE_CHARACTERS = 4_000
/** Milliseconds. */
const LONGEST = 30_000

interface WorkerHandle {
  ask<Answer>(module: string, name: string, given: unknown[]): Promise<Answer>
}
interface PendingCall {
  resolve(value: never): void
  reject(cause: unknown): void
}
interface WorkerReply {
  id: number
  value: never
  fault?: string
}

let thread: WorkerHandle | undefined

function startWorker(): WorkerHandle {
  const worker = new Worker(new URL("worker.ts", import.meta.url), { execArgv: [] })
  const asked = new Map<number, PendingCall>()
  let last = 0
  let watch: NodeJS.Timeout | undefined
  /** While nothing more is asked it may end with the process. */
  const rest = () => {
    clearTimeout(watch)
    if (asked.size === 0) return worker.unref()
    worker.ref()
    watch = setTimeout(() => void worker.terminate(), LONGEST)
  }
  const broke = (cause: unknown) => {
    clearTimeout(watch)
    if (thread === own) thread = undefined
    for (const { reject } of asked.values()) reject(new Error("The thread that reads tickets broke off.", { cause }))
    asked.clear()
  }
  worker
    .on("message", ({ id, value, fault }: WorkerReply) => {
      const one = asked.get(id)
      asked.delete(id)
      rest()
      if (fault === undefined) one?.resolve(value)
      else one?.reject(new Error(fault))
    })
    .on("error", broke)
    .on("exit", broke)
  const own: WorkerHandle = {
    ask: <Answer>(module: string, name: string, given: unknown[]) =>
      new Promise<Answer>((resolve, reject) => {
        const id = ++last
        asked.set(id, { resolve, reject })
        // One that answers is not stuck: the clock runs for the job that it is at.
        if (asked.size === 1) rest()
        worker.postMessage({ id, module, name, parameters: given } satisfies WorkerRequest)
      })
  }
  worker.unref()
  return own
}
