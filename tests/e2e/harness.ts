import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { startSampleHelpdesk } from "../../demo/helpdesk/server.ts"
import { openBrowser, pair, type Opened } from "../../demo/tour/browser.ts"
import { buildForTour } from "../../demo/tour/extension.ts"
import { findBrowser } from "../../demo/browser/find.ts"
import { importFolder } from "../../src/relay/knowledge/import.ts"
import { startRelay, type RunningRelay } from "../../src/relay/start.ts"
import { root } from "../house/files.ts"

/** Everything of the product that runs: relay on its own database, sample helpdesk, Chromium with the built extension. */
export interface World {
  relay: RunningRelay
  helpdesk: Awaited<ReturnType<typeof startSampleHelpdesk>>
  browser: Opened
  folder: string
  close(): Promise<void>
}

export async function startWorld(settings: Record<string, string> = {}, options: { knowledge?: boolean; paired?: boolean } = {}): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), "replywright-e2e-"))
  // As root the database runs as "nobody", who must be able to get in.
  chmodSync(folder, 0o711)
  const relay = await startRelay({ REPLYWRIGHT_DATA: join(folder, "data"), RELAY_PORT: "0", ...settings })
  const helpdesk = await startSampleHelpdesk({ port: 0 })
  if (options.knowledge ?? true) await importFolder(relay.db, join(root, "demo/knowledge"), { origin: "sample", signal: AbortSignal.timeout(60_000) })
  const extension = join(folder, "extension")
  buildForTour(join(root, "build/chrome-mv3-prod"), extension, helpdesk.url)
  const program = findBrowser(join(folder, "none"))
  if (!program) throw new Error("No Chromium is installed: set REPLYWRIGHT_BROWSER to one.")
  const browser = await openBrowser({ program, extension, profile: join(folder, "profile"), headless: true, viewport: { width: 420, height: 900 } })
  if (options.paired ?? true) await pair(browser, await relay.pair("agent", "Tom"), relay.url)
  return {
    relay, helpdesk, browser, folder,
    async close() {
      await browser.context.close()
      await helpdesk.close()
      await relay.close()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
