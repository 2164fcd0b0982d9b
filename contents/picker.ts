import type { PlasmoCSConfig } from "plasmo"
import { livePage } from "../src/page/live-page.ts"
import { startPicker } from "../src/page/picker/start-picker.ts"
import { runOncePerPage, pagePort } from "../src/platform/page-port.ts"

/**
 * This script is built like a content script. The build removes it from the manifest, and the background injects it
 * into a page in which the agent wants to show where the ticket is.
 */
export const config: PlasmoCSConfig = { matches: ["http://127.0.0.1/*"] }

runOncePerPage("picker", () => {
  const life = new AbortController()
  startPicker(
    livePage,
    pagePort(() => life.abort()),
    life.signal
  )
})
