import type { Page } from "playwright-core"
import { loadTickets } from "../demo/helpdesk/tickets.ts"
import { draftShown, threadShown } from "./seen.ts"
import { millisecondsOf, percentiles, times, type Row } from "./table.ts"
import { inWorld } from "./world.ts"

/** The times in milliseconds since the navigation to the ticket's page began. */
interface Opened {
  /** The helpdesk itself shows the thread. */
  thread: number
  /** The panel shows the first text of the draft. */
  firstText?: number
  /** The draft is complete and Insert can be pressed, or the panel says why there is no draft. */
  end: number
  /** This says why there is no draft, in the panel's words. */
  refused?: string
}

/**
 * Opens each sample ticket twice, each time as one that was never seen, because every round has a relay, a browser and
 * a profile of its own. The panel is open as a tab and follows. The second round runs backwards, so that another ticket
 * is the first, cold one.
 */
export async function ticketOpened(signal: AbortSignal): Promise<Row[]> {
  const ticketIds = (await loadTickets()).map(({ ticketId }) => ticketId)
  const rounds = await times(2, (round) => openAll(round === 0 ? ticketIds : ticketIds.toReversed(), signal))
  const all = rounds.flat()
  const drafted = all.filter(({ refused }) => refused === undefined)
  const language = all.filter(({ refused }) => refused?.includes("The offline drafter writes"))
  const others = all.filter((one) => !drafted.includes(one) && !language.includes(one))
  const cold = rounds.flatMap(([first]) =>
    first ? [`${millisecondsOf(first.end)}${first.refused ? " (refused)" : ""}`] : []
  )
  return [
    [
      "helpdesk shows the thread",
      percentiles(
        all.map(({ thread }) => thread),
        millisecondsOf
      )
    ],
    [
      "first text of the draft",
      percentiles(
        drafted.flatMap(({ firstText }) => firstText ?? []),
        millisecondsOf
      )
    ],
    [
      "whole draft, Insert can be pressed",
      percentiles(
        drafted.map(({ end }) => end),
        millisecondsOf
      )
    ],
    [
      "no draft, for the offline drafter doesn't write its language: said so",
      percentiles(
        language.map(({ end }) => end),
        millisecondsOf
      )
    ],
    [
      "no draft for another reason: said so",
      percentiles(
        others.map(({ end }) => end),
        millisecondsOf
      )
    ],
    ["the first ticket of each round (in the above), to its end", cold.join(", ")]
  ]
}

function openAll(ticketIds: readonly string[], signal: AbortSignal): Promise<Opened[]> {
  return inWorld(signal, async (world) => {
    const panel = await world.browser.page("sidepanel.html")
    const helpdesk = await world.browser.context.newPage()
    return times(ticketIds.length, (n) => open(panel, helpdesk, `${world.helpdesk.url}/tickets/`, ticketIds[n] ?? ""))
  })
}

async function open(panel: Page, helpdesk: Page, tickets: string, ticketId: string): Promise<Opened> {
  // Both observers start before the navigation begins.
  const watch = await panel.evaluateHandle(draftShown, { ticketId, whole: true })
  await helpdesk.goto(tickets + ticketId, { waitUntil: "commit" })
  const thread = await helpdesk.evaluate(threadShown)
  const seen = await watch.evaluate(async ({ shown }) => shown)
  const since = (at: number) => at - thread.navigation
  return {
    thread: since(thread.at),
    end: since(seen.end),
    ...(seen.refused === undefined ? {} : { refused: seen.refused }),
    ...(seen.firstText === undefined ? {} : { firstText: since(seen.firstText) })
  }
}
