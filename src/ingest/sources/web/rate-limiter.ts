import { systemClock, type Clock } from "./retry-request.ts"

/** Lets one request through at a time, far enough apart to respect the host's limit. */
export interface RateLimiter {
  /** Resolves when the next request may be sent. */
  turn(signal: AbortSignal): Promise<void>
  /** Sets the least distance between requests from now on, in milliseconds. It never decreases. */
  slowDown(apart: number): void
}

/** Creates a rate limiter. @param perSecond the most requests a second */
export function createRateLimiter(perSecond: number, clock: Clock = systemClock): RateLimiter {
  let apart = 1000 / perSecond
  let next = -Infinity
  return {
    async turn(signal) {
      const now = clock.now()
      const mine = Math.max(now, next)
      next = mine + apart
      if (mine > now) await clock.wait(mine - now, signal)
    },
    slowDown: (atLeast) => void (apart = Math.max(apart, atLeast))
  }
}
