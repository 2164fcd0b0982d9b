import type { Recogniser } from "../contract/adapter.ts"

/** Both interfaces of Zammad have the ticket in the address, the first one behind a "#". */
export const DESKTOP = /^\/desktop\/tickets\/(\d+)(?:\/|$)/
export const LEGACY = /^#ticket\/zoom\/(\d+)(?:\/|$)/

export const recogniseZammad: Recogniser = ({ url: { pathname, hash } }) => LEGACY.test(hash) || DESKTOP.test(pathname)
