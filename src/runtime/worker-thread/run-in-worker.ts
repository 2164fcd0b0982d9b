import { Worker } from "node:worker_threads"
import { nextEventLoopTurn } from "../event-loop.ts"
import { joiningDelayMs } from "../joining-delay.ts"
import { enterQueue, leaveQueue, recordQueueWait } from "../metrics/work-metrics.ts"
import { Problem } from "../problem.ts"
import { loadJob, type NamedFunction } from "./load-job.ts"
import type { WorkerReplies, WorkerRequest } from "./worker-request.ts"

/**
 * A function with plain data in and out. The module at this address (`import.meta.url`, or beside it) exports it under
 * its own name.
 */
export type WorkerJob<Given extends unknown[], Answer> = JobOptions &
  ({ module: string; run: (...given: Given) => Answer } | NamedFunction<Given, Answer>)

/**
 * A job of that function, which is loaded only where it runs. A relay that reads texts in a thread of its own starts
 * without what only that thread needs.
 */
export type NamedJob<Run extends (...given: never[]) => unknown> = JobOptions &
  NamedFunction<Parameters<Run>, ReturnType<Run>>

interface JobOptions {
  /** Once it aborts, nobody waits for the answer any more: a job that still waits for its turn is dropped. */
  signal?: AbortSignal
  /** Whether work begins with it, which is refused if too many jobs wait. What has begun may end. */
  isFirst?: boolean
  /**
   * Whether the answer may come a little later: the job goes along with others while the relay is busy, and gives way
   * to those that somebody's model waits for.
   */
  canWait?: boolean
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
 * @throws what the job throws; the signal's reason; Problem 503 "busy" for a first job; an Error if the thread broke off
 * or took longer than half a minute
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
  job: WorkerJob<Given, Answer>,
  ...given: Given
): Promise<Answer> {
  const { module, signal, isFirst, canWait = false } = job
  const name = "run" in job ? job.run.name : job.name
  if (lane === "here") return ("run" in job ? job.run : await loadJob(job))(...given)
  // Large data takes time to be copied to the thread.
  if (lane === "large") await nextEventLoopTurn()
  signal?.throwIfAborted()
  let thread = threads.get(lane)
  if (!thread) threads.set(lane, (thread = new JobThread(lane)))
  if (isFirst === true && thread.waiting >= MAX_WAITING[lane]) throw busy()
  enterQueue("worker")
  return thread.ask<Answer>({ module, name, parameters: given, canWait }, signal).finally(() => leaveQueue("worker"))
}

/** Runs a job in this thread and in each worker thread that has started. @throws what the job throws */
export async function runInEveryThread(job: NamedJob<() => void>): Promise<void> {
  const lanes: Lane[] = ["here", ...threads.keys()]
  await Promise.all(lanes.map((lane) => runInLane(lane, job)))
}

/** Returns how many jobs the threads have begun or still have to do. */
export function jobsInThreads(): number {
  return [...threads.values()].reduce((sum, thread) => sum + thread.pending, 0)
}

/** Text of this many characters is read within a few milliseconds. Most tickets are shorter. */
export const MAX_INLINE_CHARACTERS = 4_000
const MAX_JOB_MS = 30_000
/** So many jobs are done in a few seconds, after which a person has pressed again. */
const MAX_WAITING = { quick: 2000, large: 100 }
const RETRY_AFTER_SECONDS = 5
/** As many messages are with the thread at once. With one alone, it would be idle while its answer is on the way. */
const MAX_MESSAGES = 2
/** So many jobs go in one message. */
const MAX_JOBS_OF_MESSAGE = 8
/** A job that can wait gives way to others for so many milliseconds. Then a few go along with each message. */
const MAX_PATIENCE_MS = 1000
const MAX_OVERDUE_JOBS = 2

const busy = () =>
  new Problem(503, "busy", "The relay has more to read than it can just now: ask again in a few seconds.", {
    retryable: true,
    retryAfter: RETRY_AFTER_SECONDS
  })

interface PendingCall {
  request: WorkerRequest
  resolve(value: never): void
  reject(cause: unknown): void
  asked: number
}
type Calls = Map<number, PendingCall>

const first = (calls: Calls, count: number): [number, PendingCall][] => calls.entries().take(count).toArray()

const threads = new Map<Lane, JobThread>()

