import { readdirSync } from "node:fs"
import { afterAll, beforeAll, expect, test } from "vitest"
import { built, openBuilt } from "./help/built.ts"

/** A bundle can build green and throw when its page loads, so each built page is opened. */
let browser: Awaited<ReturnType<typeof openBuilt>>
beforeAll(async () => {
  browser = await openBuilt()
})
afterAll(() => browser.close())

const pages = readdirSync(built, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".html"))

test("there are pages", () => {
  expect(pages.sort()).toEqual([
    "popup.html",
    "sidepanel.html",
    "tabs/admin.html",
    "tabs/feedback.html",
    "tabs/figures.html",
    "tabs/knowledge.html",
    "tabs/offscreen.html",
    "tabs/review.html",
    "tabs/welcome.html"
  ])
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
  const keys = await page.evaluate(async () =>
    Object.fromEntries((await chrome.commands.getAll()).map(({ name, shortcut }) => [name, shortcut]))
  )
  expect(keys).toMatchObject({
    "open-panel": "Alt+Shift+O",
    insert: "Alt+Shift+I",
    next: "Alt+Shift+L",
    say: "Alt+Shift+S"
  })
  await page.close()
})
