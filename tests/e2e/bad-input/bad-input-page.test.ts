import type { Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { startWorld, type World } from "../help/harness.ts"
import {
  bar,
  button,
  customerWrites,
  draftReady,
  editor,
  insert,
  letter,
  openPanel,
  openTicket,
  pressRegenerate,
  rewrite,
  says,
  shows
} from "../help/steps.ts"

/** What can be wrong with the helpdesk's page and its editor: Insert says so, writes nothing, and the draft stays. */
let world: World
let ticket: Page
let panel: Page
beforeAll(async () => {
  world = await startWorld()
  ticket = await openTicket(world, "1001")
  panel = await openPanel(world)
  await draftReady(panel, "1001")
  await rewrite(panel, LETTER)
})
afterAll(() => world.close())
/** A fresh page of the ticket, with the draft that is kept of it. */
beforeEach(async () => {
  await openTicket(world, "1001", ticket)
  await draftReady(panel, "1001")
  // The page tells of its ticket more than once while it loads; what a test breaks must not meet a look that is still
  // under way.
  await ticket.waitForLoadState("networkidle")
})

const LETTER = "Hello Maya,\n\nwe are looking for your parcel.\n\nKind regards\nTom"

const refused = async (sentence: string, kept = "") => {
  await insert(panel, sentence)
  expect(await editor(ticket).inputValue()).toBe(kept)
}

test("an internal note is refused and keeps its words", async () => {
  await ticket.getByText("Internal note", { exact: true }).click()
  await editor(ticket).fill("For colleagues.")
  await refused("The editor in front may not be a public reply.", "For colleagues.")
})

test("no editor open: said, and Insert works once it is open again", async () => {
  const form = await ticket.locator("form[data-reply-form]").elementHandle()
  const place = await ticket.locator("section[aria-label=Conversation]").elementHandle()
  await form?.evaluate((element) => element.remove())
  await insert(panel, "No reply editor is open.")
  await place?.evaluate((section, element) => element && section.append(element), form)
  await insert(panel)
  expect(await editor(ticket).inputValue()).toBe(LETTER)
})

test("an editor that swallows the text is found out", async () => {
  await editor(ticket).evaluate((field) =>
    field.addEventListener("input", () => {
      if (field instanceof HTMLTextAreaElement) field.value = ""
    })
  )
  await refused("The text is not in the editor.")
})

test("signed out of the helpdesk: said; signed in again, Insert works", async () => {
  const at = await world.browser.context.cookies(world.helpdesk.url)
  await world.browser.context.clearCookies()
  await refused("You are signed out of the helpdesk.")
  await world.browser.context.addCookies(at)
  await insert(panel)
  expect(await editor(ticket).inputValue()).toBe(LETTER)
})

test("an answer of the helpdesk that is broken names the part that is missing", async () => {
  await ticket.route("**/api/tickets/1001", async (route) => {
    const answer = await route.fetch()
    const { messages: _gone, ...rest } = await answer.json()
    await route.fulfill({ json: rest })
  })
  await refused("The newest message can’t be read right now.")
  await pressRegenerate(panel)
  await says(panel, "The helpdesk’s page lacks something that was expected: messages.")
  expect(await letter(panel).innerText()).toContain("we are looking for your parcel.")
  await ticket.unrouteAll()
})

test("a page without the part that marks its editor says so", async () => {
  await editor(ticket).evaluate((field) => field.setAttribute("name", "other"))
  await insert(panel, "The helpdesk’s page lacks something that was expected: reply editor.")
})

test("a helpdesk that doesn't answer within two seconds: only Copy", async () => {
  await ticket.route("**/api/tickets/1001", () => new Promise(() => undefined))
  await refused("The newest message can’t be read right now.")
  await button(panel, "Insert").and(panel.locator("[aria-disabled=true]")).waitFor()
  await ticket.unrouteAll()
})

test("another ticket in front: an Insert that was on its way is refused there", async () => {
  const order = await orderOf("1001")
  await ticket.evaluate(() => {
    history.pushState(null, "", "/tickets/1006")
    dispatchEvent(new PopStateEvent("popstate"))
  })
  await ticket.locator('main[data-ticket-id="1006"]').waitFor()
  const answer = await panel.evaluate((command) => chrome.runtime.sendMessage(command), order)
  expect(answer).toMatchObject({ ok: false, code: "other-ticket" })
  expect(await editor(ticket).inputValue()).toBe("")
})

/** What the panel would send for the draft that it shows. */
async function orderOf(ticketId: string) {
  const { id } = await world.relay.db
    .selectFrom("drafts")
    .select("id")
    .where("ticket_id", "=", ticketId)
    .orderBy("created_at", "desc")
    .executeTakeFirstOrThrow()
  return {
    kind: "panel-insert",
    key: `sample ${world.helpdesk.url} ${ticketId}`,
    draftId: id,
    text: LETTER,
    anyway: true
  }
}

test("a newer message: refused, the draft is stale and its edits are kept", async () => {
  await customerWrites(world, ticket, "1001", "It has come after all.")
  await refused("Maya Lindgren wrote again")
  await bar(panel).getByText("Your edits are kept.").waitFor()
  await button(panel, "Insert").and(panel.locator("[aria-disabled=true]")).waitFor()
  expect(await letter(panel).innerText()).toContain("we are looking for your parcel.")
  await shows(panel, "1001")
  world.helpdesk.reset()
})
