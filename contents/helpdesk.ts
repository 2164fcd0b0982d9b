import type { PlasmoCSConfig } from "plasmo"
import { recognisers } from "../src/helpdesks/recognisers.ts"
import { spotTicket } from "../src/page/spot.ts"
import { isInPage, oncePerPage, pagePort } from "../src/platform/page-port.ts"

export const config: PlasmoCSConfig = {
  matches: ["https://*.zendesk.com/*", "http://127.0.0.1/*"],
  run_at: "document_idle",
  all_frames: false
}

oncePerPage("spot", (life) => {
  const port = pagePort(() => life.abort())
  spotTicket(document, recognisers, () => port.send({ kind: "ticket-spotted" }), () => isInPage("desk"), life.signal)
})
