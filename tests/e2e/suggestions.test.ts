import { afterAll, beforeAll, expect, test } from "vitest"
import { startWorld, type World } from "./help/harness.ts"
import { serveTicket, ticketOf } from "./help/tickets.ts"
import { editor, insert, letter, openPanel, openTicket, draftReady, orTell, region, shows } from "./help/steps.ts"

/** Sentences that are offered: into the draft and out again, and into the reply editor, on the sample tickets. */
let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

test("a digit adds a sentence with its source, and Insert puts it into the reply", async () => {
  const ticket = await openTicket(world, "1001")
  const panel = await openPanel(world)
  await draftReady(panel, "1001")
  const card = region(panel, "Also on these pages")
  const offered = (await card.getByRole("listitem").first().locator("div").first().innerText()).trim()
  expect(await letter(panel).innerText()).not.toContain(offered)
  await panel.locator("h1").click()
  await panel.keyboard.press("1")
  await expect.poll(() => letter(panel).innerText()).toContain(offered)
  await panel.keyboard.press("1")
  await expect.poll(() => letter(panel).innerText()).not.toContain(offered)
  await panel.keyboard.press("1")
  await insert(panel)
  expect(await editor(ticket).inputValue()).toContain(offered)
})

test("where the answer isn't sure there is no draft; the first sentence begins it, and the customer can be asked", async () => {
  const page = await world.browser.context.newPage()
  await serveTicket(
    page,
    ticketOf("2401", [{ text: "Hello, is the kettle safe for children?" }], { subject: "Kettle" })
  )
  await openTicket(world, "2401", page)
  const panel = await openPanel(world)
  await shows(panel, "2401")
  const card = region(panel, "Pick what fits")
  await orTell(panel, card.waitFor())
  expect(await region(panel, "Draft").innerText()).toContain("Not sure that these pages answer this")
  const offered = (await card.getByRole("listitem").first().locator("div").first().innerText()).trim()
  await panel.locator("h1").click()
  await panel.keyboard.press("1")
  await expect.poll(() => letter(panel).innerText()).toContain(offered)
  await panel.keyboard.press("a")
  await expect.poll(() => letter(panel).innerText()).toMatch(/write to us/)
})

test("where nothing answers, A asks the customer back, and the agent's own sentence goes in as it is", async () => {
  const ticket = await openTicket(world, "1010")
  const panel = await openPanel(world)
  await shows(panel, "1010")
  const card = region(panel, "Draft")
  await orTell(panel, card.getByText("No draft: nothing we know answers this.").waitFor())
  await panel.locator("h1").click()
  await panel.keyboard.press("a")
  const [greeting, question, closing] = (await letter(panel).innerText()).split("\n\n")
  expect(greeting).toMatch(/^Hello (?:Rosalind Achebe|Rosalind),$/)
  expect(question).toMatch(/^Thank you for your message\. Could you please tell us .*\?$/)
  expect(closing).toMatch(/^Kind regards\nTom Ahlberg$/)
  await panel.keyboard.press("a")
  await card
    .getByRole("textbox", { name: "Give the answer" })
    .fill("We don't lend lamps, but Rosalind's club gets 10 %.")
  await panel.keyboard.press("Enter")
  await expect
    .poll(() => letter(panel).innerText())
    .toContain("We don't lend lamps, but Rosalind's club gets 10 %.\n\n")
  await insert(panel)
  expect(await editor(ticket).inputValue()).toMatch(
    /^Hello [^\n]+,\n\nThank you for your message\. We don't lend lamps, but Rosalind's club gets 10 %\.\n\nKind regards\nTom Ahlberg$/
  )
})
