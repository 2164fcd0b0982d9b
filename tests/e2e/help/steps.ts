import type { Locator, Page } from "playwright-core"
import { expect } from "vitest"
import type { World } from "./harness.ts"

/** What an agent does, in the panel and in the sample helpdesk. */

/** Also one in a drawer that is closed, whose text can be read all the same. `openPart` opens it. */
export const region = (panel: Page, name: string): Locator =>
  panel.getByRole("region", { name, exact: true, includeHidden: true })
/** The bar at the foot: what the panel says, and the buttons. */
export const bar = (panel: Page): Locator => region(panel, "Actions")
export const button = (panel: Page, name: string | RegExp): Locator => panel.getByRole("button", { name, exact: true })
/** A button that can be pressed now. */
export const ready = (panel: Page, name: string | RegExp): Locator =>
  button(panel, name).and(panel.locator(":not([aria-disabled=true])"))
/** In a chat, Insert puts in the draft's next message: "Insert 1 of 3". */
const INSERT = /^Insert(?: \d+ of \d+)?$/
const readyInsert = (panel: Page): Locator => ready(panel, INSERT)
export const letter = (panel: Page): Locator => panel.locator("#letter")
export const editor = (ticket: Page): Locator => ticket.getByRole("textbox", { name: "Reply" })

/** Goes to a ticket of the sample helpdesk, in a new tab unless one is given. */
export async function openTicket(world: World, ticketId: string, page?: Page): Promise<Page> {
  const ticket = page ?? (await world.browser.context.newPage())
  await ticket.goto(`${world.helpdesk.url}/tickets/${ticketId}`)
  await ticket.locator(`main[data-ticket-id="${ticketId}"]`).waitFor()
  return ticket
}

export async function openPanel(world: World): Promise<Page> {
  return world.browser.page("sidepanel.html")
}

/** The admin page, signed in by Ada. */
export async function openAdmin(world: World): Promise<Page> {
  const admin = await world.browser.page("tabs/admin.html")
  await admin.setViewportSize({ width: 1000, height: 900 })
  await admin.getByLabel("Relay address").fill(world.relay.url)
  await admin.getByLabel("Pairing code").fill(await world.relay.pair("admin", "Ada"))
  await button(admin, "Pair").click()
  return admin
}

/** Waits until the panel shows that ticket with a draft that can be put in. */
export async function draftReady(panel: Page, ticketId: string): Promise<void> {
  await shows(panel, ticketId)
  await orTell(panel, readyInsert(panel).waitFor())
}

/** Waits until the panel shows that ticket with a whole draft, which may have to be looked at before it is put in. */
export async function draftWritten(panel: Page, ticketId: string): Promise<void> {
  await shows(panel, ticketId)
  const whole = letter(panel).and(panel.locator("[aria-busy=false]")).filter({ hasText: /\S/ })
  await orTell(panel, whole.and(panel.locator(":visible")).waitFor())
  await orTell(panel, ready(panel, "Change").waitFor())
}

export async function shows(panel: Page, ticketId: string): Promise<void> {
  await panel
    .getByRole("heading", { level: 1 })
    .filter({ hasText: new RegExp(`#${ticketId}(?![\\w-])`) })
    .waitFor()
}

/** What the panel's dock opens: one of its places, a part of Sources, or a row of More by its id. */
export type PanelPart = "checks" | "proof" | "pages" | "ask" | "more" | `more:${string}`

const SOURCES = { checks: "To check", proof: "Proof", pages: "Pages" }

/** Opens a drawer of the panel, and a part of it. */
export async function openPart(panel: Page, part: PanelPart): Promise<void> {
  const inSources = part === "checks" || part === "proof" || part === "pages" ? SOURCES[part] : undefined
  const [tab = "", row] = inSources === undefined ? part.split(":") : ["sources"]
  const dock = panel.locator(`#dock-${tab}`)
  await orTell(panel, dock.waitFor())
  if ((await dock.getAttribute("aria-expanded")) !== "true") await dock.click()
  if (inSources !== undefined) await button(panel, inSources).click()
  const back = panel.locator(".drawer > header").getByRole("button", { name: "More" })
  if (tab === "more" && (await back.isVisible())) await back.click()
  if (row !== undefined) await orTell(panel, panel.locator(`#more-${row}`).click())
}

/** Asks for another draft, by the bar where that offers it, and else by More. */
export async function pressRegenerate(panel: Page): Promise<void> {
  const inBar = bar(panel).getByRole("button", { name: "Regenerate" })
  if (!(await inBar.isVisible())) await openPart(panel, "more")
  await orTell(panel, ready(panel, "Regenerate").last().click())
}

/** Opens the menu with keys, earlier drafts and Erase. */
export async function openMenu(panel: Page): Promise<void> {
  await openPart(panel, "more")
  await button(panel, "All keys").click()
}

/** What the bar says; waits until it says that. */
export async function says(panel: Page, what: string | RegExp): Promise<void> {
  await orTell(panel, bar(panel).getByText(what).first().waitFor())
}

/** A wait that fails tells what the panel showed instead. */
export async function orTell(panel: Page, wait: Promise<void>): Promise<void> {
  try {
    await wait
  } catch (cause) {
    throw new Error(`The panel shows:\n${await panel.locator("body").innerText()}`, { cause })
  }
}

/**
 * Presses Insert, and once more where the panel asks for that; waits for this answer. A refusal of an earlier press
 * stands in the bar until the next answer comes, so that any answer would not do.
 */
export async function insert(panel: Page, answer: string | RegExp = "Inserted."): Promise<void> {
  await orTell(panel, readyInsert(panel).click())
  const asks = bar(panel).getByText("Press Insert again")
  const answers = bar(panel).getByText(answer)
  await orTell(panel, asks.or(answers).first().waitFor())
  if (await asks.isVisible()) await readyInsert(panel).click()
  await orTell(panel, answers.first().waitFor())
}

/** Opens the letter as a field, types the text in its place, and leaves the field. */
export async function rewrite(panel: Page, text: string): Promise<void> {
  await ready(panel, "Edit").click()
  const field = panel.getByRole("textbox", { name: "Draft text" })
  await field.fill(text)
  await button(panel, "Done").click()
  await letter(panel)
    .and(panel.getByRole("group"))
    .getByText(text.split("\n").at(-1) ?? "")
    .waitFor()
}

/** A customer writes to a ticket of the sample helpdesk. The page that shows it doesn't notice. */
export async function customerWrites(world: World, ticket: Page, ticketId: string, text: string): Promise<void> {
  const answer = await ticket.request.post(`${world.helpdesk.url}/api/tickets/${ticketId}/customer`, { data: { text } })
  expect(answer.status()).toBe(201)
}
