import type { Recogniser } from "../contract/recogniser.ts"

/** Recognises a conversation by an attribute of the body, because FreeScout runs under any host and path. */
export const recogniseFreescout: Recogniser = ({ document }) =>
  document.querySelector("body[data-conversation_id][data-auth_user_id]") !== null
