import { join } from "node:path"
import type { CDPSession } from "playwright-core"
import { browserProgram } from "../../../demo/browser/find.ts"
import { startSampleHelpdesk } from "../../../demo/helpdesk/server.ts"
import { openBrowser, type Opened, type OpenOptions } from "../../../demo/tour/browser.ts"
import { buildForTour } from "../../../demo/tour/extension.ts"
import { temporaryFolder } from "../../relay/help/data-folder.ts"
import { built } from "./built.ts"
import { killWorker } from "./worker.ts"

/**
 * What the files of a test process use one after another, made as new in between: the sample helpdesk, and browsers
 * whose extension may read it. A browser of its own takes each file ten times as much work, for its start and for code
 * that the first draft has to compile.
 */

/**
 * Helpdesks that have one host for everybody, whose doubles a test puts in their place, as after "Allow this site", and
 * APIs of two.
 */
export const VENDORS_SITES = [
  "https://api2.frontapp.com",
  "https://app.frontapp.com",
  "https://api.hubapi.com",
  "https://app.hubspot.com",
  "https://app.intercom.com",
  "https://mail.google.com",
  "https://secure.helpscout.net"
]

/** Only a test run ends its processes; elsewhere, as in `npm run bench`, what is shared would keep one alive. */
export const canShare = process.env["REPLYWRIGHT_SEEDS"] !== undefined

export type SampleHelpdesk = Awaited<ReturnType<typeof startSampleHelpdesk>>

let helpdesk: Promise<SampleHelpdesk> | undefined
let isTaken = false

/** The helpdesk with its tickets as at the start; `close` leaves it to the next file. */
export async function takeHelpdesk(): Promise<SampleHelpdesk> {
  if (isTaken || !canShare) return startSampleHelpdesk({ port: 0 })
  isTaken = true
  const shared = await (helpdesk ??= startSampleHelpdesk({ port: 0 }))
  shared.reset()
  return {
    ...shared,
    close() {
      isTaken = false
      return Promise.resolve()
    }
  }
}

type Viewport = OpenOptions["viewport"]

/** A browser, and what it is like: where its extension may read, and how large its pages are. */
interface Kept {
  opened: Opened
  likeness: string
  close(): Promise<void>
}

const idle: Kept[] = []

/** A browser on an empty profile, whose `close` leaves it to the next file. */
export async function takeBrowser(
  helpdeskUrl: string,
  viewport: Viewport
): Promise<{ opened: Opened; close(): Promise<void> }> {
  const likeness = JSON.stringify([helpdeskUrl, viewport])
  const at = idle.findIndex((one) => one.likeness === likeness)
  const [kept = await startKept(helpdeskUrl, viewport, likeness)] = at < 0 ? [] : idle.splice(at, 1)
  return {
    opened: kept.opened,
    async close() {
      try {
        await makeAsNew(kept.opened, helpdeskUrl)
        idle.push(kept)
      } catch (error) {
        await kept.close()
        throw error
      }
    }
  }
}

async function startKept(helpdeskUrl: string, viewport: Viewport, likeness: string): Promise<Kept> {
  // Below the run's own folder, which goes with the run.
  const { folder, remove } = temporaryFolder(process.env["REPLYWRIGHT_SEEDS"])
  const extension = join(folder, "extension")
  buildForTour(built, extension, helpdeskUrl, ...VENDORS_SITES)
  const profile = join(folder, "profile")
  const opened = await openBrowser({ program: browserProgram(), extension, profile, headless: true, viewport })
  await warmUp(opened)
  return {
    opened,
    likeness,
    async close() {
      await opened.context.close()
      remove()
    }
  }
}

/**
 * Lets the page that masks load its worker and mask a few texts. For the files that follow it is there anyway; the
 * first one would begin with a ticket while all of its code is compiled, whose time a busy machine can exceed.
 */
async function warmUp({ context }: Opened): Promise<void> {
  const [worker] = context.serviceWorkers()
  const known = [{ name: "Anna Berg", email: "anna.berg@post.example" }]
  const text = "Anna Berg, card 4242 4242 4242 4242, +44 117 496 0321. ".repeat(40)
  const job = { kind: "text", text, table: { entries: [] }, known }
  await worker?.evaluate(async (asked) => {
    const there = await chrome.runtime.getContexts({ contextTypes: ["OFFSCREEN_DOCUMENT"] })
    if (there.length === 0)
      await chrome.offscreen.createDocument({
        url: "tabs/offscreen.html",
        reasons: ["WORKERS"],
        justification: "Masks before the first ticket."
      })
    for (let tries = 0, masked = 0; masked < 5; tries++) {
      const answer: { ok?: boolean } | undefined = await chrome.runtime
        .sendMessage({ target: "offscreen", id: `warm-${tries}`, job: asked })
        .catch(() => undefined)
      if (answer?.ok) masked++
      else if (tries > 50) throw new Error(`The page that masks doesn't: ${JSON.stringify(answer)}`)
      else await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }, job)
}

/**
 * Takes everything away that a file has left: pages, the extension's worker and what it has stored, the helpdesk's
 * data in the browser, and what the test has told the browser to do. The page that masks and checks stays: each of its
 * jobs brings along all that it needs.
 */
async function makeAsNew({ context, id, page }: Opened, helpdeskUrl: string): Promise<void> {
  const own = await page("manifest.json")
  const others = context.pages().filter((one) => one !== own)
  await Promise.all(others.map((one) => one.close()))
  await context.unrouteAll({ behavior: "ignoreErrors" })
  await context.setOffline(false)
  await context.clearPermissions()
  // It would write again what it knows, and keeps its database open.
  await killWorker(own)
  const session = await context.newCDPSession(own)
  await clear(session, `chrome-extension://${id}`, "indexeddb,local_storage,cache_storage")
  for (const site of [helpdeskUrl, ...VENDORS_SITES]) await clear(session, site, "all")
  await session.detach()
  const left = await own.evaluate(async () => {
    await Promise.all([
      chrome.storage.local.clear(),
      chrome.storage.session.clear(),
      chrome.alarms.clearAll(),
      chrome.scripting.unregisterContentScripts()
    ])
    const [local, session, databases] = await Promise.all([
      chrome.storage.local.get(),
      chrome.storage.session.get(),
      indexedDB.databases()
    ])
    return { local, session, databases }
  })
  const found = JSON.stringify(left)
  if (found !== '{"local":{},"session":{},"databases":[]}') throw new Error(`A test left in the browser: ${found}`)
  await own.goto("about:blank")
}

async function clear(session: CDPSession, origin: string, storageTypes: string): Promise<void> {
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes })
}
