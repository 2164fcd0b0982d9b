import { setTimeout as wait } from "node:timers/promises"
import { Problem } from "../../runtime/problem.ts"

interface Options {
  /** How many work at the same time. */
  atOnce?: number
  /** Milliseconds that a turn takes at least: four at once of 4 ms are a thousand a second. */
  leastMs?: number
  /** How many of one may wait. Further ones are refused at once. */
  mostWaiting?: number
}

/**
 * Runs `work` when it is `who`'s turn. @throws Problem 429 "too-many-tries" when too much of theirs waits; what `work`
 * throws
 */
export type FairQueue = <T>(who: string, work: () => Promise<T>) => Promise<T>

/**
 * A bounded number of turns a second, shared out in rounds: each round serves one of everybody who waits. Whoever
 * floods waits behind their own, and everybody else waits for one of theirs.
 */
export function createFairQueue({ atOnce = 4, leastMs = 4, mostWaiting = 1000 }: Options = {}): FairQueue {
  /** In the order of the next round. */
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
    await new Promise<void>((begin) => {
      queue.push(begin)
      queues.set(who, queue)
      next()
    })
    const least = wait(leastMs, undefined, { ref: false })
    try {
      return await work()
    } finally {
      void least.then(() => {
        working--
        next()
      })
    }
  }
}
