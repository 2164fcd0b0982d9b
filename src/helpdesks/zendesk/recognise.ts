import type { Recogniser } from "../contract/recogniser.ts"

/** The address of a view: "filters" are views too. */
export const VIEW = /^\/agent\/(?:filters|views)\/\d/

/** On its own domains too; the panes that prove it may not be drawn yet. */
export const recogniseZendesk: Recogniser = ({ url: { pathname } }) =>
  /^\/agent\/tickets\/\d/.test(pathname) || (VIEW.test(pathname) && "list")
