import { correctable, type Correctable } from "../contract/correctable.ts"

/** Markers of Freshdesk's agent pages, as public extensions use them (seen 2026-11). */
export const fd = {
  /** A domain of one's own is told by it, together with the address. */
  app: ".ember-application",
  item: ".ticket-details__item",
  /** Whatever Froala draws. */
  froala: "[class^=fr-], [data-test-id=active-editor]",
  /** Froala, the same for replies, forwards and notes. */
  editor: ".fr-element[contenteditable=true], [data-test-id=active-editor]"
}

/** What is only read from the page. */
export const freshdeskCorrectable: Correctable = correctable("freshdesk", fd, ["item"])
