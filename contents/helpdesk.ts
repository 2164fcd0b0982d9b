import type { PlasmoCSConfig } from "plasmo"

export const config: PlasmoCSConfig = {
  matches: ["https://*.zendesk.com/*", "http://127.0.0.1/*"],
  run_at: "document_idle",
  all_frames: false
}
