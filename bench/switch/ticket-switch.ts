import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { ANA, conversationPage } from "../../tests/doubles/freescout/conversation-page.ts"
import { comment } from "../../tests/doubles/zendesk/tickets.ts"
import { startZendeskDouble } from "../../tests/doubles/zendesk/server.ts"
import { giveOwnCore } from "./own-core.ts"
import { ours, type Profiled } from "./profiled.ts"
import { millisecondsOf, percentiles, times, type Row } from "../table.ts"
import { startUndriven, type UndrivenPage } from "./undriven-browser.ts"
import { inWorld } from "../world.ts"

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
      async ({ browser: { id: extension, context }, folder }) => {
        // It is paired; from here on nothing watches it.
        await context.close()
        const browser = await startUndriven(join(folder, "extension"), join(folder, "profile"), signal)
        try {
          const panel = await browser.open(`chrome-extension://${extension}/sidepanel.html`)
          const agent = await browser.open(`${zendesk.url}/agent/tickets/${one}`)
          await shows(panel, `#${one}`)
          const spin = "for (const end = performance.now() + 300; performance.now() < end; );"
          const own = await giveOwnCore(() => agent.value(spin))
          const inZendesk = await busy(agent, async (round) => {
            const id = round % 2 ? one : other
            await agent.value(`document.querySelector('a[data-entity-id="${id}"]').click()`)
            await shows(panel, `#${id}`)
          })
          const inFreeScout = await busy(agent, async (round) => {
            await agent.send("Page.navigate", { url: `${freescout.url}/conversation/${round + 1}` })
            await shows(panel, `Mixer ${round + 1}.`)
          })
          return [
            ["The page has a core of its own", own ? "yes" : "no: what it waits for other processes is in its time"],
            [`Zendesk, ${MESSAGES} messages: all work of a switch`, percentiles(inZendesk, millisecondsOf)],
            [`FreeScout, ${MESSAGES} messages: all work of a load`, percentiles(inFreeScout, millisecondsOf)]
          ]
        } finally {
          await browser.close()
        }
      },
      { knowledge: false }
    )
  } finally {
    await Promise.all([zendesk.close(), freescout.close()])
  }
}

/** Waits until the panel's heading says that. */
async function shows(panel: UndrivenPage, what: string): Promise<void> {
  const heading = () => panel.value<string>("document.querySelector('h1')?.textContent ?? ''")
  while (!(await heading()).includes(what)) await pause(20)
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
async function busy(page: UndrivenPage, go: (round: number) => Promise<void>): Promise<number[]> {
  await page.send("Profiler.enable")
  await page.send("Profiler.setSamplingInterval", { interval: 100 })
  const rounds = await times(SWITCHES + 1, async (round) => {
    await page.send("Profiler.start")
    await go(round)
    await pause(AFTERWARDS_MS)
    return ours(await page.send<Profiled>("Profiler.stop"))
  })
  return rounds.slice(1)
}
