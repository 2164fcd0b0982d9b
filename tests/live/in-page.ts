import { composers } from "../../src/composers/index.ts"
import { adapters } from "../../src/helpdesks/index.ts"
import type { PageAnswer } from "../../src/page/answer-background.ts"
import { livePage } from "../../src/page/live-page.ts"
import { startPage } from "../../src/page/start-page.ts"
import type { FromPage, ToPage } from "../../src/protocol/page.ts"

declare global {
  var replywright: { told: FromPage[]; ask(message: ToPage): Promise<PageAnswer> | undefined } | undefined
}

/** What a content script does, with its wire in reach of a test. */
const told: FromPage[] = []
startPage(
  {
    adapters,
    composers,
    page: livePage,
    ports: { send: (message) => told.push(message), onMessage: (ask) => (globalThis.replywright = { told, ask }) }
  },
  new AbortController().signal
)
