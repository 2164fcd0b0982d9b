import type { Recogniser } from "../recogniser.ts"

/** On its own domains too; the panes that prove it may not be drawn yet. */
export const recogniseZendesk: Recogniser = ({ url }) => /^\/agent\/tickets\/\d/.test(url.pathname)
