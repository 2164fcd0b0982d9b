import type { JSHandle, Page } from "playwright-core"
import type { World } from "../tests/e2e/help/harness.ts"
import { draftShown, threadShown } from "./seen.ts"
import { millisecondsOf, percentiles, times, type Row } from "./table.ts"
import { inWorld } from "./world.ts"

/** These are English tickets of the sample that the offline drafter answers. */
const TICKETS = ["1001", "1002", "1003", "1006", "1008", "1010"]

/**
 * Measures the time from the click on a ticket, or from the switch to its tab, to its draft in the panel, which is open
 * as a tab and follows. Each round has a relay, a browser and a profile of its own. In a round, each ticket is opened
 * for the first time and then five more times. There are five rounds for lists, with some two drafts each.
 */
export async function open(signal: AbortSignal): Promise<Row[]> {
  const rounds = await times(2, () => inWorld(signal, openEach))
  const listed = await times(5, () => inWorld(signal, openListed))
  const of = (kind: "first" | "again" | "otherTab") =>
    percentiles(
      rounds.flatMap((round) => round[kind]),
      millisecondsOf
    )
  return [
    ["not prepared: first text after the click", of("first")],
    ["opened again: the whole draft after the click", of("again")],
    ["in another tab: the whole draft after that tab comes to the front", of("otherTab")],
    ["prepared from the list: the whole draft after the click", percentiles(listed.flat(), millisecondsOf)]
  ]
}

interface Helpdesk {
  panel: Page
  helpdesk: Page
  world: World
}

async function beside(world: World): Promise<Helpdesk> {
  return { panel: await world.browser.page("sidepanel.html"), helpdesk: await world.browser.context.newPage(), world }
}

async function openEach(world: World): Promise<{ first: number[]; again: number[]; otherTab: number[] }> {
  const on = await beside(world)
  // The helpdesk script is injected into the page with its first ticket.
  await on.helpdesk.goto(`${world.helpdesk.url}/tickets/1012`)
  await on.panel.locator("h1", { hasText: "#1012" }).waitFor()
  const first = await times(TICKETS.length, (n) => click(on, TICKETS[n] ?? "", "text"))
  const drafted = TICKETS.filter((_, n) => !Number.isNaN(first[n]))
  const again = await times(5 * drafted.length, (n) => click(on, drafted[n % drafted.length] ?? "", "whole"))
  const other = await world.browser.context.newPage()
  const otherTab = await times(drafted.length, async (n) => {
    const ticketId = drafted[n] ?? ""
    // The panel follows the active tab.
    await on.helpdesk.bringToFront()
    await click(on, drafted[(n + 1) % drafted.length] ?? "", "whole")
    await other.bringToFront()
    const seen = await on.panel.evaluateHandle(draftShown, { ticketId, whole: true })
    await other.goto(`${world.helpdesk.url}/tickets/${ticketId}`, { waitUntil: "commit" })
    const { at } = await other.evaluate(threadShown)
    return (await endOf(seen)) - at
  })
  return { first: first.filter((ms) => !Number.isNaN(ms)), again, otherTab }
}

/** Opens the first three tickets of the list that have a draft. */
async function openListed(world: World): Promise<number[]> {
  const on = await beside(world)
  const { panel, helpdesk } = on
  await panel.evaluate("chrome.runtime.sendMessage({ kind: 'popup-prepare', list: true })")
  await helpdesk.goto(`${world.helpdesk.url}/tickets/1012`)
  await panel.locator("h1", { hasText: "#1012" }).waitFor()
  await helpdesk.locator("a[href='/']").first().click()
  await helpdesk.locator("td a[data-link]").first().waitFor()
  const next = (
    await helpdesk
      .locator("td a[data-link]")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")?.split("/").at(-1) ?? ""))
  )
    .slice(0, 3)
    .filter((id) => id !== "1012")
  const ready = () =>
    world.relay.db
      .selectFrom("draft_events")
      .innerJoin("drafts", "drafts.id", "draft_events.draft")
      .select(["drafts.ticket_id", "draft_events.event"])
      .where("draft_events.event", "like", "%draft-end%")
      .where("drafts.ticket_id", "in", next)
      .execute()
  while ((await ready()).length < next.length) await helpdesk.waitForTimeout(100)
  // The end of the last draft is still on its way to the browser. A person takes longer to choose a ticket.
  await helpdesk.waitForTimeout(500)
  const drafted = (await ready()).filter(({ event }) => !event.includes('"refusal"')).map(({ ticket_id }) => ticket_id)
  return times(drafted.length, (n) => click(on, drafted[n] ?? "", "whole"))
}

/** Returns the milliseconds from the click in the helpdesk's list. */
async function click({ panel, helpdesk }: Helpdesk, ticketId: string, what: "text" | "whole"): Promise<number> {
  await helpdesk.locator("a[href='/']").first().click()
  const link = helpdesk.locator(`td a[href='/tickets/${ticketId}']`)
  await link.waitFor()
  const seen = await panel.evaluateHandle(draftShown, { ticketId, whole: what === "whole" })
  const began = await link.evaluate((element: HTMLElement) => {
    const at = Date.now()
    element.click()
    return at
  })
  return (await endOf(seen)) - began
}

/** Returns NaN if there is no draft. */
async function endOf(seen: JSHandle<ReturnType<typeof draftShown>>): Promise<number> {
  const { end, refused } = await seen.evaluate(async ({ shown }) => shown)
  return refused === undefined ? end : Number.NaN
}
