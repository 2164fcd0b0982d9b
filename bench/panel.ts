import type { Page } from "playwright-core"
import { startProgram } from "./child.ts"
import { pace } from "./load.ts"
import { draftShown } from "./seen.ts"
import { millisecondsOf, percentiles, times, type Row } from "./table.ts"
import { inWorld } from "./world.ts"

/**
 * Measures the panel's first paint beside a ticket with a draft, and the tasks that block it while a model's text
 * arrives at 100 tokens a second.
 */
export async function panel(signal: AbortSignal): Promise<Row[]> {
  const upstream = startProgram("bench/gateway/upstream.ts", {}, signal)
  try {
    const [, endpoint = ""] = await upstream.says(/^Upstream: (\S+)/)
    return await inWorld(
      signal,
      async ({ browser, helpdesk }) => {
        const page = await browser.page("sidepanel.html")
        const ticket = await browser.context.newPage()
        await pace(endpoint, { first: 100, each: 5, tokens: 100 })
        const drafted = await page.evaluateHandle(draftShown, { ticketId: "1001", whole: true })
        await ticket.goto(`${helpdesk.url}/tickets/1001`)
        await drafted.evaluate(({ shown }) => shown)
        const paints = await times(20, () => firstPaint(page))
        await pace(endpoint, { first: 100, each: 10, tokens: TOKENS })
        const streaming = await page.evaluateHandle(draftShown, { ticketId: "1002", whole: true })
        const tasks = await page.evaluateHandle(longTasks)
        await ticket.goto(`${helpdesk.url}/tickets/1002`)
        const { firstText = Number.NaN, end } = await streaming.evaluate(({ shown }) => shown)
        const long = await tasks.evaluate(({ durations }) => durations)
        return [
          ["first contentful paint, from its navigation", percentiles(paints, millisecondsOf)],
          [
            `tasks over 50 ms while ${TOKENS} tokens came in ${((end - firstText) / 1000).toFixed(1)} s`,
            long.length === 0
              ? "none"
              : `${long.length}, longest ${millisecondsOf(Math.max(...long))}, together ${millisecondsOf(long.reduce((sum, ms) => sum + ms, 0))}`
          ]
        ]
      },
      { settings: { MODEL_BASE_URL: `${endpoint}/v1`, MODEL_NAME: "bench" } }
    )
  } finally {
    await upstream.stop()
  }
}

/** This is some five pages of a draft, five times as long as most. */
const TOKENS = 1000

async function firstPaint(page: Page): Promise<number> {
  await page.reload({ waitUntil: "commit" })
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const paint = list.getEntriesByName("first-contentful-paint")[0]
          if (paint) resolve(paint.startTime)
        }).observe({ type: "paint", buffered: true })
      })
  )
}

/** Runs in the panel. */
function longTasks(): { durations: number[] } {
  const durations: number[] = []
  new PerformanceObserver((list) => durations.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: "longtask"
  })
  return { durations }
}
