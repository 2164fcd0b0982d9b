import type { UnreadHelpdesk } from "../contract/unread-helpdesk.ts"
import { isHubspot, recogniseHubspot } from "./recognise.ts"

/** The channels by which a reply goes to the customer, as the address says them. A note is "#comment". */
const REPLIES = ["#email", "#live-chat", "#whatsapp"]

/**
 * HubSpot. Its page holds only the messages in view, and nothing public says which of the team's are comments. The
 * address says which channel is written to, which is enough to refuse a box and too little to choose one.
 */
export const hubspot: UnreadHelpdesk = {
  id: "hubspot",
  matches: (page) => recogniseHubspot(page) !== false,
  mayBeReply: ({ url }) => !isHubspot(url) || REPLIES.includes(url.hash)
}
