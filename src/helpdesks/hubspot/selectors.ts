import { correctable, type Correctable } from "../contract/correctable.ts"

/** Markers of HubSpot's inbox and help desk, as public extensions and scripts use them (2024 to 2026-10). */
export const hb = {
  /** Messages of a chat, "primary-message-visitor", and the text of a mail. The page holds those near the view alone. */
  message: "[data-test-id^='primary-message-']",
  /** The button that sends, which is there whichever channel is chosen, also for a comment. */
  send: "[data-test-id='composer-send-button']",
  /** Whatever ProseMirror draws. */
  proseMirror: ".ProseMirror[contenteditable=true]"
}

/** What is only read from the page. */
export const hubspotCorrectable: Correctable = correctable("hubspot", hb, ["message"])
