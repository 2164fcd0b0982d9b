import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { startWorld, type World } from "./help/harness.ts"
import { draftReady, editor, insert, openPanel, openTicket, shows } from "./help/steps.ts"

let world: World
beforeAll(async () => {
  world = await startWorld({}, { ownBrowser: true })
})
afterAll(() => world?.close())

test("after an update, a ticket that was open before is read and answered without a reload", async () => {
  const before = await openTicket(world, "1001")
  const panel = await openPanel(world)
  await shows(panel, "1001")
  const loadedAt = await before.evaluate(() => performance.timeOrigin)

  await updateTo(world, "99.0")

  await before.bringToFront()
  const later = await openPanel(world)
  await shows(later, "1001")
  await draftReady(later, "1001")
  await insert(later)
  expect(await editor(before).inputValue()).toMatch(/^Hello Maya/)
  expect(await before.evaluate(() => performance.timeOrigin)).toBe(loadedAt)
})

/** Puts another version into the extension's folder and has the browser load it, as it does with an update. */
async function updateTo(world: World, version: string): Promise<void> {
  const { browser, folder } = world
  const path = join(folder, "extension/manifest.json")
  writeFileSync(path, readFileSync(path, "utf8").replace(/"version":\s*"[^"]+"/, `"version":"${version}"`))
  // Without developer mode, the browser disables an unpacked extension whose files have changed.
  const page = await browser.context.newPage()
  await page.goto("chrome://extensions")
  await page.evaluate(
    `chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true })
       .then(() => chrome.developerPrivate.reload(${JSON.stringify(browser.id)}, { failQuietly: true }))`
  )
  await page.close()
  await expect.poll(() => versionOf(world), { timeout: 60_000 }).toBe(version)
}

/** The version that answers now, or why none does. */
async function versionOf({ browser }: World): Promise<string> {
  const page = await browser.context.newPage()
  try {
    await page.goto(`chrome-extension://${browser.id}/manifest.json`)
    return await page.evaluate(() => chrome.runtime.getManifest().version)
  } catch (error) {
    return String(error)
  } finally {
    await page.close()
  }
}
