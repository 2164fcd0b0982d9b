import { mkdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { root } from "../root.ts"
import type { Say } from "../progress.ts"
import { openBrowser, pair, type Opened, type OpenOptions } from "./browser.ts"
import { dropKeptWorker } from "./kept-worker.ts"
import { endLeftOver } from "./left-over.ts"
import { showPanelBeside } from "./panel-beside.ts"
import { takePictures } from "./pictures.ts"

export interface TourOptions {
  program: string
  extension: string
  /** The browser keeps all of its own files in this folder. */
  home: string
  relay: { url: string; pair(role: "agent", name: string, groups: string[]): Promise<string> }
  helpdesk: { url: string }
  say: Say
  signal: AbortSignal
}

/** This is the first ticket that a newcomer sees. */
const FIRST_TICKET = "1001"
const GO_ON = "Relay and sample helpdesk keep running."

/**
 * Opens the browser, pairs it, and opens a ticket with the panel beside it. Without a display, it runs headless and
 * saves pictures in tour/. An error is only reported, because relay and sample are useful without a browser.
 *
 * @returns a function that closes the browser
 */
export async function tour(options: TourOptions): Promise<() => Promise<void>> {
  const { say, signal } = options
  const headless = !hasDisplay()
  say(headless ? "Opening Chromium without a display" : "Opening Chromium")
  const opened = await open(options, headless).catch((error: unknown) => {
    say(`The browser could not be opened (${firstLine(error)}). ${GO_ON}`)
    return undefined
  })
  if (!opened) return async () => undefined

  const close = () => opened.context.close()
  let closed = false
  opened.context.once("close", () => {
    closed = true
    if (!headless && !signal.aborted) say(`The browser was closed. ${GO_ON}`)
  })
  // This ends anything for which the tour waits.
  signal.addEventListener("abort", () => void close(), { once: true })
  try {
    if (!signal.aborted) await walk(opened, headless, options)
  } catch (error) {
    if (!signal.aborted && !closed) say(`The tour ended early (${firstLine(error)}). ${GO_ON}`)
  }
  if (headless) await close()
  return close
}

async function open({ program, extension, home, say }: TourOptions, headless: boolean): Promise<Opened> {
  const profile = join(home, headless ? "pictures" : "profile")
  await endLeftOver(profile)
  // Pictures show this build from its first draft on, and not what an earlier start has written and inserted.
  if (headless) rmSync(profile, { recursive: true, force: true })
  else dropKeptWorker(profile, extension)
  const options: OpenOptions = {
    program,
    extension,
    profile,
    home,
    headless,
    viewport: headless ? { width: 1280, height: 900 } : null,
    leaveSignals: true
  }
  if (process.getuid?.() === 0) return openBrowser(options)
  try {
    return await openBrowser({ ...options, sandbox: true })
  } catch (error) {
    if (!(error instanceof Error && /no usable sandbox|sandbox_host|setuid sandbox/i.test(error.message))) throw error
    say("This system refuses Chromium its sandbox, so it is opened without: use it for the sample only")
    return openBrowser(options)
  }
}

async function walk(opened: Opened, headless: boolean, { relay, helpdesk, say }: TourOptions): Promise<void> {
  await pair(opened, await relay.pair("agent", "Tom Ahlberg", ["agents"]), relay.url)
  say("Paired as Tom Ahlberg")
  const ticket = await openTicket(opened, helpdesk.url)
  if (headless) {
    const folder = join(root, "tour")
    mkdirSync(folder, { recursive: true })
    const files = await takePictures(opened, ticket, folder)
    say(`No display: the tour's pictures are in tour/ (${files.join(", ")})`)
  } else {
    await showPanelBeside(opened, ticket)
    say("The ticket is open and the panel beside it. Press Insert in the panel.")
  }
}

async function openTicket(opened: Opened, url: string): Promise<Page> {
  const page = opened.context.pages().find((tab) => tab.url() === "about:blank") ?? (await opened.context.newPage())
  await page.goto(`${url}/tickets/${FIRST_TICKET}`)
  await page.locator("[data-message-id]").first().waitFor()
  await page.bringToFront()
  return page
}

/** Whether a browser can show a window here. */
export function hasDisplay(): boolean {
  if (process.env["REPLYWRIGHT_HEADLESS"]) return false
  return (
    process.platform === "darwin" ||
    process.platform === "win32" ||
    Boolean(process.env["DISPLAY"] || process.env["WAYLAND_DISPLAY"])
  )
}

/**
 * Returns the first line of an error. Playwright's message begins with its own function's name and continues with the
 * browser's whole output.
 */
function firstLine(error: unknown): string {
  return (
    (error instanceof Error ? error.message : String(error))
      .split("\n")[0]
      ?.replace(/^browserType\.\w+: |[.:]+$/g, "") ?? ""
  )
}
