import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { runImport } from "../../src/knowledge/import/run-import.ts"
import { ticketDocument } from "../../src/ingest/sources/tickets/solved-document.ts"
import { silentLog } from "../../src/runtime/log.ts"
import { wide } from "./help/axe.ts"
import { startWorld, type World } from "./help/harness.ts"
import {
  bar,
  button,
  draftReady,
  editor,
  openPanel,
  openPart,
  openTicket,
  orTell,
  ready,
  region,
  says
} from "./help/steps.ts"

/**
 * What the team knows, in the panel over a real relay: a source left out, a search, a source used, macros for the
 * thread.
 */
let world: World
let panel: Page
let ticket: Page
beforeAll(async () => {
  world = await startWorld()
  const solved = {
    subject: "Parcel shown as delivered",
    question: "My parcel is shown as delivered, but nothing is here. I asked the neighbours.",
    reply:
      "Hello [a name],\n\nthe carrier searches for your parcel within five working days.\n\nKind regards\n[a name]",
    tags: ["delivery"]
  }
  await runImport(
    world.relay.db,
    {
      kind: "test",
      collection: "solved",
      label: "solved",
      async *read() {
        yield {
          type: "document" as const,
          document: ticketDocument({
            id: "t1",
            path: "Ticket t1",
            url: "https://help.example/t1",
            pair: solved,
            locale: "en",
            replied: "2026-10-02T08:00:00Z",
            satisfaction: "good"
          })
        }
        yield { type: "end" as const, all: true as const }
      }
    },
    { origin: "team", signal: AbortSignal.timeout(30_000), log: silentLog }
  )
  ticket = await openTicket(world, "1001")
  panel = await openPanel(world)
  await draftReady(panel, "1001")
})
afterAll(() => world.close())

const sources = () => region(panel, "Sources")
const titles = () => sources().locator("li.src b").allInnerTexts()
const feedback = async () =>
  (await world.relay.db.selectFrom("source_feedback").select(["document", "kind"]).execute()).map(
    ({ document, kind }) => `${kind} ${document}`
  )
/** Waits for a draft made with that choice. */
async function redrafted(choice: string): Promise<void> {
  await chosen(choice)
  await orTell(panel, ready(panel, "Insert").waitFor())
}
async function chosen(choice: string): Promise<void> {
  await openPart(panel, "pages")
  await orTell(panel, sources().getByText(choice).waitFor())
  await orTell(panel, sources().locator("li.src").first().waitFor())
}

test("“not this one”: the next draft stands on other pages, the one before is kept, and the way back is there", async () => {
  const [first = ""] = await titles()
  await openPart(panel, "pages")
  await sources().getByRole("button", { name: "Show passage 1" }).click()
  await sources().getByRole("button", { name: "Not this one" }).click()
  await chosen("Left out:")
  // It was the page that answers: what the others say is offered, no letter.
  await orTell(panel, region(panel, "Draft").getByText("Not sure that these pages answer this.").waitFor())
  expect(await titles()).not.toContain(first)
  expect(await feedback()).toEqual([expect.stringMatching(/^not /)])
  await sources().getByRole("button", { name: /^Undo/ }).click()
  await expect.poll(titles).toContain(first)
  await ready(panel, "Insert").waitFor()
  expect(await sources().getByText("Left out:").count()).toBe(0)
})

test("a search leaves masked and says so; what it found is used by the next draft", async () => {
  await openPart(panel, "ask")
  const search = region(panel, "Search the knowledge")
  await search.getByRole("searchbox").fill("can Maya Lindgren collect it at a pick-up point")
  await panel.keyboard.press("Enter")
  await orTell(panel, search.getByText(/^Sent as: can \[PERSON_\d\] collect it/).waitFor())
  const [found = ""] = (await search.locator("li.src b").first().innerText()).split(" › ")
  expect(found).toMatch(/pick-up/i)
  await search
    .getByRole("button", { name: /^Show the passage of/ })
    .first()
    .click()
  await search.getByRole("button", { name: "Use this source" }).click()
  await redrafted("Put first:")
  expect((await titles())[0]?.split(" › ")[0]).toBe(found)
  await panel.keyboard.press("w")
  await orTell(panel, panel.getByText(/Sources put first, by their ids/).waitFor())
  expect(await panel.locator("main").innerText()).not.toMatch(/Lindgren/)
  await panel.keyboard.press("Escape")
})

test("macros of the knowledge stand by the thread, and one is put in with its blanks; the relay is told", async () => {
  await openPart(panel, "more:macros")
  const macros = region(panel, "Macros")
  await macros.getByRole("button", { name: /search at the carrier/ }).click()
  await macros.getByRole("textbox", { name: "search number" }).fill("NP 1")
  await button(panel, "Insert this macro").click()
  if (await bar(panel).getByText("Press Insert again").isVisible()) await button(panel, "Insert this macro").click()
  await says(panel, "Inserted.")
  expect(await editor(ticket).inputValue()).toMatch(/Your search number is NP 1\./)
  await expect.poll(feedback).toContainEqual(expect.stringMatching(/^insert .*macro-carrier-search/))
})

test("a ticket that was solved: what was answered goes in with its gaps filled or open, nobody's name of either ticket in it", async () => {
  await openPart(panel, "more:similar")
  const similar = region(panel, "Similar solved tickets")
  await similar.getByRole("button", { name: "Parcel shown as delivered" }).click()
  await similar.getByText("rated good").waitFor()
  await similar.getByRole("textbox", { name: "a name", exact: true }).fill("Maya")
  await button(panel, "Insert this reply").click()
  await says(panel, /1 blank is open/)
  await button(panel, "Insert this reply").click()
  await says(panel, "Inserted.")
  expect(await editor(ticket).inputValue()).toMatch(
    /Hello Maya,\n\nthe carrier searches for your parcel within five working days\.\n\nKind regards\n\[a name\]/
  )
  await expect.poll(async () => (await feedback()).filter((said) => said.startsWith("insert "))).toHaveLength(2)
})

test("dark, at 320 px, nothing runs over the side, and the relay's end takes nothing away", async () => {
  await panel.emulateMedia({ colorScheme: "dark" })
  await panel.setViewportSize({ width: 320, height: 900 })
  expect(await wide(panel)).toEqual([])
  await world.relay.close()
  await openPart(panel, "ask")
  const search = region(panel, "Search the knowledge")
  await search.getByRole("button", { name: "Search" }).click()
  await orTell(panel, search.getByText(/^The relay doesn’t answer\. What is shown here is kept\./).waitFor())
  await search.locator("li.src").first().waitFor()
  await world.relayAgain()
})
