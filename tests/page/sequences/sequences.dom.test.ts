import fc from "fast-check"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import type { Drawing } from "./drawing.ts"
import { lateness, runSequence, steps } from "./sequence.ts"
import { chatwootDrawing, sampleDrawing, zammadDrawing, zendeskDrawing } from "./single-page.ts"
import { freescoutDrawing, osticketDrawing, redmineDrawing, requestTrackerDrawing } from "./whole-pages.ts"

const drawings: Record<string, Drawing> = {
  sample: sampleDrawing,
  Zendesk: zendeskDrawing,
  Zammad: zammadDrawing,
  Chatwoot: chatwootDrawing,
  FreeScout: freescoutDrawing,
  osTicket: osticketDrawing,
  "Request Tracker": requestTrackerDrawing,
  Redmine: redmineDrawing
}
/** Of each helpdesk. In the soak they have another seed each time; a failure names it. */
const RUNS = process.env["REPLYWRIGHT_SOAK"] ? 500 : 25
const SEED = Number(process.env["SEQUENCE_SEED"] ?? (process.env["REPLYWRIGHT_SOAK"] ? Date.now() % 2 ** 31 : 20261125))

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] }))
afterEach(() => void vi.useRealTimers())

describe.each(Object.entries(drawings))("%s", (_, drawing) => {
  test(`${RUNS} random sequences: every draft in the public reply of its own ticket, on its newest message, once; no word of the agent's lost`, {
    timeout: RUNS * 2000
  }, async () => {
    let landed = 0
    await fc.assert(
      fc.asyncProperty(steps, lateness, async (sequence, lateMs) => {
        const outcome = await runSequence(drawing, sequence, lateMs, (ms) => vi.advanceTimersByTimeAsync(ms))
        expect(outcome.faults).toEqual([])
        landed += outcome.landed
      }),
      { seed: SEED, numRuns: RUNS }
    )
    // Nothing goes astray where nothing goes in at all.
    expect(landed).toBeGreaterThan(RUNS / 4)
  })
})
