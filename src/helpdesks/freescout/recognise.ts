import type { Recogniser } from "../contract/adapter.ts"

/** Recognises a conversation by its address, below any host and path, and by an attribute of the body. */
export const recogniseFreescout: Recogniser = (page) =>
  /\/conversation\/\d+\/?$/.test(page.url.pathname) &&
  page.document.querySelector("body[data-conversation_id][data-auth_user_id]") !== null
