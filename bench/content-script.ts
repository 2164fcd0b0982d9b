import type { CDPSession } from "playwright-core"
import { millisecondsOf, percentiles, times, type Row } from "./table.ts"
import { inWorld } from "./world.ts"

/** Compiling and running the content script at page load, read out of the browser's own trace, on the sample's ticket list. */
export async function contentScript(signal: AbortSignal): Promise<Row[]> {
  return inWorld(signal, async (world) => {
    const page = await world.browser.context.newPage()
    const tracing = await world.browser.context.newCDPSession(page)
    const runs = await times(20, () => traced(tracing, async () => {
      await page.goto(world.helpdesk.url, { waitUntil: "load" })
      // The script runs when the page is idle; a frame later its evaluation stands in the trace.
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)))
    }))
    const measured = runs.filter((ms) => ms > 0)
    return [["evaluated at page load", percentiles(measured, millisecondsOf)]]
  }, { knowledge: false })
}

interface TraceEvent {
  name: string
  /** Microseconds. */
  dur?: number
  args?: { data?: { url?: string } }
}

/** Milliseconds that the extension's scripts took meanwhile; 0 when none ran. */
async function traced(tracing: CDPSession, work: () => Promise<void>): Promise<number> {
  const events: TraceEvent[] = []
  const collect = ({ value }: { value: object[] }) => void events.push(...(value as TraceEvent[]))
  tracing.on("Tracing.dataCollected", collect)
  await tracing.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["devtools.timeline", "v8"] } })
  await work()
  const complete = new Promise<void>((resolve) => tracing.once("Tracing.tracingComplete", () => resolve()))
  await tracing.send("Tracing.end")
  await complete
  tracing.off("Tracing.dataCollected", collect)
  const ours = events.filter(({ name, args }) => name === "EvaluateScript" && args?.data?.url?.startsWith("chrome-extension://"))
  return ours.reduce((sum, { dur = 0 }) => sum + dur, 0) / 1000
}
