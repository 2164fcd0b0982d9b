import type { Address, Recogniser } from "../contract/recogniser.ts"

/**
 * A ticket in the help desk, "/help-desk/PORTAL/view/VIEW/ticket/NUMBER", or a conversation,
 * "/live-messages/PORTAL/inbox/NUMBER".
 */
const TICKET = /^\/(?:help-desk\/\d+\/(?:[^?]+\/)?ticket|live-messages\/\d+\/inbox)\/\d+(?:\/|$)/

/** HubSpot has a host for each region: "app-eu1.hubspot.com". */
export const isHubspot = ({ hostname }: Address): boolean => /^app(?:-[a-z]{2}\d)?\.hubspot\.com$/.test(hostname)

export const recogniseHubspot: Recogniser = ({ url }) => isHubspot(url) && TICKET.test(url.pathname)
