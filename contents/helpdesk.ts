import type { PlasmoCSConfig } from "plasmo"
import { isBrought } from "../src/helpdesks/contract/in-page.ts"
import { recognisers } from "../src/helpdesks/recognisers.ts"
import { spotTicket } from "../src/page/spot-ticket.ts"
import { isInPage, runOncePerPage, pageSender } from "../src/platform/page-port.ts"
import type { FromPage } from "../src/protocol/page.ts"

export const config: PlasmoCSConfig = {
  matches: ["https://*.zendesk.com/*", "http://127.0.0.1/*"],
  run_at: "document_idle",
  all_frames: false
}

runOncePerPage("spot", () => {
  let isOver = false
  const send = pageSender<FromPage>(() => (isOver = true))
  spotTicket(
    window,
    recognisers,
    (seen, helpdesks) => send({ kind: `${seen}-spotted`, helpdesks }),
    (helpdesk) => isInPage("desk") && isBrought(helpdesk),
    () => isOver
  )
})
