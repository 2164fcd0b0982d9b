import type { Page } from "playwright-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { axeFindingsSoFar } from "../help/axe.ts"
import { startWorld, type World } from "../help/harness.ts"
import {
  bar,
  draftReady,
  draftWritten,
  letter,
  openPanel,
  openPart,
  openTicket,
  orTell,
  pressRegenerate,
  region
} from "../help/steps.ts"
import { readStoredDrafts } from "../../relay/help/stored-draft.ts"

/** Attachments of a sample ticket, read on a press in the built extension: a PDF and a Word document. */
let model: ModelDouble
let world: World
let ticket: Page
let panel: Page
const fetched: string[] = []
const SENTENCE = "The mixer was received in the workshop on 3 November 2026."
beforeAll(async () => {
  model = await startModelDouble({
    kind: "text",
    text: `Hello [PERSON_1],\n\n${SENTENCE}\n\nKind regards`
  })
  world = await startWorld(model.settings)
  ticket = await openTicket(world, "1009")
  ticket.on("request", (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.startsWith("/files/")) fetched.push(`${request.method()} ${pathname}`)
  })
  panel = await openPanel(world)
  await drafted(() => pressRegenerate(panel))
}, 240_000)
afterAll(async () => {
  await world?.close()
  await model?.close()
})

/** The longest sample ticket: a busy machine may not mask it in time, and then the panel says to press once more. */
async function drafted(again: () => Promise<void>): Promise<void> {
  const late = panel.getByText(/Hiding personal details took too long/)
  // Without the attachment nothing tells the date, so Insert waits.
  const written = bar(panel).getByRole("button", { name: "Change" })
  for (let tries = 0; tries < 4; tries++) {
    await orTell(panel, late.or(written).first().waitFor({ timeout: 60_000 }))
    if ((await late.count()) === 0) break
    await again()
    await late.waitFor({ state: "detached" })
  }
  await draftWritten(panel, "1009")
}

const card = () => region(panel, "Attachments")
/** The last request for a letter. The verification of one has a request of its own. */
const prompt = () => model.requests.findLast(({ body }) => !body.includes("--- SENTENCES"))?.body ?? ""

test("they are listed with their sizes, a note's isn't offered, and nothing is fetched before a press", async () => {
  await openPart(panel, "more:attachments")
  const shown = await card().innerText()
  expect(shown).toContain("repair-order-RP-2291.pdf 2 KB")
  expect(shown).toContain("collection-note.docx 3 KB")
  expect(shown).toMatch(/motors\.txt 1 KB\s*Belongs to an internal note: not read\./)
  expect(shown).toMatch(/mixer\.mp4 6\.1 MB\s*Not read: only text/)
  expect(await card().getByRole("button").allInnerTexts()).toEqual(["Read", "Read"])
  expect(fetched).toEqual([])
  expect(prompt()).not.toContain("(attachment)")
})

test("a press reads the PDF in the browser; the next draft cites it, and the model got it masked", async () => {
  await card().getByRole("button", { name: "Read repair-order-RP-2291.pdf" }).press("Enter")
  await orTell(panel, card().getByText("The mixer was received in the workshop", { exact: false }).waitFor())
  expect(fetched).toEqual(["GET /files/repair-order-RP-2291.pdf"])
  // The agent sees it whole; nothing of it has left so far.
  expect(await card().innerText()).toContain("Henk Vermeulen")
  expect(prompt()).not.toContain("(attachment)")
  expect(await axeFindingsSoFar(panel, [320, 480])).toEqual([])
  const again = card().getByRole("button", { name: "Write it again" })
  await again.click()
  await drafted(() => again.click())
  await expect.poll(prompt, { timeout: 20_000 }).toMatch(/SOURCE \d+ \(attachment\)/)
  await draftReady(panel, "1009")
  expect(prompt()).toMatch(/received in the workshop on 3 November 2026 by \[PERSON_\d+\]/)
  expect(prompt()).not.toMatch(/Vermeulen|Gerald|496 0172/)

  const [, n = ""] = /SOURCE (\d+) \(attachment\)/.exec(prompt()) ?? []
  expect(await letter(panel).innerText()).toContain(SENTENCE.slice(0, -1))
  await orTell(panel, card().getByText(`Source ${n} of the letter.`, { exact: false }).waitFor())
  const source = region(panel, "Sources").locator("li.src", { hasText: "repair-order-RP-2291.pdf" })
  expect(await source.innerText()).toContain("Attachment")
  const stored = await readStoredDrafts(world.relay.db)
  expect(JSON.stringify(stored)).not.toContain("hums and stops")
})

test("a Word document is read too, and taken out again", async () => {
  await card().getByRole("button", { name: "Read collection-note.docx" }).click()
  await orTell(panel, card().getByText("Bowl and tools stay with the customer", { exact: false }).waitFor())
  await card().getByRole("button", { name: "Take it out again: collection-note.docx" }).click()
  await orTell(panel, card().getByRole("button", { name: "Read collection-note.docx" }).waitFor())
  expect(fetched).toHaveLength(2)
})

test("what can't be read says why, and the draft stays", async () => {
  await ticket.route("**/files/collection-note.docx", (route) => route.fulfill({ status: 404, body: "" }))
  await card().getByRole("button", { name: "Read collection-note.docx" }).click()
  await orTell(panel, card().getByText("The helpdesk no longer has it.").waitFor())
  await ticket.unroute("**/files/collection-note.docx")
  await ticket.route("**/files/collection-note.docx", (route) =>
    route.fulfill({ status: 302, headers: { location: "https://files.example/collection-note.docx" } })
  )
  await card().getByRole("button", { name: "Try again: collection-note.docx" }).click()
  await orTell(
    panel,
    card()
      .getByText(/sends this file from another host/)
      .waitFor()
  )
  expect(await letter(panel).innerText()).toContain(SENTENCE.slice(0, -1))
})
