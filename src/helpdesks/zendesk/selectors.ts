/** Markers of Zendesk's Agent Workspace, as public extensions use them (seen 2026-11). None is translated. */
export const zd = {
  /** All open tickets stay mounted in here, one above the other. */
  panes: "main#main_panes",
  selectedTab: "a[data-test-id=header-tab]:is([aria-current=page], [data-entity-is-selected=true])",
  comment: "article[data-test-id=omni-log-comment-item]",
  time: "time[data-test-id^=timestamp-][datetime]",
  /** Which channel the composer writes to; its label is translated, `data-channel` is not. */
  channel: "button[data-test-id=omnichannel-channel-switcher-button]",
  editor: "[data-test-id=omnicomposer-rich-text-ckeditor], [data-test-id=omnicomposer-plain-text-ckeditor]"
}

/** Channels that are proven to reach the customer. "internal" is a note; any other may be anything. */
export const PUBLIC_CHANNELS = ["web", "native_messaging"]

/** Everything of one ticket lies below such an element. The id is digits only, from the address. */
export const paneOf = (ticketId: string) => `${zd.panes} [data-ticket-id="${ticketId}"]`
