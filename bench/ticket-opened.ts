import type { Page } from "playwright-core"
import { loadTickets } from "../demo/helpdesk/tickets.ts"
import { startWorld } from "../tests/e2e/harness.ts"
import { millisecondsOf, percentiles, times, type Row } from "./table.ts"

/** Milliseconds since the navigation to the ticket's page began. */
interface Opened {
  /** The helpdesk itself shows the thread. */
  thread: number
  /** The panel shows the first text of the letter. */
  firstText?: number
  /** The letter is whole and Insert can be pressed; or there is no draft, and the panel says why. */
  end: number
  /** Why there is no draft, in the panel's words. */
  refused?: string
}

/**
 * Each sample ticket twice, each time as one that was never seen: every round has a relay, a browser and a profile of its own.
 * The panel is open as a tab and follows; the second round goes backwards, so that another ticket is the first, cold one.
 */
export async function ticketOpened(signal: AbortSignal): Promise<Row[]> {
  const ticketIds = (await loadTickets()).map(({ ticketId }) => ticketId)
  const rounds = await times(2, (round) => openAll(round === 0 ? ticketIds : ticketIds.toReversed(), signal))
  const all = rounds.flat()
  const drafted = all.filter(({ refused }) => refused === undefined)
  const language = all.filter(({ refused }) => refused?.includes("The offline drafter writes"))
  const others = all.filter((one) => !drafted.includes(one) && !language.includes(one))
  const cold = rounds.flatMap(([first]) => (first ? [`${millisecondsOf(first.end)}${first.refused ? " (refused)" : ""}`] : []))
  return [
    ["helpdesk shows the thread", percentiles(all.map(({ thread }) => thread), millisecondsOf)],
    ["first text of the draft", percentiles(drafted.flatMap(({ firstText }) => firstText ?? []), millisecondsOf)],
    ["whole draft, Insert can be pressed", percentiles(drafted.map(({ end }) => end), millisecondsOf)],
    ["no draft, for the offline drafter doesn't write its language: said so", percentiles(language.map(({ end }) => end), millisecondsOf)],
    ["no draft for another reason: said so", percentiles(others.map(({ end }) => end), millisecondsOf)],
    ["the first ticket of each round (in the above), to its end", cold.join(", ")]
  ]
}

async function openAll(ticketIds: readonly string[], signal: AbortSignal): Promise<Opened[]> {
  const world = await startWorld()
  const close = () => void world.browser.context.close()
  signal.addEventListener("abort", close, { once: true })
  try {
    const panel = await world.browser.page("sidepanel.html")
    const helpdesk = await world.browser.context.newPage()
    return await times(ticketIds.length, (n) => open(panel, helpdesk, `${world.helpdesk.url}/tickets/`, ticketIds[n] ?? ""))
  } finally {
    signal.removeEventListener("abort", close)
    await world.close()
  }
}

async function open(panel: Page, helpdesk: Page, tickets: string, ticketId: string): Promise<Opened> {
  // Both observers stand before the navigation begins.
  const watch = await panel.evaluateHandle(watchPanel, ticketId)
  await helpdesk.goto(tickets + ticketId, { waitUntil: "commit" })
  const thread = await helpdesk.evaluate(threadShown)
  const { seen } = await watch.evaluate(async (watched) => ({ seen: await watched.done }))
  const since = (at: number) => at - thread.navigation
  return {
    thread: since(thread.at), end: since(seen.end),
    ...(seen.refused === undefined ? {} : { refused: seen.refused }),
    ...(seen.firstText === undefined ? {} : { firstText: since(seen.firstText) })
  }
}

/** Runs in the panel. In an object: a bare promise would be waited for at once. */
function watchPanel(ticketId: string) {
  const done = new Promise<{ firstText: number | undefined; end: number; refused: string | undefined }>((resolve) => {
    let firstText: number | undefined
    const look = () => {
      if (!document.querySelector("h1")?.textContent.includes(`#${ticketId}`)) return
      const now = Date.now()
      const refused = document.querySelector(".refused .lead")?.textContent
      if (document.querySelector("#letter")?.textContent.trim()) firstText ??= now
      const insert = [...document.querySelectorAll(".acts button")].find((button) => button.textContent.startsWith("Insert"))
      const whole = insert !== undefined && insert.getAttribute("aria-disabled") !== "true" && firstText !== undefined
      if (!whole && refused === undefined) return
      changes.disconnect()
      resolve({ firstText, end: now, refused })
    }
    const changes = new MutationObserver(look)
    changes.observe(document, { subtree: true, childList: true, characterData: true, attributes: true })
  })
  return { done }
}

/** Runs in the helpdesk's page. Both times are of the wall clock, which the two pages share. */
function threadShown() {
  return new Promise<{ navigation: number; at: number }>((resolve) => {
    const look = () => {
      if (!document.querySelector("[data-message-id]")) return
      changes.disconnect()
      resolve({ navigation: performance.timeOrigin, at: Date.now() })
    }
    const changes = new MutationObserver(look)
    changes.observe(document, { subtree: true, childList: true })
    look()
  })
}
