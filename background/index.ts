import { startCopilot } from "../src/copilot/start-copilot.ts"
import { hiddenPageChecks } from "../src/copilot/draft/hidden-page-checks.ts"
import { createMasker } from "../src/copilot/session/masker.ts"
import { realClock } from "../src/copilot/relay-client/copilot-parts.ts"
import { createRelayClient } from "../src/copilot/relay-client/relay-client.ts"
import { createToneCheck } from "../src/copilot/reply/editor-tone.ts"
import { chromium } from "../src/platform/browser.ts"
import { askOffscreen } from "../src/platform/offscreen.ts"
import { openDatabase } from "../src/store/database.ts"

// Every listener is registered synchronously: when an event has woken the worker, the browser looks for its listeners
// as soon as the script has run once.
startCopilot({
  browser: chromium,
  clock: realClock,
  masker: createMasker(askOffscreen),
  ...hiddenPageChecks(askOffscreen),
  checkTone: createToneCheck(askOffscreen),
  openDatabase,
  relay: createRelayClient
})
