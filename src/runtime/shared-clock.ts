import type { Log } from "./log.ts"

/** A clock that is off by less counts as right, because the way to the database and back takes time too. */
const AGREES_MS = 2_000

/** The time by which all relays on a database agree, although the clocks of their machines may not. */
export interface SharedClock {
  now(): Date
  /**
   * Compares this machine's clock with the database's.
   * @param ask returns the database's time in milliseconds
   */
  compare(ask: () => Promise<number>): Promise<void>
}

/**
 * Creates a clock that is this machine's own as long as it agrees with the database's, and the database's otherwise. A
 * relay whose clock is ahead would delete what has to be kept, sign people out and take over what others are doing.
 * @param own this machine's time in milliseconds
 */
export function createSharedClock(log: Log, own: () => number = Date.now): SharedClock {
  let offMs = 0
  return {
    now: () => new Date(own() + offMs),
    async compare(ask) {
      const [asked, since] = [own(), performance.now()]
      const theirs = await ask()
      const tookMs = performance.now() - since
      // The answer may have been made at any moment in between.
      if (tookMs >= AGREES_MS || !Number.isFinite(theirs)) return
      const measured = theirs - (asked + tookMs / 2)
      const next = Math.abs(measured) < AGREES_MS ? 0 : measured
      if (Math.abs(next - offMs) >= AGREES_MS / 2) {
        const seconds = Math.round(-next / 1000)
        if (next === 0) log.info("clock-agrees")
        else log.warn("clock-differs", { seconds, advice: "set this machine's clock by NTP: the database's is used" })
      }
      offMs = next
    }
  }
}
