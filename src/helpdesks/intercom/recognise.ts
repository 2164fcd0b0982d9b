import type { Address, Recogniser } from "../contract/adapter.ts"

/** A conversation of any inbox: "/a/inbox/abc123/inbox/shared/all/conversation/215561065549109". */
export const CONVERSATION = /^\/a\/inbox\/([a-z0-9]+)\/(?:[^?]+\/)?conversation\/(\d+)(?:\/|$)/

/** Intercom has one host for each region. */
export const isIntercom = ({ hostname, pathname }: Address): boolean =>
  /^app\.(?:eu\.|au\.)?intercom\.com$/.test(hostname) && pathname.startsWith("/a/")

export const recogniseIntercom: Recogniser = ({ url }) => isIntercom(url) && CONVERSATION.test(url.pathname)
