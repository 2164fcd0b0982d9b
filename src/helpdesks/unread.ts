import type { UnreadHelpdesk } from "./contract/adapter.ts"
import { frontPage } from "./front/unread.ts"
import { hubspotTicket } from "./hubspot/unread.ts"

/**
 * Every helpdesk that is recognised and read only by places that were shown, or by a selected text.
 * Written by `npm run registries` from the files: don't edit.
 */
export const unreadHelpdesks: readonly UnreadHelpdesk[] = [frontPage, hubspotTicket]
