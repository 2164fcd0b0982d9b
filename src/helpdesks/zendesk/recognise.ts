import type { Recogniser } from "../contract/adapter.ts"

/** Matches the address of a view. "Filters" are views too. */
export const VIEW = /^\/agent\/(?:filters|views)\/\d/

/** Recognises Zendesk on custom domains too. The panes that would prove it may not be drawn yet. */
export const recogniseZendesk: Recogniser = ({ url: { pathname } }) =>
  /^\/agent\/tickets\/\d/.test(pathname) || (VIEW.test(pathname) && "list")
