import { setTimeout as wait } from "node:timers/promises"
import { enterQueue, leaveQueue, recordQueueWait } from "../../runtime/metrics/work-metrics.ts"
import { Problem } from "../../runtime/problem.ts"

/**
 * Runs a bounded number of jobs a second, in rounds. Each round takes one job of every sender who waits. A sender who
 * floods the queue waits behind their own jobs, and everybody else waits for only one of them.
 */
export function createFairQueue({ atOnce = 4, leastMs = 4, mostWaiting = 1000 }: Options = {}): FairQueue {
  /** The waiting jobs by sender, in the order of the next round. */
  const queues = new Map<string, (() => void)[]>()
  let working = 0

  const next = () => {
    const [first] = queues
    if (working >= atOnce || first === undefined) return
    const [who, queue] = first
    const begin = queue.shift()
    queues.delete(who)
    if (queue.length > 0) queues.set(who, queue)
    working++
    begin?.()
  }
  return async (who, work) => {
    const queue = queues.get(who) ?? []
    if (queue.length >= mostWaiting)
      throw new Problem(
        429,
        "too-many-tries",
        "Too much is tried from this address at once: wait a minute, then try again.",
        { retryable: true }
      )
    const asked = performance.now()
    enterQueue("pairing")
    await new Promise<void>((begin) => {
      queue.push(begin)
      queues.set(who, queue)
      next()
    })
    recordQueueWait("pairing", performance.now() - asked)
    const least = wait(leastMs, undefined, { ref: false })
    try {
      return await work()
    } finally {
      void least.then(() => {
        working--
        leaveQueue("pairing")
        next()
      })
    }
  }
}

interface Options {
  /** How many jobs run at the same time. */
  atOnce?: number
  /** How many milliseconds a job takes at least. Four at once, each of 4 ms, are a thousand a second. */
  leastMs?: number
  /** How many jobs of one sender may wait. Further ones are refused at once. */
  mostWaiting?: number
}

/**
 * Runs `work` when the queue comes to it. `who` is its sender.
 * @throws Problem 429 "too-many-tries" if too many jobs of this sender wait, and whatever `work` throws
 */
type FairQueue = <T>(who: string, work: () => Promise<T>) => Promise<T>
