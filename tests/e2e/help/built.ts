import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { browserProgram } from "../../../demo/browser/find.ts"
import { openBrowser, type Opened, type OpenOptions } from "../../../demo/tour/browser.ts"
import { root } from "../../house/files.ts"

/** The built extension. */
export const built = process.env["REPLYWRIGHT_BUILD"] ?? join(root, "build/chrome-mv3-prod")

/** A browser with the built extension as it is, on a profile that goes with it: no relay, no helpdesk. */
export async function openBuilt(
  viewport: OpenOptions["viewport"] = null
): Promise<Opened & { close(): Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), "replywright-built-"))
  const opened = await openBrowser({ program: browserProgram(), extension: built, profile, headless: true, viewport })
  return {
    ...opened,
    async close() {
      await opened.context.close()
      rmSync(profile, { recursive: true, force: true })
    }
  }
}
