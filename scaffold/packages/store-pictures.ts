import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { startSampleHelpdesk } from "../../demo/helpdesk/server.ts"
import { createLog, importFolder, startRelay } from "../../demo/load-relay.ts"
import { root } from "../../demo/root.ts"
import { openBrowser, pair } from "../../demo/tour/browser.ts"
import { buildForTour } from "../../demo/tour/extension.ts"

/** What the Chrome Web Store and Edge Add-ons take, in pixels. addons.mozilla.org takes any size. */
const WHOLE = { width: 1280, height: 800 }
/** The tile by which the Chrome Web Store shows an extension among others. It takes none without. */
const TILE = { width: 440, height: 280 }
const PANEL = { width: 420, height: WHOLE.height }
const HELPDESK = { width: WHOLE.width - PANEL.width, height: WHOLE.height }
/** How long a page may take until it shows what its picture is of. */
const READY = { timeout: 60_000 }

/**
 * Takes the pictures of the stores' listings: the sample helpdesk with the panel beside it, drafted without a model,
 * and the tile of the Chrome Web Store.
 * @param build the folder of the built extension
 * @param program the browser
 * @param folder gets the pictures; what is there under their names is replaced
 * @returns the names of the pictures
 */
export async function takeStorePictures(build: string, program: string, folder: string): Promise<string[]> {
  const own = mkdtempSync(join(tmpdir(), "replywright-pictures-"))
  // Started by root, the database runs as somebody else.
  chmodSync(own, 0o711)
  const ends: (() => Promise<void> | void)[] = [() => rmSync(own, { recursive: true, force: true })]
  try {
    const settings = { REPLYWRIGHT_DATA: join(own, "data"), RELAY_PORT: "0" }
    const relay = await startRelay(settings, { log: createLog(() => undefined) })
    ends.unshift(() => relay.close())
    const helpdesk = await startSampleHelpdesk({ port: 0 })
    ends.unshift(() => helpdesk.close())
    const signal = AbortSignal.timeout(READY.timeout)
    const knowledge = join(root, "demo/knowledge")
    await importFolder(relay.db, knowledge, { origin: "sample", collection: "sample", signal })
    const extension = join(own, "extension")
    buildForTour(build, extension, helpdesk.url)
    const opened = await openBrowser({ program, extension, profile: join(own, "profile"), headless: true })
    ends.unshift(() => opened.context.close())
    await pair(opened, await relay.pair("agent", "Tom Ahlberg", ["agents"]), relay.url)

    mkdirSync(folder, { recursive: true })
    const ticket = await opened.context.newPage()
    await ticket.setViewportSize(HELPDESK)
    await ticket.goto(`${helpdesk.url}/tickets/1001`)
    await ticket.locator("[data-message-id]").first().waitFor(READY)
    const panel = await opened.page("sidepanel.html")
    await panel.setViewportSize(PANEL)
    const canvas = await opened.context.newPage()
    await canvas.setViewportSize(WHOLE)
    const names: string[] = []
    for (const [name, prepare] of STEPS) {
      await prepare(panel, ticket)
      await pictureOf(canvas, [await pictured(ticket), await pictured(panel)], join(folder, name))
      names.push(name)
    }
    await canvas.setViewportSize(TILE)
    await drawTile(canvas, build, join(folder, TILE_NAME))
    return [...names, TILE_NAME]
  } finally {
    for (const end of ends) await end()
  }
}

/** The name of each picture, and what is done before it is taken. */
const STEPS: readonly (readonly [name: string, prepare: (panel: Page, ticket: Page) => Promise<void>])[] = [
  [
    "1-draft.png",
    async (panel) => {
      await insertOf(panel).waitFor(READY)
      // Until then its sentences are still being checked.
      await panel.getByRole("button", { name: "Regenerate" }).waitFor(READY)
    }
  ],
  [
    "2-inserted.png",
    async (panel, ticket) => {
      const isWritten = async () => (await ticket.locator("textarea").first().inputValue()) !== ""
      // The first press goes to a blank that is still open.
      for (let press = 0; press < 3 && !(await isWritten()); press++) {
        await insertOf(panel).click()
        await panel.waitForTimeout(1500)
      }
      if (!(await isWritten())) throw new Error("The draft was not inserted, so there is no picture of that.")
    }
  ],
  [
    "3-what-the-model-saw.png",
    async (panel, ticket) => {
      await ticket.evaluate(() => scrollTo(0, 0))
      await panel.bringToFront()
      await panel.getByRole("button", { name: "What the model saw" }).click()
      await panel.getByRole("group", { name: "Text as sent", exact: true }).first().waitFor(READY)
    }
  ]
]

const insertOf = (panel: Page) =>
  panel.getByRole("button", { name: "Insert" }).and(panel.locator(":not([aria-disabled=true])"))

async function pictured(page: Page): Promise<string> {
  await page.bringToFront()
  return (await page.screenshot()).toString("base64")
}

const TILE_NAME = "tile.png"

/** Draws the icon, the name and what it is for, in the colours of the panel (`src/ui/kit/tokens.css`). */
async function drawTile(canvas: Page, build: string, file: string): Promise<void> {
  const [icon = ""] = readdirSync(build).filter((name) => name.startsWith("icon128."))
  const data = readFileSync(join(build, icon)).toString("base64")
  await canvas.setContent(
    `<body style="margin:0;height:100vh;display:grid;place-content:center;justify-items:center;gap:12px;
      background:#f3f5f3;color:#151b18;font:600 30px/1.2 system-ui,sans-serif">
      <img src="data:image/png;base64,${data}" alt="" width="96" height="96">Replywright
      <span style="font-size:17px;font-weight:400">Checked drafts in your own helpdesk</span></body>`
  )
  await canvas.bringToFront()
  await canvas.screenshot({ path: file })
}

/** Puts two pictures beside each other into a file. */
async function pictureOf(canvas: Page, pictures: readonly string[], file: string): Promise<void> {
  const images = pictures.map((data) => `<img src="data:image/png;base64,${data}" alt="">`).join("")
  await canvas.setContent(`<body style="margin:0;display:flex;align-items:start">${images}</body>`)
  await canvas.bringToFront()
  await canvas.screenshot({ path: file })
}
