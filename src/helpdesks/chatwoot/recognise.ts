import type { Recogniser } from "../contract/adapter.ts"

/** A conversation, however it was reached: from an inbox, a label, a team, a folder, mentions ... */
export const CONVERSATION = /^\/app\/accounts\/(\d+)\/(?:[^?#]+\/)?conversations\/(\d+)\/?$/

export const recogniseChatwoot: Recogniser = ({ url: { pathname } }) => CONVERSATION.test(pathname)
