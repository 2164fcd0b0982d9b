import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { findBrowser } from "../../demo/browser/find.ts"
import { openBrowser, type Opened } from "../../demo/tour/browser.ts"
import { root } from "../house/files.ts"

/** A bundle can build green and throw when its page loads, so each built page is opened. */
const build = join(root, "build/chrome-mv3-prod")
const folder = mkdtempSync(join(tmpdir(), "replywright-pages-"))
let browser: Opened
beforeAll(async () => {
  const program = findBrowser(folder)
  if (!program) throw new Error("No Chromium is installed: set REPLYWRIGHT_BROWSER to one.")
  browser = await openBrowser({ program, extension: build, profile: join(folder, "profile"), headless: true })
})
afterAll(async () => {
  await browser.context.close()
  rmSync(folder, { recursive: true, force: true })
})

const pages = readdirSync(build, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".html"))

test("there are pages", () => {
  expect(pages.sort()).toEqual(["popup.html", "sidepanel.html", "tabs/offscreen.html"])
})

test.each(pages)("%s opens without an error", async (file) => {
  const page = await browser.context.newPage()
  const problems: string[] = []
  page.on("pageerror", (error) => problems.push(String(error)))
  page.on("console", (message) => {
    if (message.type() === "error") problems.push(message.text())
  })
  await page.goto(`chrome-extension://${browser.id}/${file}`, { waitUntil: "load" })
  if (!file.startsWith("tabs/")) await page.getByRole("heading").first().waitFor()
  expect(problems).toEqual([])
  await page.close()
})

test("the browser grants all four keys: a letter that it keeps for itself would stay without a binding", async () => {
  const page = await browser.page("popup.html")
  const keys = await page.evaluate(async () => Object.fromEntries((await chrome.commands.getAll()).map(({ name, shortcut }) => [name, shortcut])))
  expect(keys).toMatchObject({ "open-panel": "Alt+Shift+O", insert: "Alt+Shift+I", next: "Alt+Shift+L", say: "Alt+Shift+S" })
  await page.close()
})
