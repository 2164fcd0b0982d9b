import type { Recogniser } from "../recogniser.ts"

/** On its own domains too; the panes that prove it may not be drawn yet. "Filters" are the views. */
export const recogniseZendesk: Recogniser = ({ url: { pathname } }) =>
  /^\/agent\/tickets\/\d/.test(pathname) || (/^\/agent\/(filters|views)\/\d/.test(pathname) && "list")
