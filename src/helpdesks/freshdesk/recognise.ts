import type { Recogniser } from "../contract/adapter.ts"

export const TICKET = /^\/a\/tickets\/(\d+)(?:\/|$)/

/** Recognises Freshdesk on custom domains too, so by the address alone. */
export const recogniseFreshdesk: Recogniser = ({ url: { pathname } }) => TICKET.test(pathname)
