import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { startWorld, type World } from "../help/harness.ts"
import { bar, draftReady, draftWritten, insert, letter, openPanel, orTell, ready, says } from "../help/steps.ts"
import { html, serveDesks, type Desk, type DeskTicket } from "./desk.ts"
import { desks, SECRETS } from "./desks.ts"

/**
 * Helpdesks written from their source, on pages made by hand: recognised, read, drafted for, and written into or not.
 */
const INBOX =
  "<h1>Inbox of Hanna Ek</h1><p>My kettle leaks at the handle. Erik Ulvaeus</p><p>OTHER-SECRET</p><textarea></textarea>"

let served: Awaited<ReturnType<typeof serveDesks>>
let model: ModelDouble
let world: World
let panel: Page
let page: Page
beforeAll(async () => {
  served = await serveDesks(desks, {
    answerElse: ({ pathname }) => (pathname === "/inbox/7" ? html(INBOX) : undefined)
  })
  model = await startModelDouble({
    kind: "text",
    text: "Hello [PERSON_1],\n\nThank you for your message.\n\nKind regards"
  })
  world = await startWorld(model.settings, { knowledge: false })
  await world.browser.context.grantPermissions(["clipboard-read", "clipboard-write"])
  page = await world.browser.context.newPage()
  await served.standInFor(page)
  panel = await openPanel(world)
})
afterAll(async () => {
  await world?.close()
  await model?.close()
  await served?.close()
})

const drafted = ({ toNote }: Desk, { id }: DeskTicket) => (toNote ? draftReady : draftWritten)(panel, id)
const sent = () => model.requests.map(({ body }) => body).join()
const pressed = () => page.evaluate<string[]>("window.pressed")
const isLetter = ({ isChat }: Desk, { customer }: DeskTicket) =>
  new RegExp(`^Hello ${customer},\\s+Thank you for your message\\.${isChat ? "$" : "\\s+Kind regards"}`)

/** What would be sent, without what only a page needs: tags, and more than one space. */
async function shownIn(desk: Desk, ticket: DeskTicket): Promise<string> {
  const text = (await desk.sent(page, ticket)).replace(/<[^>]*>|&nbsp;|[\ufeff\u200b]/g, " ")
  return text.replace(/\s+/g, " ").trim()
}

async function open(desk: Desk, { path }: DeskTicket): Promise<void> {
  const origin = desk.host ?? served.origin
  const [name, value] = desk.cookie?.split("=") ?? []
  if (name && value) await page.context().addCookies([{ name, value, url: origin }])
  await page.goto(origin + path)
  await page.waitForFunction("window.drawn")
}

/** Goes on to the other ticket, and waits until there is a draft for it, made of what its customer wrote. */
async function goOn(desk: Desk, to: DeskTicket): Promise<void> {
  expect(sent()).not.toContain(to.says)
  await (desk.step ? desk.step(page, to) : open(desk, to))
  await drafted(desk, to)
  expect(sent()).toContain(to.says)
  expect(await letter(panel).innerText()).toContain(to.customer)
}

test.each(desks.filter(({ toNote }) => toNote))(
  "$name: the reply gets the draft, the next ticket its own, a note none, and what notes say stays in the browser",
  async (desk) => {
    const [first, second] = desk.tickets
    await open(desk, first)
    await drafted(desk, first)
    expect(sent()).toContain(first.says)
    if (desk.made) expect(served.made(first.path)).toBe(desk.made.drafted)
    expect(await shownIn(desk, first)).toBe("")
    await insert(panel)
    await expect.poll(() => shownIn(desk, first)).toMatch(isLetter(desk, first))
    if (desk.made) expect(served.made(first.path)).toBe(desk.made.inserted)

    await goOn(desk, second)
    expect(await shownIn(desk, second)).toBe("")
    await insert(panel)
    await expect.poll(() => shownIn(desk, second)).toMatch(isLetter(desk, second))
    expect(await pressed()).toEqual([])
    const before = await desk.sent(page, second)
    await desk.toNote?.(page, second)
    await insert(panel, "The editor in front may not be a public reply.")
    expect(await desk.sent(page, second)).toBe(before)
    expect(sent()).not.toMatch(SECRETS)
  }
)

test.each(desks.filter(({ toNote }) => !toNote))(
  "$name: read and drafted for, the next ticket too; nothing proves a reply, so the panel says that, and Copy works",
  async (desk) => {
    const [first, second] = desk.tickets
    await open(desk, first)
    await drafted(desk, first)
    expect(sent()).toContain(first.says)
    await goOn(desk, second)
    await bar(panel)
      .getByText("This helpdesk’s page doesn’t show whether the box is a reply or an internal note.")
      .waitFor()
    expect(await ready(panel, "Insert").count()).toBe(0)
    await panel.bringToFront()
    await orTell(panel, ready(panel, "Copy").click())
    await says(panel, "Copied.")
    expect(await panel.evaluate(() => navigator.clipboard.readText())).toMatch(isLetter(desk, second))
    await page.bringToFront()
    for (const ticket of [first, second]) expect(await shownIn(desk, ticket)).toBe("")
    expect(await pressed()).toEqual([])
    expect(sent()).not.toMatch(SECRETS)
  }
)

test("a page that nobody has written an adapter for: the selected text is answered, nothing else of it is read", async () => {
  await page.goto(`${served.origin}/inbox/7`)
  const take = () =>
    panel.evaluate(async (start) => {
      const [tab] = await chrome.tabs.query({ url: `${start}/*` })
      return chrome.runtime.sendMessage({ kind: "panel-take-selection", of: { tabId: tab?.id } })
    }, served.origin)
  expect(await take()).toEqual({ ok: false, code: "no-selection" })
  await page.locator("p").first().selectText()
  expect(await take()).toEqual({ ok: true })
  const card = panel.getByRole("region", { name: "Selected text" })
  await card.waitFor()
  await ready(panel, "Copy").waitFor()
  await letter(panel).getByText("Thank you for your message.").waitFor()
  expect(await ready(panel, "Insert").count()).toBe(0)
  expect(sent()).toContain("kettle leaks")
  expect(sent()).not.toMatch(/OTHER-SECRET|Hanna|Ulvaeus/)
  // Another text of the same page, by the panel's own button.
  await page.locator("h1").selectText()
  await card.getByRole("button", { name: "Use what is selected now" }).click()
  await expect.poll(sent).toMatch(/Inbox of/)
})
