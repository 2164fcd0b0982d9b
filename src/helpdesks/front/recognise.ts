import { isFront } from "../../ticket/helpdesk-api/front-conversation.ts"
import type { Recogniser } from "../contract/adapter.ts"

/** Every page is taken, because it isn't known what all addresses with a conversation look like. */
export const recogniseFront: Recogniser = ({ url }) => isFront(url)
