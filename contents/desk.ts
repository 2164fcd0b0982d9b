import type { PlasmoCSConfig } from "plasmo"
import { composers } from "../src/composers/index.ts"
import { broughtHelpdesks } from "../src/helpdesks/contract/in-page.ts"
import { unreadHelpdesks as unread } from "../src/helpdesks/unread.ts"
import { withApi } from "../src/page/helpdesk-api.ts"
import { livePage } from "../src/page/live-page.ts"
import type { PageAnswer } from "../src/page/answer-background.ts"
import { startPage } from "../src/page/start-page.ts"
import { runOncePerPage, pagePort } from "../src/platform/page-port.ts"
import type { FromPage, ToPage } from "../src/protocol/page.ts"

/**
 * This script is built like a content script. The build removes it from the manifest, and the background injects it
 * into pages with a ticket, after the scripts of the helpdesks whose it may be.
 */
export const config: PlasmoCSConfig = { matches: ["http://127.0.0.1/*"] }

runOncePerPage("desk", () => {
  const life = new AbortController()
  const ports = pagePort<ToPage, FromPage, PageAnswer>(() => life.abort())
  startPage({ ...broughtHelpdesks(), unread, composers, page: withApi(livePage, ports.ask), ports }, life.signal)
})
