import { correctable, type Correctable } from "../contract/correctable.ts"

/** Markers of the sample helpdesk in `demo/helpdesk`. */
export const sample = {
  product: "[data-sample-helpdesk]",
  ticket: "main[data-ticket-id]",
  message: "[data-message-id]",
  /** What holds messages and notes, and nothing that is written in. */
  written: "[data-message-id]",
  publicMessage: "[data-message-id][data-visibility=public]",
  /** A row of the list. */
  listed: "main:not([data-ticket-id]) td a[data-link]",
  /** Who is signed in. */
  agent: "[data-agent]",
  form: "form[data-reply-form]",
  /** Both choices. What is chosen is the marker of a public reply. */
  choice: "input[name=visibility]",
  visibility: "input[name=visibility]:checked",
  editor: "textarea[name=text]"
}

/** What is only read from the page. */
export const sampleCorrectable: Correctable = correctable("sample", sample, ["message", "listed", "agent"])
