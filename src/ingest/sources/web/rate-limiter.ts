import { systemClock, type Clock } from "./retry-request.ts"

/** Lets one through at a time, so far apart that no host is asked more often than it may be. */
export interface RateLimiter {
  /** Resolves when the next request may go out. */
  turn(signal: AbortSignal): Promise<void>
  /** From now on at least so many milliseconds apart; never less than before. */
  slowDown(apart: number): void
}

/** @param perSecond requests a second, at most */
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
