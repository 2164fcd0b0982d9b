import { isHubspot, namedByHubspot } from "../../ticket/helpdesk-api/hubspot-conversation.ts"
import { openThread } from "./thread.ts"
import type { UnreadHelpdesk } from "../contract/adapter.ts"

/** The channels by which a reply goes to the customer, as the address says them. A note is "#comment". */
const REPLIES = ["#email", "#live-chat", "#whatsapp"]

/**
 * HubSpot, where the address names a ticket and no conversation, and there is no token for its API. The address says
 * which channel is written to, which is enough to refuse a box and too little to choose one.
 */
export const hubspotTicket: UnreadHelpdesk = {
  id: "hubspot",
  matches: (page) => namedByHubspot(page.url) !== undefined && openThread(page) === undefined,
  mayBeReply: ({ url }) => !isHubspot(url) || REPLIES.includes(url.hash)
}
