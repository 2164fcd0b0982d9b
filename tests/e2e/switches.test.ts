import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { comment, users } from "../doubles/zendesk/tickets.ts"
import { startModelDouble, type ModelDouble } from "../models/double.ts"
import { startWorld, type World } from "./help/harness.ts"
import { SOAK } from "./help/soak.ts"
import { openPanel } from "./help/steps.ts"
import { startZendeskDouble, type ZendeskDouble } from "./help/zendesk.ts"

/**
 * An agent who goes from ticket to ticket at random and presses Insert at random moments: a draft only ever goes into
 * the reply of its own ticket. Each letter greets its requester by name, which tells whose it is.
 */
const ROUNDS = SOAK ? 1000 : 24
const SEED = 20_261_120

let desk: ZendeskDouble
let model: ModelDouble
let world: World
let page: Page
let panel: Page
beforeAll(async () => {
  desk = await startZendeskDouble()
  model = await startModelDouble({
    kind: "text",
    text: "Hello [PERSON_1],\n\nThank you for your message, we will look into it.\n\nKind regards"
  })
  world = await startWorld(model.settings, { knowledge: false })
})
afterAll(async () => {
  await world.close()
  await model.close()
  await desk.close()
})

/** Who stands behind each ticket. */
type Requesters = Map<string, string>

test(`sample helpdesk, one editor at a time: ${ROUNDS / 2} switches`, { timeout: 20 * 60_000 }, async () => {
  const requesters: Requesters = new Map([
    ["1001", "Maya Lindgren"],
    ["1005", "Lucía Fernández Ortega"],
    ["1010", "Rosalind Achebe"],
    ["1011", "Katharina Vogel"]
  ])
  page = await world.browser.context.newPage()
  await page.addInitScript(() => {
    window.wrote = []
    document.addEventListener(
      "input",
      ({ target }) => {
        const ticketId = document.querySelector("main[data-ticket-id]")?.getAttribute("data-ticket-id") ?? ""
        if (target instanceof HTMLTextAreaElement) window.wrote?.push({ ticketId, text: target.value })
      },
      true
    )
  })
  await page.goto(`${world.helpdesk.url}/tickets/1001`)
  const go = (ticketId: string) =>
    page.evaluate((path) => {
      history.pushState(null, "", path)
      dispatchEvent(new PopStateEvent("popstate"))
    }, `/tickets/${ticketId}`)
  await walk(requesters, go)
})

test(`Zendesk double, all tickets mounted: ${ROUNDS / 2} switches`, { timeout: 20 * 60_000 }, async () => {
  const requesters: Requesters = new Map()
  for (const [n, name] of ["Aino Salmi", "Boris Katz", "Chidi Obi", "Dora Nagy", "Elif Kaya"].entries()) {
    users.push({ id: 9500 + n, name, email: `p${n}@post.example`, role: "end-user" })
    const id = 36000 + n
    requesters.set(String(id), name)
    desk.state.tickets.set(id, {
      id,
      subject: `Question ${n}`,
      status: "open",
      priority: null,
      type: null,
      tags: [],
      requester_id: 9500 + n,
      via: { channel: "web" },
      events: [],
      channel: "web",
      comments: [comment(7000 + n, 9500 + n, "Could you please have a look?")]
    })
  }
  page = await world.browser.context.newPage()
  await page.goto(`${desk.url}/agent/tickets/36000`)
  await page.evaluate(
    (ids) => {
      window.wrote = []
      // Each editor is watched as soon as it is there: what it holds tells at every change.
      new MutationObserver(() => {
        for (const ticketId of ids) {
          const place = document.querySelector(`[data-ticket-id="${ticketId}"] .ck-editor__editable`)
          if (place instanceof HTMLElement && place.innerText.trim() !== "")
            window.wrote?.push({ ticketId, text: place.innerText })
        }
      }).observe(document.body, { subtree: true, childList: true, characterData: true })
    },
    [...requesters.keys()]
  )
  await walk(requesters, (ticketId) =>
    page.evaluate((id) => document.querySelector<HTMLElement>(`a[data-entity-id="${id}"]`)?.click(), ticketId)
  )
})

/**
 * Goes to random tickets and presses Insert at random moments on the way; then looks at all that any editor ever held.
 */
async function walk(requesters: Requesters, go: (ticketId: string) => Promise<void>): Promise<void> {
  const random = generator(SEED)
  const ids = [...requesters.keys()]
  panel = await openPanel(world)
  // Each ticket once in peace, so that all have a draft.
  for (const id of ids) {
    await go(id)
    await panel
      .getByRole("heading", { level: 1 })
      .filter({ hasText: `#${id}` })
      .waitFor()
    await panel.locator("#letter").getByText("Kind regards").waitFor()
  }
  for (let round = 0; round < ROUNDS / 2; round++) {
    const id = ids[Math.floor(random() * ids.length)] ?? ""
    const presses = Math.floor(random() * 3)
    const moving = go(id)
    for (let press = 0; press < presses; press++) await pressInsert(random() * 120)
    await moving
    // Now and then the agent waits until the panel has followed.
    if (random() < 0.4) {
      await panel
        .getByRole("heading", { level: 1 })
        .filter({ hasText: `#${id}` })
        .waitFor()
      await pressInsert(random() * 40)
    }
  }
  await expect.poll(() => panel.locator("[role=status]").first().isVisible()).toBe(true)
  const wrote = await page.evaluate(() => window.wrote ?? [])
  const others = (ticketId: string) => [...requesters].filter(([id]) => id !== ticketId).map(([, name]) => name)
  expect(wrote.filter(({ ticketId, text }) => others(ticketId).some((name) => text.includes(name)))).toEqual([])
  // Not for want of insertions.
  const right = wrote.filter(({ ticketId, text }) => text.includes(requesters.get(ticketId) ?? "?")).length
  expect(right).toBeGreaterThan(ROUNDS / 20)
  await panel.close()
  await page.close()
}

/** In the panel itself, after so many milliseconds: a press from outside would wait for the panel to be still. */
function pressInsert(after: number): Promise<void> {
  return panel.evaluate(
    (ms) =>
      new Promise<void>((done) => {
        setTimeout(() => {
          const button = [...document.querySelectorAll("button")].find((one) => one.textContent?.startsWith("Insert"))
          button?.click()
          done()
        }, ms)
      }),
    after
  )
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

declare global {
  interface Window {
    /** What an editor held, and which ticket it belonged to, at every change. */
    wrote?: { ticketId: string; text: string }[]
  }
}
