import { namedByHubspot } from "../../ticket/helpdesk-api/hubspot-conversation.ts"
import type { Recogniser } from "../contract/adapter.ts"

/** A ticket in the help desk, or a conversation. */
export const recogniseHubspot: Recogniser = ({ url }) => namedByHubspot(url) !== undefined
