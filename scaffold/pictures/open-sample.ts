import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Page } from "playwright-core"
import { startSampleHelpdesk } from "../../demo/helpdesk/server.ts"
import { createLog, importFolder, startRelay } from "../../demo/load-relay.ts"
import { root } from "../../demo/root.ts"
import { openBrowser, type Opened } from "../../demo/tour/browser.ts"
import { buildForTour } from "../../demo/tour/extension.ts"

/** How long a page may take until it shows what its picture is of. */
export const READY = { timeout: 60_000 }

/** A relay with the sample's articles, the sample helpdesk, and a browser with the extension, not paired yet. */
export interface Sample {
  relay: Awaited<ReturnType<typeof startRelay>>
  opened: Opened
  /** Opens a ticket of the sample helpdesk, in a tab of its own. */
  ticket(id: string): Promise<Page>
  close(): Promise<void>
}

/**
 * Starts the sample in a folder of its own, which is gone once it is closed.
 * @param build the folder of the built extension
 * @param program the browser
 * @param settings the relay's settings besides folder and port
 * @throws what one of the parts throws; those that had begun are ended first
 */
export async function openSample(
  build: string,
  program: string,
  settings: Record<string, string> = {}
): Promise<Sample> {
  const own = mkdtempSync(join(tmpdir(), "replywright-pictures-"))
  // Started by root, the database runs as somebody else.
  chmodSync(own, 0o711)
  const ends: (() => Promise<void> | void)[] = [() => rmSync(own, { recursive: true, force: true })]
  const close = async () => {
    for (const end of ends) await end()
  }
  try {
    const environment = { REPLYWRIGHT_DATA: join(own, "data"), RELAY_PORT: "0", ...settings }
    const relay = await startRelay(environment, { log: createLog(() => undefined) })
    ends.unshift(() => relay.close())
    const helpdesk = await startSampleHelpdesk({ port: 0 })
    ends.unshift(() => helpdesk.close())
    const knowledge = join(root, "demo/knowledge")
    const signal = AbortSignal.timeout(READY.timeout)
    await importFolder(relay.db, knowledge, { origin: "sample", collection: "sample", signal })
    const extension = join(own, "extension")
    buildForTour(build, extension, helpdesk.url)
    const opened = await openBrowser({ program, extension, profile: join(own, "profile"), headless: true })
    ends.unshift(() => opened.context.close())
    return {
      relay,
      opened,
      async ticket(id) {
        const page = await opened.context.newPage()
        await page.goto(`${helpdesk.url}/tickets/${id}`)
        await page.locator("[data-message-id]").first().waitFor(READY)
        return page
      },
      close
    }
  } catch (error) {
    await close()
    throw error
  }
}
