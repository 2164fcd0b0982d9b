/**
 * The ids of the helpdesks that have an adapter, which are the folders in `src/helpdesks`.
 * Written by `npm run registries` from the folders: don't edit.
 */
export const HELPDESK_NAMES = [
  "chatwoot",
  "freescout",
  "freshdesk",
  "front",
  "gmail",
  "help-scout",
  "hubspot",
  "intercom",
  "osticket",
  "redmine",
  "request-tracker",
  "sample",
  "zammad",
  "zendesk"
] as const
