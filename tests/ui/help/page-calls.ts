import type { PageAnswer } from "../../../src/protocol/routes/calls/page-call.ts"
import { createRelayLink, type RelayLink } from "../../../src/ui/kit/relay/relay-link.ts"
import { askedBy, type Asked } from "./page-values.ts"

/** The admin page's link to a background that answers so, and that takes its commands, texts and files. */
export const adminLink = (
  answer: (asked: Asked) => PageAnswer | undefined | Promise<PageAnswer | undefined>,
  own: Partial<RelayLink> = {}
): RelayLink => ({
  ...createRelayLink("admin", { carry: async (message) => answer(askedBy(message)) }),
  send: async () => ({ ok: true }),
  copy: async () => undefined,
  sendFile: async () => ({ collections: [] }),
  ...own
})
