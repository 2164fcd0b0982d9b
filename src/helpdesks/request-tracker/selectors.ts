import { correctable, type Correctable } from "../contract/correctable.ts"

/**
 * Markers of Request Tracker 5 that no translation changes, and of 6 from its public source. Message bodies can't fake
 * them: RT strips ids and classes there.
 */
export const rt = {
  /**
   * The component that draws the page, such as comp-Ticket-Display. It is also there right after sign-in, when the
   * address says Login.html.
   */
  product: "body[id^=comp-] :is(form#simple-search, .main-container)",
  /** RT 6 swaps pages without a load, so the body may still name the one before. Then the address tells. */
  ticketPage: "body[id^=comp-Ticket-]",
  /** "Display" in the ticket's own menu, on each of its pages. */
  display: "a#page-display",
  /** A row of a search's results, or of a list on the first page or a dashboard. Some tickets take two lines in it. */
  listed: ".ticket-list > tbody[data-record-id]",
  rolledUp: ".collapse:not(.show)",
  /** Leads to the next ticket of the search that found this one. */
  next: "a#page-next",
  /** Exists only where the history is loaded. */
  message: ".transaction[data-transaction-id]",
  /** A row of the history by one of its marks, whichever the other is now. */
  history: ".history-container :is(.transaction, [data-transaction-id])",
  /** At the foot of each page: which version of RT this is. */
  credits: "#version",
  user: "#li-preferences .current-user",
  update: "form[name=TicketUpdate]",
  updateId: "input[name=id]",
  /** There is one editor for replies and comments, and only this field shows which it is. */
  updateType: "select[name=UpdateType]",
  content: "textarea[name=UpdateContent]",
  /** CKEditor 4 over the hidden textarea. */
  frame: "iframe.cke_wysiwyg_frame",
  /** RT 6: CKEditor 5, which puts itself behind its textarea. Other rich text fields of the form have their own. */
  ckeditor5: ".ck-editor__editable:not(.ck-hidden)"
}

/** What is only read from the page. */
export const requestTrackerCorrectable: Correctable = correctable("request-tracker", rt, [
  "listed",
  "rolledUp",
  "next",
  "history",
  "credits",
  "user"
])
