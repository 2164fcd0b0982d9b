import { setTimeout as sleep } from "node:timers/promises"
import { SourceError } from "../../source/source.ts"
import { WebTimeout } from "./exchange.ts"
import type { WebAnswer } from "./web-client.ts"

/** The time in milliseconds, replaceable so that tests don't wait. */
export interface Clock {
  now(): number
  wait(ms: number, signal: AbortSignal): Promise<void>
}

export const systemClock: Clock = {
  now: () => Date.now(),
  async wait(ms, signal) {
    await sleep(ms, undefined, { signal }).catch((error: unknown) => {
      throw signal.aborted ? signal.reason : error
    })
  }
}

interface Patience {
  tries: number
  /** The request is also repeated after a cut connection, when the server may already have carried it out. */
  again: boolean
  clock?: Clock
}

/**
 * Tries a request again after a network error or if the server is busy. It waits for the time that the server names, or
 * otherwise backs off.
 * @throws SourceError if the last attempt fails, or if the server asks for more than two minutes of waiting
 */
export async function retryRequest<T extends WebAnswer>(
  { tries, again, clock = systemClock }: Patience,
  signal: AbortSignal,
  attempt: () => Promise<T>
): Promise<T> {
  for (let n = 1; ; n++) {
    let rest: number | undefined
    try {
      const answer = await attempt()
      if (!BUSY.has(answer.status)) return answer
      answer.discard()
      rest = restOf(answer, clock.now())
      if (n >= tries || (rest ?? 0) > LONGEST) throw busy(answer, rest)
    } catch (error) {
      if (!(error instanceof SourceError) || !error.retryable || error instanceof WebTimeout || !again || n >= tries)
        throw error
    }
    await clock.wait(rest ?? growing(n), signal)
  }
}

/**
 * Reads "Retry-After", which holds seconds or a date, as milliseconds from now. Returns undefined if it isn't
 * understood.
 */
export function retryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined) return undefined
  const text = value.trim()
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * 1000
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

const BUSY = new Set([429, 502, 503, 504])
const LONGEST = 120_000
const FIRST = 1000

/**
 * Waits a second, then two, four and so on. Each wait is lengthened by up to half, so that many rejected clients don't
 * return together.
 */
function growing(n: number): number {
  return FIRST * 2 ** (n - 1) * (1 + Math.random() / 2)
}

function restOf(answer: WebAnswer, now: number): number | undefined {
  return retryAfter(answer.headers["retry-after"], now)
}

function busy({ address, status }: WebAnswer, rest: number | undefined): SourceError {
  const when =
    rest !== undefined && rest > LONGEST
      ? `It asks to be left alone for ${Math.ceil(rest / 60_000)} minutes.`
      : "Try again later."
  return new WebTimeout("source-away", `${address.host} is too busy (status ${status}). ${when}`)
}

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
