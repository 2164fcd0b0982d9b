import type { PlasmoCSConfig } from "plasmo"
import { composers } from "../src/composers/index.ts"
import { adapters } from "../src/helpdesks/index.ts"
import { livePage } from "../src/page/live-page.ts"
import { startPage } from "../src/page/start-page.ts"
import { oncePerPage, pagePort } from "../src/platform/page-port.ts"

export const config: PlasmoCSConfig = {
  matches: ["https://*.zendesk.com/*", "http://127.0.0.1/*"],
  run_at: "document_idle",
  all_frames: false
}

oncePerPage((life) => startPage({ adapters, composers, page: livePage, ports: pagePort(() => life.abort()) }, life.signal))
