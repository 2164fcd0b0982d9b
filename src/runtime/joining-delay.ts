import { performance } from "node:perf_hooks"

/**
 * Returns how many milliseconds a stream should wait for more before it goes on: 0 while the event loop has time, and up
 * to 20 the busier it is. Each read and write of a socket costs about the same however few bytes it moves, so a busy
 * process that joins them has time left for everything else.
 */
export function joiningDelayMs(): number {
  const now = performance.now()
  if (now - sampledAt >= SAMPLE_MS) {
    const total = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(total, last)
    // Half of the value before keeps one slow answer from delaying every stream.
    busy = (busy + utilization) / 2
    last = total
    sampledAt = now
  }
  const ms = (busy - IDLE) * (MAX_DELAY_MS / (BUSY - IDLE))
  // Timers of the same length share a list, so there are only a few lengths.
  return Math.min(MAX_DELAY_MS, Math.max(0, Math.round(ms / STEP_MS) * STEP_MS))
}

/** The share of time below which nothing waits, and from which on streams wait longest. */
const IDLE = 0.15
const BUSY = 0.5
const MAX_DELAY_MS = 20
const STEP_MS = 10
const SAMPLE_MS = 50

let last = performance.eventLoopUtilization()
let sampledAt = performance.now()
let busy = 0