/** One worker thread with its jobs, which it does one after the other. */
class JobThread {
  readonly #lane: Lane
  readonly #worker = new Worker(new URL("worker.ts", import.meta.url), { execArgv: [] })
  // All three are in the order in which they were asked for.
  readonly #urgent: Calls = new Map()
  readonly #patient: Calls = new Map()
  readonly #atThread: Calls = new Map()
  #messages = 0
  #lastId = 0
  #delay: NodeJS.Timeout | undefined
  #watch: NodeJS.Timeout | undefined
  /** Jobs run one after the other, so a job begins when the one before it has answered. */
  #idleSince = 0

  constructor(lane: Lane) {
    this.#lane = lane
    this.#worker
      .on("message", (answer: WorkerReplies) => this.#receive(answer))
      .on("error", (cause) => this.#break(cause))
      .on("exit", (code) => this.#break(code))
    this.#worker.unref()
  }

  /** How many jobs wait for their turn. */
  get waiting(): number {
    return this.#urgent.size + this.#patient.size
  }

  /** How many jobs it has begun or still has to do. */
  get pending(): number {
    return this.#atThread.size + this.waiting
  }

  ask<Answer>(job: Omit<WorkerRequest, "id">, signal: AbortSignal | undefined): Promise<Answer> {
    return new Promise<Answer>((resolve, reject) => {
      const id = ++this.#lastId
      const calls = job.canWait ? this.#patient : this.#urgent
      const drop = () => calls.delete(id) && call.reject(signal?.reason)
      const leave = () => signal?.removeEventListener("abort", drop)
      const call: PendingCall = {
        request: { id, ...job },
        resolve: (value: never) => (leave(), resolve(value)),
        reject: (cause: unknown) => (leave(), reject(cause)),
        asked: performance.now()
      }
      signal?.addEventListener("abort", drop, { once: true })
      calls.set(id, call)
      const ms = job.canWait ? joiningDelayMs() : 0
      if (ms === 0) this.#send()
      else this.#delay ??= setTimeout(() => this.#send(), ms)
    })
  }

  /** A message costs about as much as a small job, so those that wait go together. */
  #send(): void {
    clearTimeout(this.#delay)
    this.#delay = undefined
    if (this.#messages >= MAX_MESSAGES) return
    const calls = [...first(this.#urgent, MAX_JOBS_OF_MESSAGE), ...this.#duePatient()]
    if (calls.length === 0) return
    const isIdle = this.#atThread.size === 0
    for (const [id, call] of calls) {
      this.#urgent.delete(id)
      this.#patient.delete(id)
      this.#atThread.set(id, call)
    }
    this.#messages++
    if (isIdle) this.#watchOver()
    this.#worker.postMessage(calls.map(([, { request }]) => request))
  }

  /** Returns the jobs that can wait and are done now, after the others of the message. */
  #duePatient(): [number, PendingCall][] {
    if (this.#urgent.size === 0) return first(this.#patient, MAX_JOBS_OF_MESSAGE)
    const overdue = performance.now() - MAX_PATIENCE_MS
    return first(this.#patient, MAX_OVERDUE_JOBS).filter(([, { asked }]) => asked <= overdue)
  }

  #receive({ replies, isLast }: WorkerReplies): void {
    const answers = replies.map((reply) => ({ ...reply, call: this.#atThread.get(reply.id) }))
    for (const { id } of replies) this.#atThread.delete(id)
    if (isLast) {
      this.#messages--
      this.#send()
    }
    this.#watchOver()
    for (const { call, value, fault } of answers) {
      if (call) recordQueueWait("worker", this.#idleSince - call.asked)
      if (fault === undefined) call?.resolve(value)
      else call?.reject(new Error(fault))
    }
    this.#idleSince = performance.now()
  }

  /** While no job is pending, the thread may end with the process. One that takes too long for a job is ended. */
  #watchOver(): void {
    clearTimeout(this.#watch)
    if (this.#atThread.size === 0) return this.#worker.unref()
    this.#worker.ref()
    // A thread that answers isn't stuck. The timeout applies to its current job.
    this.#watch = setTimeout(() => void this.#worker.terminate(), MAX_JOB_MS)
  }

  #break(cause: unknown): void {
    clearTimeout(this.#watch)
    clearTimeout(this.#delay)
    if (threads.get(this.#lane) === this) threads.delete(this.#lane)
    for (const calls of [this.#atThread, this.#urgent, this.#patient]) {
      for (const { reject } of calls.values()) reject(new Error("The thread that reads tickets broke off.", { cause }))
      calls.clear()
    }
  }
}
