import { mkdirSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { root } from "../root.ts"
import type { Say } from "../progress.ts"
import { openBrowser, pair, type Opened } from "./browser.ts"
import { showPanelBeside } from "./panel-beside.ts"
import { takePictures } from "./pictures.ts"

export interface TourOptions {
  program: string
  extension: string
  profile: string
  relay: { url: string; pair(role: "agent", name: string): Promise<string> }
  helpdesk: { url: string }
  say: Say
  signal: AbortSignal
}

/** The ticket that a newcomer sees first. */
const FIRST_TICKET = "1001"

/**
 * Opens the browser, pairs it, opens a ticket and the panel beside it. Without a display: headless, with pictures in tour/.
 *
 * @returns closes the browser
 */
export async function tour(options: TourOptions): Promise<() => Promise<void>> {
  const headless = !hasDisplay()
  options.say(headless ? "Opening Chromium without a display" : "Opening Chromium")
  const opened = await openBrowser({ ...options, headless, viewport: headless ? { width: 1280, height: 900 } : null })
  await pair(opened, await options.relay.pair("agent", "Tom Ahlberg"), options.relay.url)
  options.say("Paired as Tom Ahlberg")
  const ticket = await openTicket(opened, options.helpdesk.url)
  if (headless) {
    const folder = join(root, "tour")
    mkdirSync(folder, { recursive: true })
    const files = await takePictures(opened, ticket, folder)
    options.say(`No display: the tour's pictures are in tour/ (${files.join(", ")})`)
  } else {
    await showPanelBeside(opened, ticket)
    options.say("The ticket is open and the panel beside it. Press Insert in the panel.")
    opened.context.once("close", () => {
      if (!options.signal.aborted) options.say("The browser was closed. Relay and sample helpdesk keep running.")
    })
  }
  return () => opened.context.close()
}

async function openTicket(opened: Opened, url: string): Promise<Page> {
  const page = opened.context.pages().find((tab) => tab.url() === "about:blank") ?? (await opened.context.newPage())
  await page.goto(`${url}/tickets/${FIRST_TICKET}`)
  await page.locator("[data-message-id]").first().waitFor()
  await page.bringToFront()
  return page
}

function hasDisplay(): boolean {
  if (process.env["REPLYWRIGHT_HEADLESS"]) return false
  return process.platform === "darwin" || process.platform === "win32" || Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"])
}
