import type { Page } from "playwright-core"
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"
import { pair } from "../../../demo/tour/browser.ts"
import { startModelDouble, type ModelDouble } from "../../models/double.ts"
import { startWorld, type World } from "../help/harness.ts"
import {
  bar,
  button,
  draftReady,
  editor,
  insert,
  letter,
  openMenu,
  openPanel,
  openTicket,
  pressRegenerate,
  ready,
  rewrite,
  says,
  shows
} from "../help/steps.ts"
import { killWorker, storedBytes, storedRows } from "../help/worker.ts"
import { readStoredCases } from "../../relay/help/stored-draft.ts"

/**
 * What the browser does to an extension: kills its worker, opens windows, deletes its data, restarts. Nothing is lost
 * or mixed up.
 */
const LETTER =
  "Hello [PERSON_1],\n\nWe are looking for your parcel with the carrier. We will write again as soon as we know more about it.\n\nKind regards"
let model: ModelDouble
let world: World
let ticket: Page
let panel: Page
beforeAll(async () => {
  model = await startModelDouble({ kind: "text", text: LETTER })
  world = await startWorld(model.settings, { knowledge: false, ownBrowser: true })
  ticket = await openTicket(world, "1001")
  panel = await openPanel(world)
  await draftReady(panel, "1001")
})
afterAll(async () => {
  await world.close()
  await model.close()
})
beforeEach(() => model.always({ kind: "text", text: LETTER }))

/** Regenerates with a letter that says this, and waits until it is whole. */
async function regenerate(sentence: string) {
  model.always({ kind: "text", text: `Hello [PERSON_1],\n\nThank you for writing. ${sentence}\n\nKind regards` })
  await pressRegenerate(panel)
  await letter(panel).getByText(sentence).waitFor()
  await ready(panel, "Insert").waitFor()
}

const draftsOf = async (ticketId: string) =>
  (await world.relay.db.selectFrom("drafts").where("ticket_id", "=", ticketId).select("id").execute()).length

test("the worker dies before Insert, and between Insert and Send: the text goes in, and the outcome is told once", async () => {
  await killWorker(panel)
  await insert(panel)
  expect(await editor(ticket).inputValue()).toContain("We are looking for your parcel")
  await killWorker(panel)
  await ticket.getByRole("button", { name: "Send" }).click()
  await ticket.getByText("Reply sent.").waitFor()
  const outcomes = () => readStoredCases(world.relay.db)
  await expect.poll(outcomes).toHaveLength(1)
  expect((await outcomes())[0]?.edit_distance).toBe(0)
  world.helpdesk.reset()
})

test("the worker dies in mid-stream: what was finished stays, and a new draft can be had", async () => {
  await openTicket(world, "1009", ticket)
  await draftReady(panel, "1009")
  model.always({
    kind: "silent",
    text: "Hello,\n\nThe carrier has been asked. And when we know more than that we will"
  })
  await pressRegenerate(panel)
  await letter(panel).getByText("The carrier has been asked.").waitFor()
  await killWorker(panel)
  await says(panel, /The relay stopped answering after \d sentence/)
  await letter(panel).getByText("The carrier has been asked.").waitFor()
  await regenerate("It was found.")
})

test("edits survive the worker's death, reloads of ticket and panel, and a new draft", async () => {
  await openTicket(world, "1006", ticket)
  await draftReady(panel, "1006")
  await rewrite(panel, "Hello,\n\nthese words are mine.")
  await killWorker(panel)
  await ticket.reload()
  await panel.reload()
  await draftReady(panel, "1006")
  expect(await letter(panel).innerText()).toContain("these words are mine.")
  await regenerate("This is another letter.")
  await openMenu(panel)
  await button(panel, "Restore").first().click()
  await expect.poll(() => letter(panel).innerText()).toContain("these words are mine.")
})

