import type { Page } from "playwright-core"
import { draftShown } from "./seen.ts"
import { millisecondsOf, percentiles, times, type Row } from "./table.ts"
import { inWorld } from "./world.ts"

/**
 * Measures the request inspector for a ticket with twenty requests for drafts of some 20,000 characters each, from the
 * key press until the newest one is painted.
 */
export async function inspector(signal: AbortSignal): Promise<Row[]> {
  return inWorld(signal, async ({ browser, helpdesk }) => {
    const panel = await browser.page("sidepanel.html")
    const ticket = await browser.context.newPage()
    const url = `${helpdesk.url}/tickets/1001`
    await ticket.goto(url)
    for (let n = 0; n < 4; n++)
      await ticket.request.post(`${helpdesk.url}/api/tickets/1001/customer`, {
        data: { text: LINE.repeat(Math.round(5000 / LINE.length)) }
      })
    await drafted(panel, () => ticket.goto(url))
    // A tab behind another is painted only once a second.
    await panel.bringToFront()
    await times(DRAFTS - 1, () => drafted(panel, () => panel.keyboard.press("r")))
    const first: number[] = []
    const again: number[] = []
    let seen = { requests: 0, characters: 0, placeholders: 0 }
    for (let round = 0; round < ROUNDS; round++) {
      await drafted(panel, () => panel.reload())
      first.push(await panel.evaluate(opened))
      await panel.locator("details pre").first().waitFor({ state: "attached" })
      seen = await panel.evaluate(counted)
      await panel.keyboard.press("Escape")
      again.push(await panel.evaluate(opened))
    }
    return [
      [
        `a ticket with ${seen.requests} requests, the newest of ${seen.characters} characters and ${seen.placeholders} placeholders: opened for the first time`,
        percentiles(first, millisecondsOf)
      ],
      ["opened again", percentiles(again, millisecondsOf)]
    ]
  })
}

const DRAFTS = 20
const ROUNDS = 20
const LINE =
  "Hello Tom, Maya Lindgren here again: please call me on +44 117 496 0123 or write to maya.lindgren@post.example about order LL-48213, which never came. "

/** Waits until the draft that results is shown completely. */
async function drafted(panel: Page, begin: () => Promise<unknown>): Promise<void> {
  await begin()
  const whole = await panel.evaluateHandle(draftShown, { ticketId: "1001", whole: true })
  // If the draft was there before the observer, nothing else changes, so a change is triggered.
  await panel.evaluate(() => document.body.toggleAttribute("data-looked"))
  await whole.evaluate(({ shown }) => shown)
}

/**
 * Runs in the panel. Returns the milliseconds from the key press until the frame with the newest request's text has
 * been painted.
 */
function opened(): Promise<number> {
  return new Promise((resolve) => {
    const began = performance.now()
    const look = () => {
      if (!document.querySelector("[data-sent] .part p")?.textContent) return
      changes.disconnect()
      // The second animation frame from here begins after this one has been presented.
      requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - began)))
    }
    const changes = new MutationObserver(look)
    changes.observe(document, { subtree: true, childList: true })
    document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "w", bubbles: true, cancelable: true }))
  })
}

/** Runs in the panel. */
function counted() {
  return {
    requests: document.querySelectorAll(".request").length,
    characters: document.querySelector("[data-sent]")?.textContent.length ?? 0,
    placeholders: document.querySelectorAll("[data-sent] [data-ph]").length
  }
}
