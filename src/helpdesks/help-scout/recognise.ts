import type { Address, Recogniser } from "../contract/adapter.ts"

/** Its number within the product and the one that agents see: "/conversation/3250296223/11161". */
export const CONVERSATION = /^\/conversation\/(\d{1,14})(?:\/|$)/

/** Help Scout has one host. */
export const isHelpScout = ({ hostname }: Address): boolean => hostname === "secure.helpscout.net"

export const recogniseHelpScout: Recogniser = ({ url }) => isHelpScout(url) && CONVERSATION.test(url.pathname)
