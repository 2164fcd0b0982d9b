import { correctable, type Correctable } from "../contract/correctable.ts"

/** Markers of Zendesk's Agent Workspace, as public extensions use them (seen 2026-11). None is translated. */
export const zd = {
  /** All open tickets stay mounted in here, one above the other. */
  panes: "main#main_panes",
  selectedTab: "a[data-test-id=header-tab]:is([aria-current=page], [data-entity-is-selected=true])",
  comment: "article[data-test-id=omni-log-comment-item]",
  subject: "[data-test-id=omni-header-subject]",
  /** Messages of a live conversation. */
  logItem: "[data-test-id=omni-log-item-message], [data-test-id=omni-log-message-content]",
  /**
   * Messages of the log (also of a live conversation) and the ticket's subject. An element that contains one of them is
   * more than a composer.
   */
  beyond:
    "[data-test-id=omni-log-comment-item], [data-test-id=omni-log-item-message], [data-test-id=omni-log-message-content], [data-test-id=omni-header-subject]",
  /** What holds messages of the log, and nothing that is written in. */
  logged:
    "[data-test-id=omni-log-comment-item], [data-test-id=omni-log-item-message], [data-test-id=omni-log-message-content]",
  /** In a comment's own HTML: what Zendesk adds to an agent's text when it is sent, often with a closing of its own. */
  signature: "div.signature",
  /** In a row of a view. A view without the subject column shows no tickets, because the number is no link. */
  listed: "[data-test-id=generic-table-row] [data-test-id=ticket-table-cells-subject] a",
  time: "time[data-test-id^=timestamp-][datetime]",
  /** Shows which channel the composer writes to. Its label is translated, but `data-channel` is not. */
  channel: "button[data-test-id=omnichannel-channel-switcher-button]",
  editor: "[data-test-id=omnicomposer-rich-text-ckeditor], [data-test-id=omnicomposer-plain-text-ckeditor]"
}

/** What is only read from the page. */
export const zendeskCorrectable: Correctable = correctable("zendesk", zd, [
  "comment",
  "subject",
  "logItem",
  "listed",
  "time"
])

/**
 * The channels that reach the customer: mail and live conversations. "internal" is a note, and any other may be
 * anything.
 */
export const PUBLIC_CHANNELS = ["web", "email", "native_messaging", "chat"]
export const LIVE_CHANNELS = ["native_messaging", "chat"]

/**
 * Returns the selector of the element that contains everything of one ticket. The id is digits only, from the address.
 */
export const paneOf = (ticketId: string) => `${zd.panes} [data-ticket-id="${ticketId}"]`
