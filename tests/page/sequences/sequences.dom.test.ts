import fc from "fast-check"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { adapters } from "../../../src/helpdesks/index.ts"
import { TAUGHT_PAGE } from "../../../src/ticket/page-recipe.ts"
import {
  freshdeskDrawing,
  helpScoutDrawing,
  frontDrawing,
  hubspotDrawing,
  intercomDrawing,
  zammadDesktopDrawing
} from "./copy-only.ts"
import type { Drawing } from "./drawing.ts"
import { gmailDrawing } from "./gmail.ts"
import { lateness, runSequence, steps, type Outcome } from "./sequence.ts"
import { chatwootDrawing, sampleDrawing, zammadDrawing, zendeskDrawing } from "./single-page.ts"
import { taughtDrawing, taughtInboxDrawing } from "./taught-pages.ts"
import { freescoutDrawing, osticketDrawing, redmineDrawing, requestTrackerDrawing } from "./whole-pages.ts"

const drawings: Record<string, Drawing> = {
  sample: sampleDrawing,
  Zendesk: zendeskDrawing,
  Zammad: zammadDrawing,
  Chatwoot: chatwootDrawing,
  FreeScout: freescoutDrawing,
  osTicket: osticketDrawing,
  "Request Tracker": requestTrackerDrawing,
  Redmine: redmineDrawing,
  Gmail: gmailDrawing,
  "a page that was shown": taughtDrawing(),
  "an inbox that was shown": taughtInboxDrawing()
}
const copyOnly: Record<string, Drawing> = {
  Freshdesk: freshdeskDrawing,
  Intercom: intercomDrawing,
  "Help Scout": helpScoutDrawing,
  Front: frontDrawing,
  HubSpot: hubspotDrawing,
  "Zammad's second interface": zammadDesktopDrawing
}
/** Of each helpdesk. In the soak they have another seed each time; a failure names it. */
const RUNS = process.env["REPLYWRIGHT_SOAK"] ? 500 : 10
const SEED = Number(process.env["SEQUENCE_SEED"] ?? (process.env["REPLYWRIGHT_SOAK"] ? Date.now() % 2 ** 31 : 20261125))

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] }))
afterEach(() => void vi.useRealTimers())

/** Plays the sequences, and returns what became of all of them. */
async function play(drawing: Drawing): Promise<Omit<Outcome, "faults">> {
  const sum = { landed: 0, refused: 0, written: 0 }
  await fc.assert(
    fc.asyncProperty(steps, lateness, async (sequence, lateMs) => {
      const outcome = await runSequence(drawing, sequence, lateMs, (ms) => vi.advanceTimersByTimeAsync(ms))
      expect(outcome.faults).toEqual([])
      for (const of of ["landed", "refused", "written"] as const) sum[of] += outcome[of]
    }),
    { seed: SEED, numRuns: RUNS }
  )
  return sum
}

test("every adapter has a page in which the sequences are played", () => {
  const played = [...Object.values(drawings), ...Object.values(copyOnly)].map(({ adapter }) => adapter.id)
  expect(new Set(played)).toEqual(new Set([...adapters.map(({ id }) => id), TAUGHT_PAGE]))
  const copied = Object.values(copyOnly).map(({ adapter }) => adapter.id)
  for (const { id } of adapters.filter((adapter) => adapter.copyOnly)) expect(copied).toContain(id)
})

describe.each(Object.entries(drawings))("%s", (_, drawing) => {
  test(`${RUNS} random sequences: every draft in the public reply of its own ticket, on its newest message, once; no word of the agent's lost`, {
    timeout: RUNS * 2000
  }, async () => {
    const { landed } = await play(drawing)
    // Nothing goes astray where nothing goes in at all.
    expect(landed).toBeGreaterThan(RUNS / 4)
  })
})

describe.each(Object.entries(copyOnly))("%s", (_, drawing) => {
  test(`${RUNS} random sequences: every Insert is refused, and nothing is written`, {
    timeout: RUNS * 2000
  }, async () => {
    const { landed, refused, written } = await play(drawing)
    expect([landed, written]).toEqual([0, 0])
    expect(refused).toBeGreaterThan(RUNS / 4)
  })
})
