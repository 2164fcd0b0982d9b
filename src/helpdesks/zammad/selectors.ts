import { correctable, type Correctable } from "../contract/correctable.ts"

/** Markers of Zammad that no translation changes, from its public source (6 and 7, 2026-11). */
export const za = {
  /** On every page of the first interface. */
  product: "script#zammad_form_script",
  /** The second interface bears no name of its own. Below "/desktop" its server announces this. */
  desktop: "meta[name=action-cable-url]",
  /** All open tickets stay mounted, each in its own pane. */
  activePane: ".content.active[id^=content_permanent_Ticket-]",
  article: ".ticket-article-item[data-id]",
  /** In the second interface. */
  desktopArticle: "[data-test-id^=article-bubble-container-]",
  /** What an author wrote, and what may hold anything. */
  bubble: ".text-bubble",
  /** One composer for replies and notes. It is always there, and small until somebody writes. */
  composer: "form.article-add",
  open: "is-open",
  public: "is-public",
  internal: "is-internal",
  /** "true" in an internal article and "" in a public one. */
  isInternal: "input[name=internal]",
  /** How it reaches the customer: email, phone, note ... */
  type: "input[name=type]",
  /** "reply" or "forward" after the button of that name, and "" otherwise. Older versions have none. */
  subtype: "input[name=subtype]",
  /** Who gets the mail, with commas between them. */
  to: "input[name=to]",
  cc: "input[name=cc]",
  editor: "[data-name=body][contenteditable]",
  /** In an article's HTML: what Zammad added to an agent's text. */
  signature: "[data-signature=true]",
  /** In the second interface: everything that its composer consists of. */
  desktopComposer: "#ticketArticleReplyForm, #ticketArticleReplyFormPinned"
}

/** What is only read from the page. */
export const zammadCorrectable: Correctable = correctable("zammad", za, ["article", "desktopArticle"])

/** Returns the selector of the pane that contains everything of one ticket. The id is digits only. */
export const paneOf = (ticketId: string) => `[id="content_permanent_Ticket-${ticketId}"].content.active`

/** Returns the selector of an article in the second interface. The id is digits only. */
export const bubbleOf = (articleId: string) => `[data-test-id="article-bubble-container-${articleId}"]`

/**
 * The kinds of public article that are proven to be sent to the customer. A public note isn't sent, and a phone call is
 * only noted.
 */
export const SENT = ["email"]
