import { readFileSync } from "node:fs"
import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { pair, type Opened } from "../../../demo/tour/browser.ts"
import { startWorld, type World } from "../help/harness.ts"
import { draftReady, editor, insert, openMenu, openPanel, openTicket, orTell } from "../help/steps.ts"
import { readStoredReviews } from "../../relay/help/stored-draft.ts"

/**
 * From an agent's reply to a lead's review, over the real relay: a team of one in one browser, a second lead in
 * another.
 */
let world: World
let other: Opened | undefined
let ticket: Page
let panel: Page
beforeAll(async () => {
  world = await startWorld()
  ticket = await openTicket(world, "1001")
  panel = await openPanel(world)
  await draftReady(panel, "1001")
  other = await world.anotherBrowser(WIDE)
})
afterAll(() => world.close())
const WIDE = { width: 1280, height: 880 }

test("what the agent sends of a draft is a case at the relay", async () => {
  await insert(panel)
  await editor(ticket).fill(
    `${(await editor(ticket).inputValue()).replace("Kind regards", "Best wishes")}\n\nCall me on +44 1603 496012, Maya Lindgren.`
  )
  await ticket.getByRole("button", { name: "Send" }).click()
  await ticket.getByText("Reply sent.").waitFor()
  await expect
    .poll(
      async () =>
        (await world.relay.db.selectFrom("outcomes").select("id").where("ticket_id", "=", "1001").execute()).length
    )
    .toBe(1)
})

test("the agent's token opens no review; a lead's code beside it does, and the panel stays the agent's", async () => {
  const review = await page(world.browser, "review")
  await review.getByRole("heading", { name: "Review is for leads: pair with a lead’s code" }).waitFor()
  await review.getByText("The panel stays signed in as Tom, agent.").waitFor()
  await enter(review, await world.relay.pair("agent", "Eve"))
  await review.getByText("That code is an agent’s.").waitFor()
  await enter(review, await world.relay.pair("lead", "Anna"))
  await review.getByRole("table").waitFor()
  await panel.reload()
  await panel.getByRole("heading", { level: 1 }).filter({ hasText: "#1001" }).waitFor()
  const popup = await world.browser.page("popup.html")
  await popup.getByText("Signed in as Tom, agent").waitFor()
  await popup.getByText("Review as Anna, lead").waitFor()
  const [opened] = await Promise.all([
    world.browser.context.waitForEvent("page"),
    popup.getByRole("button", { name: "Open review" }).click()
  ])
  await opened.getByRole("table").waitFor()
  await opened.close()
  await review.close()
})

test("draft and sent reply stand side by side, masked, with the thread and the sources", async () => {
  const review = await page(world.browser, "review")
  const table = review.getByRole("table")
  await table.waitFor()
  const rows = await table.getByRole("row").allInnerTexts()
  expect(rows.filter((row) => /Kind regards/.test(row)).join()).toMatch(/removed|changed/)
  expect(rows.filter((row) => /Best wishes/.test(row)).join()).toMatch(/added|changed/)
  expect(rows.filter((row) => /Call me on/.test(row)).join()).toMatch(/added/)
  const all = await review.locator("main").innerText()
  expect(all).not.toMatch(/Maya|Lindgren|496012/)
  expect(all).toMatch(/Light edit, \d+ % changed/)
  expect(
    await review
      .getByRole("region", { name: "Thread" })
      .getByText(/requester/)
      .count()
  ).toBeGreaterThan(0)
  await review.close()
})

