import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import type { Page } from "playwright-core"
import { ANA, conversationPage } from "../tests/doubles/freescout/conversation-page.ts"
import { comment } from "../tests/doubles/zendesk/tickets.ts"
import { startZendeskDouble } from "../tests/doubles/zendesk/server.ts"
import { openPanel, shows } from "../tests/e2e/help/steps.ts"
import { openZendesk } from "../tests/e2e/help/zendesk.ts"
import { ours } from "./profiled.ts"
import { millisecondsOf, percentiles, times, type Row } from "./table.ts"
import { inWorld } from "./world.ts"

const MESSAGES = 200
const SWITCHES = 20
/** Milliseconds after the panel shows the ticket, in which the page may still be looked at. */
const AFTERWARDS_MS = 600
const TEXT =
  "Hello, the mixer that I got on Monday hums and stops after a minute. I tried another socket, and it is the same there."

/**
 * Measures how long the extension keeps the page's own thread busy when an agent goes from one ticket of 200 messages
 * to another: in a helpdesk that reads by its API and doesn't load a page (Zendesk's double), and in one that loads one
 * and is read by it (FreeScout's).
 */
export async function ticketSwitch(signal: AbortSignal): Promise<Row[]> {
  const zendesk = await startZendeskDouble()
  const [one = 0, other = 0] = zendesk.state.tickets.keys()
  for (const id of [one, other]) {
    const ticket = zendesk.state.tickets.get(id)
    if (ticket) ticket.comments = messages((n) => comment(id * 1000 + n, n % 2 ? 9001 : 9101, `${TEXT} (${n})`))
  }
  const freescout = await startFreeScout()
  try {
    return await inWorld(
      signal,
      async (world) => {
        const panel = await openPanel(world)
        const agent = await openZendesk(world, zendesk, one)
        await shows(panel, String(one))
        const inZendesk = await busy(agent.page, async (round) => {
          const id = round % 2 ? one : other
          await agent.go(id)
          await shows(panel, String(id))
        })
        await agent.page.close()
        const page = await world.browser.context.newPage()
        const inFreeScout = await busy(page, async (round) => {
          await page.goto(`${freescout.url}/conversation/${round + 1}`)
          await panel
            .getByRole("heading", { level: 1 })
            .filter({ hasText: `Mixer ${round + 1}.` })
            .waitFor()
        })
        return [
          [`Zendesk, ${MESSAGES} messages: all work of a switch`, percentiles(inZendesk, millisecondsOf)],
          [`FreeScout, ${MESSAGES} messages: all work of a load`, percentiles(inFreeScout, millisecondsOf)]
        ]
      },
      { knowledge: false }
    )
  } finally {
    await Promise.all([zendesk.close(), freescout.close()])
  }
}

const messages = <T>(make: (n: number) => T): T[] => Array.from({ length: MESSAGES }, (_one, at) => make(at + 1))

async function startFreeScout() {
  const server = createServer((request, response) => {
    const id = Number(/^\/conversation\/(\d+)$/.exec(request.url ?? "")?.[1])
    const threads = messages((n) => ({
      id: id * 1000 + n,
      type: n % 2 ? ("customer" as const) : ("message" as const),
      by: n % 2 ? ANA.name : "Sam Holt",
      shown: `Nov 16, 2026 ${String(6 + Math.floor(n / 60)).padStart(2, "0")}:${String(n % 60).padStart(2, "0")}`,
      html: `<p>${TEXT} (${n})</p>`
    }))
    response
      .writeHead(200, { "content-type": "text/html; charset=utf-8" })
      .end(conversationPage({ id, subject: `Mixer ${id}.`, open: "reply", threads }))
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}

/** Returns for each switch, after one that isn't counted, how long the extension's own code ran in that page. */
async function busy(page: Page, go: (round: number) => Promise<void>): Promise<number[]> {
  const profiler = await page.context().newCDPSession(page)
  await profiler.send("Profiler.enable")
  await profiler.send("Profiler.setSamplingInterval", { interval: 100 })
  const rounds = await times(SWITCHES + 1, async (round) => {
    await profiler.send("Profiler.start")
    await go(round)
    await page.waitForTimeout(AFTERWARDS_MS)
    return ours(await profiler.send("Profiler.stop"))
  })
  await profiler.detach()
  return rounds.slice(1)
}
