import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startWorld, type World } from "./help/harness.ts"
import { button, draftReady, editor, openPanel, openTicket } from "./help/steps.ts"

let world: World

beforeAll(async () => {
  world = await startWorld({}, { ownBrowser: true })
})
afterAll(() => world?.close())

/** Gives the loaded extension another version, and lets the browser take it up as it does with an update. */
async function update(version: string): Promise<void> {
  const { browser, folder } = world
  const file = join(folder, "extension/manifest.json")
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, "utf8")), version }))
  const own = await browser.page("manifest.json")
  const [worker] = await Promise.all([
    browser.context.waitForEvent("serviceworker"),
    // The page ends with the extension that it belongs to.
    own.evaluate(() => chrome.runtime.reload()).catch(() => undefined)
  ])
  expect(await worker.evaluate(() => chrome.runtime.getManifest().version)).toBe(version)
}

test("after an update an open ticket goes on without a reload, and its editor keeps the agent's words", async () => {
  const ticket = await openTicket(world, "1001")
  const before = await openPanel(world)
  await draftReady(before, "1001")
  await ticket.evaluate(() => Reflect.set(window, "wasLoadedOnce", true))
  await editor(ticket).fill("My own words.")

  await update("9.9.9")

  const after = await openPanel(world)
  await ticket.bringToFront()
  await draftReady(after, "1001")
  expect(await ticket.evaluate(() => Reflect.get(window, "wasLoadedOnce"))).toBe(true)
  expect(await editor(ticket).inputValue()).toBe("My own words.")
  await button(after, "Insert").click()
  await expect
    .poll(() => editor(ticket).inputValue())
    .toMatch(/My own words\.[^]*Hello Maya|Hello Maya[^]*My own words\./)
})
