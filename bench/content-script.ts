import type { CDPSession } from "playwright-core"
import { millisecondsOf, percentiles, times, type Row } from "./table.ts"
import { inWorld } from "./world.ts"

/**
 * Measures how long the extension's scripts take to compile and run when a page loads, from the browser's own trace:
 * a page of the sample at an address of no ticket and no list, its list, whose address may also be that of another
 * helpdesk's list, and a ticket.
 */
export async function contentScript(signal: AbortSignal): Promise<Row[]> {
  return inWorld(
    signal,
    async (world) => {
      const page = await world.browser.context.newPage()
      const tracing = await world.browser.context.newCDPSession(page)
      const loads = async (path: string): Promise<string> => {
        const runs = await times(20, () =>
          traced(tracing, async () => {
            await page.goto(world.helpdesk.url + path, { waitUntil: "load" })
            // The first script runs when the page is idle. The others are injected when the background knows of the
            // ticket.
            await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
            await page.waitForTimeout(500)
          })
        )
        return percentiles(
          runs.filter((ms) => ms > 0),
          millisecondsOf
        )
      }
      // The sample has no such page: its list's own is served there.
      await page.route("**/reports/week", async (route) => {
        await route.fulfill({ response: await route.fetch({ url: world.helpdesk.url }) })
      })
      return [
        ["evaluated in a page without a ticket", await loads("/reports/week")],
        ["where the address may be a list's", await loads("/")],
        ["in a ticket's page, all scripts", await loads("/tickets/1012")]
      ]
    },
    { knowledge: false }
  )
}

interface TraceEvent {
  name: string
  /** Microseconds for which the page's thread ran, without the time in which other processes had its core. */
  tdur?: number
  args?: { data?: { url?: string } }
}

/** Returns the milliseconds that the extension's scripts took during the work, or 0 if none ran. */
async function traced(tracing: CDPSession, work: () => Promise<void>): Promise<number> {
  const events: TraceEvent[] = []
  const collect = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]))
  tracing.on("Tracing.dataCollected", collect)
  await tracing.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["devtools.timeline", "v8"] }
  })
  await work()
  const complete = new Promise<void>((resolve) => tracing.once("Tracing.tracingComplete", () => resolve()))
  await tracing.send("Tracing.end")
  await complete
  tracing.off("Tracing.dataCollected", collect)
  const ours = events.filter(
    ({ name, args }) => name === "EvaluateScript" && args?.data?.url?.startsWith("chrome-extension://")
  )
  return ours.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000
}
