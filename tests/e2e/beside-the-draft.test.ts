import type { Page } from "playwright-core"
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest"
import { axeFindingsSoFar } from "./help/axe.ts"
import { startWorld, type World } from "./help/harness.ts"
import {
  bar,
  button,
  draftReady,
  editor,
  insert,
  letter,
  openPanel,
  openPart,
  openTicket,
  orTell,
  region,
  rewrite,
  says,
  shows
} from "./help/steps.ts"
import { serveTicket, ticketOf } from "./help/tickets.ts"

/** Parts of the panel beside the draft, over a real relay. They share a world, and each begins with a new page. */
let world: World
let ticket: Page
let panel: Page
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

async function open(ticketId: string): Promise<void> {
  ticket = await openTicket(world, ticketId)
  panel = await openPanel(world)
}
async function close(): Promise<void> {
  await panel.close()
  await ticket.close()
}

describe("where a line of the summary comes from, shown in the helpdesk's own page", () => {
  beforeAll(() => open("1009"))
  afterAll(close)

  test("a line of the summary leads to its message: in view, marked for a moment, and the page is as it was after", async () => {
    await shows(panel, "1009")
    await ticket.setViewportSize({ width: 800, height: 300 })
    await openPart(panel, "more:summary")
    const link = region(panel, "Summary")
      .getByRole("button", { name: /^message \d+, / })
      .last()
    const n = Number(/\d+/.exec(await link.innerText())?.[0])
    const message = ticket.locator("[data-message-id][data-visibility=public]").nth(n - 1)
    await ticket.evaluate(() => scrollTo(0, document.body.scrollHeight))
    const before = await ticket.locator("main").evaluate((main) => main.outerHTML)
    const height = await message.evaluate((element) => element.getBoundingClientRect().height)

    await link.press("Enter")
    await expect.poll(() => message.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe("solid")
    expect(await message.evaluate((element) => element.getBoundingClientRect().height)).toBe(height)
    await expect
      .poll(() =>
        message.evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect()
          return top < innerHeight && bottom > 0
        })
      )
      .toBe(true)
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true)
    await expect.poll(() => message.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe("none")
    expect(await ticket.locator("main").evaluate((main) => main.outerHTML)).toBe(before)
  })

  test("a message that the page doesn't hold is said so", async () => {
    await openTicket(world, "1001", ticket)
    await shows(panel, "1001")
    await ticket.locator("[data-message-id]").evaluateAll((messages) => messages.forEach((message) => message.remove()))
    await openPart(panel, "more:summary")
    const link = region(panel, "Summary")
      .getByRole("button", { name: /^message \d+, / })
      .first()
    const name = await link.innerText()
    await link.click()
    await says(panel, `${name.replace("m", "M")} isn’t on this page.`)
  })
})

describe("sentences that are offered: into the draft and out again, and into the reply editor", () => {
  afterEach(close)

  test("a digit adds a sentence with its source, and Insert puts it into the reply", async () => {
    await open("1001")
    await draftReady(panel, "1001")
    await openPart(panel, "pages")
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
    ticket = await world.browser.context.newPage()
    await serveTicket(
      ticket,
      ticketOf("2401", [{ text: "Hello, is the kettle safe for children?" }], { subject: "Kettle" })
    )
    await openTicket(world, "2401", ticket)
    panel = await openPanel(world)
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
    await open("1010")
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
    await openPart(panel, "more")
    await panel
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
})

describe("the letter beside its sources", () => {
  beforeAll(async () => {
    await open("1001")
    await draftReady(panel, "1001")
  })
  afterAll(close)

  test("J steps through the sentences beside their sources, the agent's own too; Insert still works from there", async () => {
    const draft = await panel.locator("#letter").innerText()
    expect(draft).toContain("five working days")
    await rewrite(panel, "Hello Maya,\n\nThe carrier answers within nine working days.\n\nKind regards\nTom")
    await panel.keyboard.press("j")
    await panel.getByRole("heading", { name: /^Sentence 1 of \d+$/ }).waitFor()
    await expect.poll(() => panel.locator(".pair mark.off").first().innerText()).toBe("nine working days")
    expect(await panel.locator(".pair mark.says").first().innerText()).toBe("five working days")
    expect(await axeFindingsSoFar(panel, [320, 400, 520])).toEqual([])
    await button(panel, "Use the source’s words").click()
    await expect.poll(() => panel.locator(".pair blockquote").first().innerText()).toMatch(/five working days/)
    expect(await bar(panel).getByRole("button", { name: "Insert" }).isVisible()).toBe(true)
    await panel.keyboard.press("Escape")
    await expect.poll(() => panel.locator("#letter").innerText()).toMatch(/five working days/)
  })
})

describe("what the agent types into the helpdesk's own editor, and what the panel says of its tone", () => {
  beforeAll(async () => {
    await open("1001")
    await draftReady(panel, "1001")
  })
  afterAll(close)

  const tone = () => region(panel, "Tone of your reply")

  test("found after a pause in typing, repaired by one click, taken back by the editor's own undo", async () => {
    await openPart(panel, "more:tone")
    await ticket.bringToFront()
    await editor(ticket).pressSequentially("Hello Sarah, please do NOT open the parcel.")
    await panel.bringToFront()
    await orTell(panel, tone().getByText("“NOT”", { exact: true }).waitFor())
    await orTell(panel, tone().getByText("“Sarah”", { exact: true }).waitFor())
    await tone().getByRole("button", { name: "Write “not”" }).click()
    await expect.poll(() => editor(ticket).inputValue()).toBe("Hello Sarah, please do not open the parcel.")
    await orTell(panel, tone().getByText("“NOT”", { exact: true }).waitFor({ state: "detached" }))
    await ticket.bringToFront()
    await editor(ticket).focus()
    await ticket.keyboard.press("Control+z")
    await expect.poll(() => editor(ticket).inputValue()).toBe("Hello Sarah, please do NOT open the parcel.")
  })

  test("what is written into a note is never looked at", async () => {
    await ticket.bringToFront()
    await ticket.getByText("Internal note", { exact: true }).first().click()
    await editor(ticket).pressSequentially(" HE SHOULD HAVE READ IT!!!")
    await panel.bringToFront()
    await orTell(panel, tone().getByText("“Sarah”", { exact: true }).waitFor({ state: "detached" }))
    await tone().getByRole("button", { name: "Check the tone" }).click()
    await orTell(
      panel,
      panel
        .getByText(/tone of notes is not checked/)
        .first()
        .waitFor()
    )
    expect(
      await tone()
        .getByText(/SHOULD HAVE/)
        .count()
    ).toBe(0)
  })
})