test("two leads in two browsers save at once: the second is shown what stands, and chooses", async () => {
  if (!other) throw new Error("the second browser did not open")
  await pair(other, await world.relay.pair("lead", "Bert"), world.relay.url)
  const [anna, bert] = await Promise.all([page(world.browser, "review"), page(other, "review")])
  for (const lead of [anna, bert]) await lead.getByRole("table").waitFor()
  await anna.keyboard.press("2")
  await anna.keyboard.press("t")
  await bert.keyboard.press("3")
  await bert.keyboard.press("p")
  await bert.getByRole("textbox", { name: "Note" }).fill("A promise nobody made.")
  await anna.keyboard.press("Control+Enter")
  await anna.getByText("There are no more cases in this list.").waitFor()
  await bert.keyboard.press("Control+Enter")
  await bert.getByRole("heading", { name: "Anna saved this case first" }).waitFor()
  expect(await reviewsOf()).toEqual([{ version: 1, by: "Anna", note: "", reasons: ["tone"] }])
  // What is not saved yet outlives a reload, and the other lead's review is still told.
  await bert.reload()
  await bert.getByRole("heading", { name: "Anna saved this case first" }).waitFor()
  await bert.getByRole("button", { name: "Save mine over it" }).click()
  await expect
    .poll(reviewsOf)
    .toEqual([{ version: 2, by: "Bert", note: "A promise nobody made.", reasons: ["unsafe-promise"] }])
  await Promise.all([anna.close(), bert.close()])
})

test("the relay is away: nothing is lost, and it is saved when the relay is back", async () => {
  const review = await page(world.browser, "review")
  await review.getByRole("combobox", { name: "Which cases" }).selectOption("all")
  await review.getByRole("table").waitFor()
  await review.keyboard.press("m")
  await world.relay.close()
  await review.keyboard.press("Control+Enter")
  await review.getByText("Not saved.").waitFor()
  await world.relayAgain()
  await review.reload()
  await review.getByRole("table").waitFor()
  await review.getByText("Not saved yet. Kept here until the browser closes.").waitFor()
  await review.keyboard.press("Control+Enter")
  await expect.poll(async () => (await reviewsOf())[0]?.reasons).toContain("missing-step")
  await review.getByText("There are no more cases in this list.").waitFor()
  await review.close()
})

test("figures of one reply: not enough yet, and the file holds what is shown", async () => {
  const figures = await page(world.browser, "figures")
  await figures.getByText("1 of 1 so far. 29 more needed").first().waitFor()
  expect(await figures.getByText("Not enough yet").count()).toBeGreaterThan(3)
  const [download] = await Promise.all([
    figures.waitForEvent("download"),
    figures.getByRole("button", { name: "Cases as JSONL" }).click()
  ])
  expect(download.suggestedFilename()).toMatch(/^replywright-cases-\d{4}-\d\d-\d\d\.jsonl$/)
  const lines = readFileSync(await download.path(), "utf8")
    .trim()
    .split("\n")
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain("Best wishes")
  expect(lines[0]).not.toMatch(/Maya|496012/)
  await figures.close()
})

test("the case is erased while a lead looks at it", async () => {
  const review = await page(world.browser, "review")
  await review.getByRole("combobox", { name: "Which cases" }).selectOption("all")
  await review.getByRole("table").waitFor()
  await openMenu(panel)
  await panel.getByRole("button", { name: "Erase this ticket" }).click()
  await panel.getByRole("button", { name: "Erase for good" }).click()
  await panel.getByText("Erased.").waitFor()
  await review.keyboard.press("3")
  await review.keyboard.press("Control+Enter")
  await orTell(review, review.getByText("This case was erased.").first().waitFor())
  expect(await review.getByRole("table").count()).toBe(0)
  await review.close()
})

async function page(browser: Opened, name: "review" | "figures"): Promise<Page> {
  const opened = await browser.page(`tabs/${name}.html`)
  await opened.setViewportSize(WIDE)
  return opened
}

async function enter(review: Page, code: string): Promise<void> {
  await review.getByLabel("Relay address").fill(world.relay.url)
  await review.getByLabel("Pairing code").fill(code)
  await review.getByRole("button", { name: "Pair" }).click()
}

const reviewsOf = () => readStoredReviews(world.relay.db)