test("a second tab and a second panel on one ticket share its one draft", async () => {
  const before = await draftsOf("1006")
  const second = await openTicket(world, "1006")
  const other = await openPanel(world)
  await draftReady(other, "1006")
  await rewrite(other, "Hello,\n\nseen in both.")
  await expect.poll(() => letter(panel).innerText()).toContain("seen in both.")
  expect(await draftsOf("1006")).toBe(before)
  await other.close()
  await second.close()
  await shows(panel, "1006")
})

test("with two windows, a panel in a tab follows the helpdesk tab that was last in front", async () => {
  const [elsewhere, windowId] = await Promise.all([
    world.browser.context.waitForEvent("page"),
    panel.evaluate(
      async (url) => (await chrome.windows.create({ url, focused: true }))?.id ?? 0,
      `${world.helpdesk.url}/tickets/1009`
    )
  ])
  await draftReady(panel, "1009")
  await ticket.bringToFront()
  await shows(panel, "1006")
  // A browser without a display gives no window the focus: there, a tab that comes to the front in its window tells as
  // much.
  await panel.evaluate(async (id) => {
    const [first] = await chrome.tabs.query({ windowId: id })
    const blank = await chrome.tabs.create({ windowId: id })
    await chrome.tabs.update(first?.id ?? 0, { active: true })
    await chrome.tabs.remove(blank.id ?? 0)
  }, windowId)
  await shows(panel, "1009")
  await elsewhere.close()
  await draftReady(panel, "1006")
})

test("deleted IndexedDB: said, the draft on the screen stays, and Insert works", async () => {
  const shown = await letter(panel).innerText()
  await panel.evaluate(
    () =>
      new Promise((done) => {
        indexedDB.deleteDatabase("replywright").onsuccess = done
      })
  )
  await says(panel, "The drafts kept on this computer are gone.")
  expect(await letter(panel).innerText()).toBe(shown)
  await insert(panel)
  expect(await editor(ticket).inputValue()).toContain("seen in both.")
})

test("only ciphertext lies on the disk; Sign out keeps it, and pairing again opens it", async () => {
  const bytes = await storedBytes(panel)
  expect(bytes.length).toBeGreaterThan(1000)
  for (const clear of ["seen in both", "looking for your parcel", "1006", "PERSON_1"])
    expect(bytes.includes(clear), clear).toBe(false)
  const popup = await world.browser.page("popup.html")
  await button(popup, "Sign out").click()
  await panel.getByText("Pair this browser with your relay").waitFor()
  expect((await storedRows(panel)).drafts).toBeGreaterThan(0)
  await popup.close()
  const before = await draftsOf("1006")
  await pair(world.browser, await world.relay.pair("agent", "Tom"), world.relay.url)
  await draftReady(panel, "1006")
  expect(await letter(panel).innerText()).toContain("seen in both.")
  expect(await draftsOf("1006")).toBe(before)
})

test("after a restart of the browser without a relay it is locked and says why; with the relay it opens by itself", async () => {
  await world.browser.context.close()
  await world.relay.close()
  await world.browserAgain()
  ticket = await openTicket(world, "1006")
  panel = await openPanel(world)
  await panel.getByText("Your drafts are locked").waitFor()
  await panel.getByText(`The relay at ${world.relay.url} doesn’t answer.`, { exact: false }).waitFor()
  await world.relayAgain()
  await draftReady(panel, "1006")
  expect(await letter(panel).innerText()).toContain("seen in both.")
})

test("Wipe leaves nothing behind", async () => {
  const popup = await world.browser.page("popup.html")
  await button(popup, "Wipe").click()
  await popup.getByRole("button", { name: /^Wipe (\d+ drafts?|everything)$/ }).click()
  await panel.getByText("Pair this browser with your relay").waitFor()
  expect(Object.values(await storedRows(panel)).filter((rows) => rows > 0)).toEqual([])
  expect(
    await panel.evaluate(async () => [await chrome.storage.local.get(), await chrome.storage.session.get("key")])
  ).toEqual([{}, {}])
  await bar(panel).waitFor({ state: "hidden" })
})
