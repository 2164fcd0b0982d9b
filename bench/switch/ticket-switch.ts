import { join } from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import { comment } from "../../tests/doubles/zendesk/tickets.ts"
import { startZendeskDouble } from "../../tests/doubles/zendesk/server.ts"
import { MESSAGES, TEXT, messages, startFreeScout } from "./long-tickets.ts"
import { withOwnCore } from "./own-core.ts"
import { ours, type Profiled } from "./profiled.ts"
import { millisecondsOf, percentiles, times, type Row } from "../table.ts"
import { startUndriven, type UndrivenPage } from "./undriven-browser.ts"
import { inWorld } from "../world.ts"

const SWITCHES = 20
/** Milliseconds after the panel shows the ticket, in which the page may still be looked at. */
const AFTERWARDS_MS = 600

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
          return await withOwnCore(
            () => agent.value(spin),
            async (isOwn) => {
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
                [
                  "The page has a core of its own",
                  isOwn ? "yes" : "no: what it waits for other processes is in its time"
                ],
                [`Zendesk, ${MESSAGES} messages: all work of a switch`, percentiles(inZendesk, millisecondsOf)],
                [`FreeScout, ${MESSAGES} messages: all work of a load`, percentiles(inFreeScout, millisecondsOf)]
              ]
            }
          )
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

/** Waits until the panel's heading says that. @throws Error after half a minute */
async function shows(panel: UndrivenPage, what: string): Promise<void> {
  const until = performance.now() + 30_000
  for (;;) {
    const heading = await panel.value<string>("document.querySelector('h1')?.textContent ?? ''")
    if (heading.includes(what)) return
    if (performance.now() > until) throw new Error(`The panel shows ${JSON.stringify(heading)}, and not "${what}".`)
    await pause(20)
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
